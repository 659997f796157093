"""What must not be in the house: broad excepts, paths of one machine, registry hosts, leftovers."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess

import pytest

from tests.fakes.shared import CHECKOUT

BROAD_ALLOWED = {
    "ui/kit/background/jobs.py",
    "ui/app.py",
    "likeness/cli/main.py",
    "likeness/verifier/reader_child.py",
}


def tracked() -> list[str]:
    """Files that git keeps or would keep; where there is no git, what lies in the folders of the house."""
    if shutil.which("git") and (CHECKOUT / ".git").exists():
        words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
        done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=True)
        return [name for name in done.stdout.splitlines() if (CHECKOUT / name).is_file()]
    rooms = ("likeness", "ui", "seeds", "resources", "tests", "packaging")
    return [
        str(path.relative_to(CHECKOUT)) for room in rooms for path in (CHECKOUT / room).rglob("*") if path.is_file()
    ]


def is_broad(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or getattr(kind, "id", "") in ("Exception", "BaseException") for kind in caught)


def test_only_four_places_catch_everything():
    found = set()
    for name in tracked():
        if name.endswith(".py") and name.startswith(("likeness/", "ui/", "seeds/", "run.py", "packaging/")):
            tree = ast.parse((CHECKOUT / name).read_text("utf-8"))
            if any(isinstance(node, ast.ExceptHandler) and is_broad(node) for node in ast.walk(tree)):
                found.add(name)
    assert found <= BROAD_ALLOWED


MACHINE = re.compile(r"(?<![\w.$}])/(?:work|home/\w+|root|Users/\w+)/[\w.]")
HOSTS = re.compile("|".join(["py" + r"pi\.org", r"pythonhosted\.org", r"npm" + r"js\.org", r"deb\.debian" + r"\.org"]))


@pytest.mark.parametrize("rule", [MACHINE, HOSTS], ids=["machine paths", "registry hosts"])
def test_nothing_names_one_machine_or_a_registry(rule):
    found = []
    for name in tracked():
        try:
            text = (CHECKOUT / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {match.group()}" for match in rule.finditer(text)]
    assert not found


def test_no_leftovers():
    left = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "Not" + "Implemented"]) + r")\b")
    found = []
    for name in tracked():
        if name.endswith((".py", ".toml", ".typ")) and not name.startswith("tests/"):
            found += [f"{name}: {match.group()}" for match in left.finditer((CHECKOUT / name).read_text("utf-8"))]
    assert not found


def test_the_lock_has_hashes_and_no_addresses():
    for lock in ("lock.txt", "lock-test.txt"):
        text = (CHECKOUT / "packaging" / lock).read_text("utf-8")
        packages = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)
        assert len(packages) > 40
        assert text.count("--hash=sha256:") >= len(packages)
        assert "://" not in text


def test_the_test_lock_holds_the_same_versions():
    def pins(lock):
        return set(re.findall(r"^([\w.-]+==[\w.]+)", (CHECKOUT / "packaging" / lock).read_text("utf-8"), re.MULTILINE))

    assert pins("lock.txt") <= pins("lock-test.txt")


def test_the_qt_that_kills_the_process_is_locked_out():
    text = (CHECKOUT / "packaging" / "lock.txt").read_text("utf-8")
    [(major, minor)] = re.findall(r"^pyside6==(\d+)\.(\d+)", text, re.MULTILINE)
    assert (6, 10) <= (int(major), int(minor)) < (6, 12)
