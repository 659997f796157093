"""What is asked about the values of a report: each once, the most frequent first, and nothing that is a code."""

from __future__ import annotations

from collections import Counter

from likeness.feeds.batches import batches
from likeness.feeds.mapping import Mapping
from likeness.feeds.sniff import sniff
from likeness.feeds.unmatched import questions_of, unmatched_in
from tests.fakes.reports import KNOWN, report_of


def test_values_that_nothing_matches(tmp_path):
    rows = ("tidewrack,FR,PROMO", "tidewrack,France|DE,promo", "Acme,Atlantis|FR,series", "Acme,,Promo ", "Acme,n/a,")
    (batch,) = batches(
        sniff(report_of(tmp_path, *rows, headings=("user", "territory", "Kind"))), Mapping({"Kind": "act"})
    )
    asked = questions_of(unmatched_in(batch.facts), KNOWN)
    assert [(target, one.word, one.count, one.code, one.nothing) for target, one in asked] == [
        ("act", "PROMO", 3, None, False),
        ("user", "Acme", 3, None, False),
        ("act", "series", 1, None, False),
        ("territory", "Atlantis", 1, None, False),
        ("territory", "France", 1, "FR", False),
        ("territory", "n/a", 1, None, True),
    ]


def test_nothing_is_asked_about_nothing():
    assert questions_of({"user": Counter()}, KNOWN) == []
