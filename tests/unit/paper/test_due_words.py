"""What a due is for, in words."""

from __future__ import annotations

import pytest

from likeness.paper.words import due_words
from tests.fakes.dues import made, owed


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (9, "Fee for 9 lines, use g1", "Rémunération pour 9 répliques, usage g1"),
        (1, "Fee for 1 line, use g1", "Rémunération pour 1 réplique, usage g1"),
    ],
)
def test_a_fee_for_each_unit_says_of_what(count, english, french):
    [due] = owed(
        [made("g1", "2026-04-01", line=count)],
        fee={"basis": "per-unit", "minor": 5, "currency": "EUR", "unit": "line"},
    )
    assert (due_words.about("en", due), due_words.about("fr", due)) == (english, french)


def test_a_correction_is_called_by_the_line_that_it_corrects():
    fee = {"basis": "per-use", "minor": 5, "currency": "EUR"}
    said = lambda language, use: due_words.about(language, owed([made(use, "2026-04-01")], fee=fee)[0])
    assert said("en", "1@2-2") == said("en", "1@2-2@") == "Fee for use 1, corrected"
    assert said("fr", "a@b@12-340") == "Rémunération de l’usage a@b, corrigé"
    others = ("u-1", "1@2", "x@2-b")
    assert [said("en", one) for one in others] == [f"Fee for use {one}" for one in others]
