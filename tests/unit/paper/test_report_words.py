"""What became of a report's rows, one and many: French says one for 0 and 1, English for 1 alone."""

from __future__ import annotations

import pytest

from likeness.paper.names import many
from likeness.paper.words.report_words import conflicting, kept

NB = "\u00a0"


@pytest.mark.parametrize(
    ("counts", "english", "french"),
    [
        ((1, 1, 0, 0), "1 row: 1 decided, 0 not readable, 0 seen before.",
         f"1 ligne{NB}: 1 jugée, 0 illisible, 0 déjà vue."),
        ((1200, 1196, 2, 2), "1,200 rows: 1,196 decided, 2 not readable, 2 seen before.",
         f"1\u202f200 lignes{NB}: 1\u202f196 jugées, 2 illisibles, 2 déjà vues."),
        ((0, 0, 0, 0), "0 rows: 0 decided, 0 not readable, 0 seen before.",
         f"0 ligne{NB}: 0 jugée, 0 illisible, 0 déjà vue."),
    ],
)  # fmt: skip
def test_rows_are_counted_in_both_languages(counts, english, french):
    numbers = dict(zip(("rows", "decided", "rejected", "duplicates"), counts, strict=True))
    assert (kept("en", **numbers), kept("fr", **numbers)) == (english, french)


def test_one_row_that_says_something_else_is_one():
    assert conflicting("en", 1, 0)[0].startswith("1 of those seen before says")
    assert conflicting("fr", 1, 0)[0].startswith("1 des lignes déjà vues dit maintenant")
    assert conflicting("fr", 2, 0)[0].startswith("2 des lignes déjà vues disent maintenant")


def test_a_row_that_was_answered_is_held_no_longer():
    held, answered = conflicting("en", 3, 1)
    assert held.startswith("2 of those seen before say something else now. They are held")
    assert answered == "1 of those seen before says something else. You have answered it already."
    assert conflicting("fr", 1, 1) == ["1 des lignes déjà vues dit autre chose. Vous y avez déjà répondu."]
    assert conflicting("en", 0, 0) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["No verdict changed.", "1 verdict changed.", "2 verdicts changed."]),
        ("fr", ["Aucun avis n’a changé.", "1 avis a changé.", "2 avis ont changé."]),
    ],
)
def test_verdicts_that_changed(language, said):
    assert [many(language, "report", "rechecked", n) for n in range(3)] == said
