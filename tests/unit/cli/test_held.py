"""`likeness use held`: what contradicts an earlier row is listed fact by fact, and answered once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lines import Line
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

USE = replace(ALLOWED, id="l-1")


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    line.sign(tmp_path, basis="consent")
    source = ("--reporter", "tidewrack", "--period", "april")
    for name, told in (
        ("first", USE),
        ("second", replace(USE, territory=("US",), quantity={**USE.quantity, "line": 9})),
    ):
        write_uses(tmp_path / f"{name}.csv", [told])
        line.asks("use", "import", tmp_path / f"{name}.csv", *source)
    return line


def test_what_contradicts_is_listed_fact_by_fact(liora):
    (row,) = liora.asks("use", "held")["held"]
    assert (row["line_id"], row["line"], row["file"]) == (USE.id, 2, "second.csv")
    assert row["changed"]["territory"] == {"before": "FR", "now": "US"}
    assert set(row["changed"]) == {"territory", "quantity.line"}
    assert "  territory: FR | US" in liora("use", "held").out


def test_the_new_row_corrects_the_old_one_once(liora):
    (row,) = liora.asks("use", "held")["held"]
    assert liora.asks("use", "held", str(row["row"]), "--take")["answer"] == "take"
    assert liora("use", "held").out == "No row waits for an answer.\n"
    assert liora.asks("use", "list")["uses"][0]["verdict"] == "OUT_OF_SCOPE"
    assert liora("use", "held", str(row["row"]), "--keep").code == 4


def test_the_earlier_row_stands(liora):
    (row,) = liora.asks("use", "held")["held"]
    liora.asks("use", "held", str(row["row"]), "--keep")
    (use,) = liora.asks("use", "list")["uses"]
    assert use["verdict"] == "IN_SCOPE"


@pytest.mark.parametrize("words", [("1",), ("--keep",), ("one", "--take")])
def test_half_an_answer_is_no_answer(liora, words):
    assert liora("use", "held", *words).code == 2
