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


def test_the_row_that_was_corrected_is_shown_as_one_that_counts_no_more(liora):
    """It was shown as in scope, with what the company owes for it."""
    before = liora("use", "show", "l-1").out
    assert "They owe" in before
    assert "counts no more" not in before
    (row,) = liora.asks("use", "held")["held"]
    liora.asks("use", "held", str(row["row"]), "--take")
    (by,) = [one["id"] for one in liora.asks("use", "list")["uses"]]
    said = liora("use", "show", "l-1").out
    assert f"It counts no more: {by} corrects it." in said
    assert "They owe" not in said
    assert liora.asks("use", "show", "l-1")["corrected_by"] == by
    assert f"Il ne compte plus : {by} le corrige." in liora("--lang", "fr", "use", "show", "l-1").out
    liora.asks("use", "undo", "2")
    assert "counts no more" not in liora("use", "show", "l-1").out
    assert "its report was taken back" in liora("use", "show", by).out


def test_the_earlier_row_stands(liora):
    (row,) = liora.asks("use", "held")["held"]
    liora.asks("use", "held", str(row["row"]), "--keep")
    (use,) = liora.asks("use", "list")["uses"]
    assert use["verdict"] == "IN_SCOPE"


@pytest.mark.parametrize("words", [("1",), ("--keep",), ("one", "--take")])
def test_half_an_answer_is_no_answer(liora, words):
    assert liora("use", "held", *words).code == 2


def test_a_row_is_not_taken_for_another_whose_line_id_looks_like_it(liora, tmp_path):
    """Line ids are written by whoever reports: `l-1@1` is a row of its own, not the row `l-1` of report 1."""
    source = ("--reporter", "kestrelle", "--period", "may")
    outside = replace(USE, territory=("US",))
    for name, told in (
        ("third", [replace(USE, id="m-1"), replace(outside, id="m-1@3"), replace(outside, id="m-1@4-2")]),
        ("fourth", [replace(USE, id="m-1", language=("en",))]),
    ):
        write_uses(tmp_path / f"{name}.csv", told)
        liora.asks("use", "import", tmp_path / f"{name}.csv", *source)
    row = next(one for one in liora.asks("use", "held")["held"] if one["line_id"] == "m-1")
    assert row["changed"] == {"language": {"before": "fr", "now": "en"}}
    liora.asks("use", "held", str(row["row"]), "--take")
    assert {one["id"] for one in liora.asks("use", "list")["uses"]} >= {"m-1@3", "m-1@4-2", "m-1@4-2@"}
    assert liora("registry", "check").code == 0


@pytest.mark.parametrize("name", ["x@²", "x@１", "x@99999999999999999999", "@", "@1", "l-1@", "l-1@0"])
def test_there_is_no_use_with_an_id_of_any_kind(liora, name):
    said = liora("use", "show", name)
    assert (said.code, "There is no use with this id." in said.err) == (4, True)
