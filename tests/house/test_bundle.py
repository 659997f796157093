"""The program for people without Python: what goes with it fits the house. Making it takes minutes: `run.py bundle`."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
import tomllib
from xml.etree import ElementTree as ET

import pytest

from likeness.cli.main import NOUNS
from likeness.values.children import child
from likeness.values.resource import resource
from tests.fakes.shared import CHECKOUT

BUNDLE = CHECKOUT / "packaging" / "bundle"
SHARE = BUNDLE / "share"


@pytest.fixture
def bundle(monkeypatch):
    """The scripts of the bundle, which import each other by name."""
    monkeypatch.syspath_prepend(str(BUNDLE))
    import debian
    import licences

    return debian, licences


def entry():
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[method-assign, assignment]  # names as they are written
    read.read(SHARE / "likeness.desktop", "utf-8")
    return read["Desktop Entry"]


def test_the_menu_opens_the_window_with_what_was_chosen():
    program, noun, files = entry()["Exec"].split()
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert program in project["scripts"]
    assert noun in NOUNS
    assert files == "%F"
    assert {name.removesuffix("[fr]") for name in entry() if name.endswith("[fr]")} == {
        "GenericName", "Comment", "Keywords",
    }  # fmt: skip


def test_the_file_type_is_the_one_that_papers_carry():
    spaces = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.parse(SHARE / "likeness.xml").getroot().find("mime-type", spaces)
    assert kind is not None
    name = kind.get("type")
    assert entry()["MimeType"] == f"{name};"
    assert f'"{name}"' in resource("templates", "licence.typ").read_text("utf-8")
    assert kind.find("glob", spaces).get("pattern") == "*.likeness"
    icon = kind.find("icon", spaces).get("name")
    assert (SHARE / f"{icon}.svg").is_file()


def test_every_room_of_ours_goes_with_it():
    packed = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    spec = (BUNDLE / "likeness.spec").read_text("utf-8")
    for room in packed["targets"]["wheel"]["packages"]:
        assert f'"{room}"' in spec


def test_in_a_bundle_children_are_the_program_beside_ours(monkeypatch, tmp_path):
    assert child("a.module") == (sys.executable, "-m", "a.module")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for ours, beside in (("likeness", "likeness-child"), ("likeness.exe", "likeness-child.exe")):
        monkeypatch.setattr(sys, "executable", str(tmp_path / ours))
        assert child("a.module") == (str(tmp_path / beside), "a.module")


def test_every_child_that_is_started_is_known_to_that_program():
    """Nothing but `child` starts this Python, and every module that is one stands in the bundle's list."""
    for room in ("likeness", "ui"):
        for path in (CHECKOUT / room).rglob("*.py"):
            assert path.name == "children.py" or "sys.executable" not in path.read_text("utf-8"), path
    unknown = subprocess.run([sys.executable, str(BUNDLE / "child.py"), "os"], check=False)
    assert unknown.returncode == 2
    modules = re.findall(r'"((?:likeness|ui)\.[\w.]+_child)"', (BUNDLE / "child.py").read_text("utf-8"))
    children = [path for room in ("likeness", "ui") for path in (CHECKOUT / room).rglob("*_child.py")]
    assert sorted(modules) == sorted(".".join(path.relative_to(CHECKOUT).with_suffix("").parts) for path in children)


def test_licences_of_libraries_go_with_it(bundle, tmp_path):
    _debian, licences = bundle
    licences.gather_licences(CHECKOUT / "packaging" / "lock.txt", SHARE, tmp_path)
    stated = dict(line.split(": ", 1) for line in (tmp_path / "list.txt").read_text("utf-8").splitlines())
    by_name = {name.split(" ")[0]: text for name, text in stated.items()}
    assert by_name["pyside6"].startswith("LGPL-3.0-only")
    assert "PSF" in by_name["Python"]
    assert all(text.strip() for text in by_name.values())
    assert (tmp_path / "LGPL-3.0.txt").stat().st_size > 7_000
    assert any((tmp_path / "click").iterdir())


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")
def test_the_package_holds_the_program_and_its_place_in_the_menu(bundle, tmp_path):
    debian, _licences = bundle
    program = tmp_path / "made" / "likeness"
    art = program / "_internal" / "resources" / "art"
    art.mkdir(parents=True)
    shutil.copy(resource("art", "icon.svg"), art)
    (program / "likeness").write_text("#!/bin/sh\necho here\n", "utf-8")
    (program / "likeness").chmod(0o755)
    file = debian.make_deb(program, SHARE, CHECKOUT / "CHANGELOG.md", "9.9", tmp_path)
    ask = lambda *words: subprocess.run(["dpkg-deb", *words], check=True, capture_output=True, text=True).stdout
    ask("-x", str(file), str(tmp_path / "root"))
    for place in ("applications/likeness.desktop", "mime/packages/likeness.xml", "man/man1/likeness.1.gz",
                  "doc/likeness/copyright", "icons/hicolor/scalable/apps/likeness.svg",
                  "icons/hicolor/scalable/mimetypes/application-vnd.likeness.svg"):  # fmt: skip
        assert (tmp_path / "root" / "usr" / "share" / place).stat().st_size > 200, place
    assert (tmp_path / "root" / "usr" / "bin" / "likeness").readlink().as_posix() == "/opt/likeness/likeness"
    needed = ask("-f", str(file), "Depends")
    assert all(package in needed for _, package, _ in (*debian.LIBRARIES, *debian.X11_LIBRARIES))
    assert ask("-f", str(file), "Version").strip() == "9.9"
    assert not (tmp_path / "deb").exists()
