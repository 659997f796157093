"""README, CONTRIBUTING and the decision records say what is true."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.fakes.shared import CHECKOUT

README = (CHECKOUT / "README.md").read_text("utf-8")
CONTRIBUTING = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")
DECISIONS = sorted((CHECKOUT / "packaging" / "decisions").glob("*.md"))


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "run.py", *words], cwd=CHECKOUT, capture_output=True, text=True, check=False)


def test_the_readme_begins_with_the_two_commands():
    first = README.split("```")[1]
    assert "python3 run.py  " in first
    assert "python3 run.py test" in first


def test_every_command_of_the_readme_exists():
    known = run("--help").stdout
    for word in re.findall(r"^python3 run\.py (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{word}\b", known, re.MULTILINE), word


def test_ci_runs_the_readmes_own_command():
    assert "python3 run.py test" in (CHECKOUT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_folder_that_is_named_is_there(text):
    for folder in re.findall(r"`((?:likeness|ui|resources|seeds|packaging|tests)/[\w/-]*)`", text):
        if "<" not in folder:
            assert (CHECKOUT / folder).exists(), folder


@pytest.mark.parametrize("room", ["likeness/acts", "likeness/paper", "ui/kit"])
def test_every_room_within_a_room_is_told(room):
    told = CONTRIBUTING.split(f"| In `{room}/` |")[1].split("\n\n")[0]
    rooms = {path.parent.name for path in (CHECKOUT / room).glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)/` \|", told, re.MULTILINE)) == rooms


def test_decisions_are_numbered_without_gap_and_say_why_and_what_was_refused():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    for path in DECISIONS:
        text = path.read_text("utf-8")
        assert text.startswith(f"# {path.name[:4]} "), path.name
        for heading in ("## Decision", "## Why", "## Refused"):
            assert heading in text, (path.name, heading)
        assert len(text.splitlines()) < 60, path.name
