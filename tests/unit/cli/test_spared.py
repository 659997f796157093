"""What no command may do, whatever it is told: write over a registry, or take bytes for words."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from likeness.cli.main import main
from tests.fakes.lines import Line
from tests.fakes.shared import CHECKOUT


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    line.sign(tmp_path, basis="consent")
    return line


@pytest.mark.parametrize("place", ["own.registry", "own.registry.vault"])
@pytest.mark.parametrize(
    "words",
    [
        ("licence", "dates", "--to"),
        ("trust", "card", "--to"),
        ("trust", "status", "--export"),
        ("registry", "acrobat", "--to"),
        ("registry", "backup"),
    ],
)
def test_a_registry_and_its_lock_are_never_written_over(liora, tmp_path, words, place):
    before = (tmp_path / place).read_bytes()
    said = liora(*words, tmp_path / place)
    assert (said.code, place in said.err) == (4, True)
    assert (tmp_path / place).read_bytes() == before
    assert liora("registry", "check").code == 0


def test_a_device_is_not_written_over(liora, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "also").symlink_to(pipe)
    for path in (pipe, tmp_path / "also"):
        for words in (("licence", "dates", "--to"), ("trust", "card", "--to"), ("registry", "acrobat", "--to")):
            assert liora(*words, path).code == 4
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["caf\udce9", "\ud800"])
def test_bytes_that_are_no_characters_are_told_so(liora, name):
    said = liora("use", "show", name)
    assert (said.code, "is not text" in said.err) == (2, True)


def test_a_file_may_be_named_in_bytes_that_are_no_characters(liora, tmp_path):
    path = tmp_path / "caf\udce9.likeness"
    path.write_bytes(b"nothing of ours")
    assert liora("verify", path).code == 4
    assert liora("verify", path, "--json").code == 4
    assert liora("licence", "accept", path, "--json").code == 4


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_without_these_letters_is_told_all_the_same(tmp_path, encoding):
    path, name = tmp_path / "own.registry", "Liora \u0141\U0001f33b\xe9"
    house = {**os.environ, "PYTHONIOENCODING": f"{encoding}:strict", "LIKENESS_PASSPHRASE": "a passphrase for tests"}

    def asks(*words):
        line = (sys.executable, "-m", "ui.launch", *words, "--registry", str(path))
        return subprocess.run(line, env=house, check=True, capture_output=True, cwd=CHECKOUT).stdout

    asks("registry", "init", "--name", name)
    assert json.loads(asks("registry", "info", "--json").decode(encoding))["name"] == name
    assert b"Liora" in asks("registry", "info")


@pytest.mark.parametrize(
    "words",
    [("registry", "backup"), ("licence", "dates", "--to"), ("trust", "card", "--to"), ("verify",), ("use", "import")],
)
def test_a_name_that_is_too_long_for_the_disk_is_told_so(liora, words):
    said = liora(*words, "x" * 300)
    assert (said.code in (4, 5), "made a mistake" in said.err) == (True, False)
    assert "xxx" in (said.out + said.err)[:4]


def test_a_registry_whose_name_is_too_long_is_told_so(capsys):
    assert main(["registry", "check", "--registry", "x" * 300]) == 5
    assert "xxx" in capsys.readouterr().err
