"""Where the answer goes: a reader that closes early, a full disk. What was done is done, and the exit still says it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.lines import PASSPHRASE, Line
from tests.fakes.shared import CHECKOUT

FULL = Path("/dev/full")


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    return Line(tmp_path / "own.registry", capsys, monkeypatch).begin()


def run(line, *words, out, err=subprocess.PIPE):
    """Run a command as a process of its own, with its output where we say: its exit code and complaint."""
    command = [sys.executable, "-m", "ui.launch", "--registry", str(line.registry), *map(str, words)]
    given = os.environ | {"PYTHONPATH": str(CHECKOUT), "LIKENESS_PASSPHRASE": PASSPHRASE}
    ended = subprocess.run(command, env=given, stdout=out, stderr=err, text=True, check=False)
    return ended.returncode, ended.stderr


@pytest.fixture
def closed():
    """A pipe whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize(("words", "code"), [(["licence", "list"], 0), (["verify", "none.pdf"], 4), (["-h"], 0)])
def test_a_reader_that_goes_changes_no_exit(liora, closed, words, code):
    assert run(liora, *words, out=closed) == (code, "")


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
def test_a_full_place_for_the_answer_does_not_say_that_nothing_was_changed(liora):
    with FULL.open("w") as full:
        words = ["double", "add", "--id", "v", "--kind", "voice-model", "--title", "Voice"]
        code, said = run(liora, *words, out=full)
        assert code == 5
        assert "What was asked for is done" in said
        assert "v" in [row["id"] for row in liora.asks("double", "list")["doubles"]]
        assert run(liora, "licence", "show", "none", "--json", out=full) == (4, "")  # no traceback either
        assert run(liora, "licence", "show", "none", out=subprocess.DEVNULL, err=full)[0] == 4
