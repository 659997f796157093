"""`likeness use import`: what is told of a report, and with which words to go on; nothing false about what was kept."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.lines import Line
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

SOURCE = ("--reporter", "tidewrack", "--period", "april")
HEADINGS = "id,user,likeness,at\n"


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    line.sign(tmp_path, basis="consent")
    return line


@pytest.fixture
def bad(tmp_path):
    """Write a report with so many rows that cannot be read."""

    def write(count):
        path = tmp_path / "bad.csv"
        path.write_text(HEADINGS + "".join(f"b-{row},u,x,soon\n" for row in range(count)), "utf-8")
        return path

    return write


@pytest.mark.parametrize(("count", "more"), [(5, None), (6, "1 more row is"), (24, "19 more rows are")])
def test_how_many_more_rows_cannot_be_read_is_said(liora, bad, count, more):
    said = liora("use", "import", bad(count)).out
    assert said.count("is not an instant") == 5
    assert ("--rejected FILE.csv" in said) == (more is not None)
    assert more is None or more in said


def test_where_the_rejected_rows_stand_is_said_instead(liora, bad, tmp_path):
    table = tmp_path / "rejected.csv"
    said = liora("use", "import", bad(9), "--rejected", table).out
    assert f"stand in {table}." in said
    assert "--rejected" not in said
    assert len(table.read_text("utf-8").splitlines()) == 10


def test_the_table_of_rejected_rows_never_takes_the_place_of_the_report(liora, bad):
    path = bad(9)
    before = path.read_bytes()
    said = liora("use", "import", path, "--rejected", path)
    assert (said.code, "Choose another name" in said.err) == (4, True)
    assert path.read_bytes() == before
    assert liora.asks("use", "import", path)["report"] == 1


def test_where_the_table_of_rejected_rows_cannot_be_written_nothing_is_recorded(liora, bad, tmp_path, monkeypatch):
    """The report was recorded first, and then it was said that nothing was changed."""
    before, whole = liora.asks("registry", "info")["leaves"], Path.open

    def full(path, mode="r", *rest, **more):
        if "w" in mode and path.name.startswith(".rejected"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", full)
    path = bad(9)
    said = liora("use", "import", path, "--rejected", tmp_path / "rejected.csv")
    assert said.code == 5
    assert "Nothing was changed" in said.err
    monkeypatch.undo()
    assert liora.asks("registry", "info")["leaves"] == before
    assert liora.asks("use", "import", path)["report"] == 1


def test_the_number_that_takes_an_import_back_is_said(liora, tmp_path):
    write_uses(tmp_path / "first.csv", [replace(ALLOWED, id="l-1")])
    assert "likeness use undo" not in liora("use", "import", tmp_path / "first.csv", "--dry-run").out
    assert liora("use", "import", tmp_path / "first.csv").out.endswith("To take it back: likeness use undo 1\n")
    assert liora("use", "undo", "1").code == 0


@pytest.mark.parametrize("answer", ["--keep", "--take"])
def test_what_was_answered_is_not_said_to_be_held(liora, tmp_path, answer):
    for name, territory in (("first", "FR"), ("second", "US")):
        write_uses(tmp_path / f"{name}.csv", [replace(ALLOWED, id="l-1", territory=(territory,))])
    liora.asks("use", "import", tmp_path / "first.csv", *SOURCE)
    second = ("use", "import", tmp_path / "second.csv", *SOURCE)
    for said in (liora(*second, "--dry-run").out, liora(*second).out, liora(*second).out):
        assert "It is held until you say which is right." in said
        assert "likeness use held" in said
    liora.asks("use", "held", "1", answer)
    said = liora(*second).out
    assert "held" not in said
    assert answer == "--take" or "You have answered it already." in said
