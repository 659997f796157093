"""run.py without touching the network: its words, its stamp, what it says when something is missing."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys

import pytest

from tests.fakes.shared import CHECKOUT


@pytest.fixture
def run(monkeypatch):
    """run.py as a module, fresh for each test."""
    monkeypatch.setattr(sys, "path", [str(CHECKOUT / "packaging"), *sys.path])
    monkeypatch.delitem(sys.modules, "system_libraries", raising=False)
    found = importlib.util.spec_from_file_location("run_under_test", CHECKOUT / "run.py")
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def system(run):
    return sys.modules["system_libraries"]


def test_it_uses_the_standard_library_alone():
    for name in ("run.py", "packaging/system_libraries.py"):
        for node in ast.walk(ast.parse((CHECKOUT / name).read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for imported in names:
                assert imported.split(".")[0] in {*sys.stdlib_module_names, "system_libraries"}


def test_wrong_words_are_answered_with_help_and_two():
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "run.py"), "windwo"], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 2
    assert "windwo" in done.stderr
    assert "window" in done.stderr


def test_help_needs_nothing():
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "run.py"), "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "bench" in done.stdout


def test_the_stamp_follows_locks_project_folder_and_python(run, monkeypatch, tmp_path):
    plain, testing = run.stamp_for(tests=False), run.stamp_for(tests=True)
    assert plain.items() < testing.items()
    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp.json")
    assert not run.is_current(plain)
    run.STAMP.write_text(json.dumps(testing))
    monkeypatch.setattr(run, "PYTHON", tmp_path / "stamp.json")
    assert run.is_current(plain)
    assert run.is_current(testing)
    for key in testing:
        run.STAMP.write_text(json.dumps(testing | {key: "other"}))
        assert not run.is_current(testing), key
    run.STAMP.write_text("[]")
    assert not run.is_current(plain)


def test_a_current_environment_is_left_alone(run, monkeypatch):
    monkeypatch.setattr(run, "is_current", lambda wanted: True)
    monkeypatch.setattr(run, "pip", lambda *words: pytest.fail("installed again"))
    run.set_up(tests=True, may_install=True)


def test_a_folder_in_the_way_is_not_deleted(run, monkeypatch, tmp_path):
    foreign = tmp_path / ".venv"
    foreign.mkdir()
    (foreign / "letters.txt").write_text("mine")
    monkeypatch.setattr(run, "VENV", foreign)
    monkeypatch.setattr(run, "PYTHON", foreign / "bin" / "python")
    with pytest.raises(run.StopError, match="in the way"):
        run.make_environment()
    assert (foreign / "letters.txt").read_text() == "mine"


def test_libraries_that_are_missing_are_named_in_the_words_of_the_system(system, monkeypatch):
    missing = [("libGL.so.1", "libgl1", "libglvnd"), ("libEGL.so.1", "libegl1", "libglvnd")]
    expected = {
        "apt-get": "sudo apt-get install libgl1 libegl1",
        "dnf": "sudo dnf install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)'",
        "zypper": "sudo zypper install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)'",
        "pacman": "sudo pacman -S libglvnd",
        "none": "(install the libraries libGL.so.1, libEGL.so.1)",
    }
    for tool, command in expected.items():
        monkeypatch.setattr(system.shutil, "which", lambda name, tool=tool: name if name == tool else None)
        assert system.command_for(missing) == command


def test_without_leave_nothing_is_installed_and_the_command_is_said(system, monkeypatch):
    monkeypatch.setattr(system, "is_missing", lambda soname: soname == "libGL.so.1")
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system.shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(system, "apt_install", lambda packages: pytest.fail("installed without leave"))
    with pytest.raises(system.StopError, match=r"sudo apt-get install libgl1$"):
        system.need_libraries(window=False, may_install=False)
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(system.StopError, match=r"sudo apt-get install libgl1$"):
        system.need_libraries(window=False, may_install=True)


def test_root_on_debian_installs_just_the_missing(system, monkeypatch):
    missing = {"libGL.so.1", "libdbus-1.so.3"}
    asked = []

    def install(packages):
        asked.append(list(packages))
        missing.clear()

    monkeypatch.setattr(system, "is_missing", lambda soname: soname in missing)
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(system, "apt_install", install)
    system.need_libraries(window=False, may_install=True)
    assert asked == [["libgl1", "libdbus-1-3"]]


def test_window_libraries_are_asked_for_only_with_an_x_display(system, monkeypatch):
    monkeypatch.setattr(system, "is_missing", lambda soname: True)
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    without = system.missing_libraries(window=True)
    monkeypatch.setenv("DISPLAY", ":0")
    assert len(system.missing_libraries(window=True)) > len(without)
    assert system.missing_libraries(window=False) == without
    monkeypatch.setattr(system.sys, "platform", "darwin")
    assert system.missing_libraries(window=True) == []


def test_a_failing_pip_is_told_with_its_last_words(run, monkeypatch, tmp_path):
    false_python = tmp_path / "python"
    false_python.write_text("#!/bin/sh\necho 'ERROR: no room'\nexit 1\n")
    false_python.chmod(0o755)
    monkeypatch.setattr(run, "PYTHON", false_python)
    with pytest.raises(run.StopError, match="ERROR: no room"):
        run.pip(["x"], 0)


def test_the_window_without_a_display_stops_plainly(run, monkeypatch, capsys):
    if os.name == "nt" or sys.platform == "darwin":
        pytest.skip("these always have a display")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(run, "set_up", lambda **_: None)
    monkeypatch.setattr(run, "need_libraries", lambda **_: None)
    assert run.main(["window"]) == 1
    assert "no display" in capsys.readouterr().err


def test_what_tests_ask_for_is_offered_and_never_needed(system, monkeypatch, capsys):
    asked = []

    def refuse(packages):
        asked.append(list(packages))
        raise system.StopError("apt-get update failed")

    monkeypatch.setattr(system.shutil, "which", lambda program: None if program == "qpdf" else "/somewhere")
    monkeypatch.setattr(system, "is_missing", lambda soname: "pulse" in soname)
    monkeypatch.setattr(system, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(system, "apt_install", refuse)
    system.offer_for_tests(may_install=False)
    assert asked == []
    system.offer_for_tests(may_install=True)
    assert asked == [["qpdf", "libpulse0"]]
    assert "skipped" in capsys.readouterr().err
