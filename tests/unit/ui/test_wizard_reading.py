"""From terms to the words of the review."""

from dataclasses import replace

import pytest

from likeness.licence.terms import Approval
from tests.fakes.licences import a_licence
from ui.kit.words import choose_language
from ui.screens.wizard.reading import headings, review_of


@pytest.mark.parametrize(
    ("language", "days", "approve", "withdraw"),
    [
        ("en", 1, "within 1 day", "with notice of 1 day"),
        ("en", 5, "within 5 days", "with notice of 5 days"),
        ("fr", 1, "sous 1 jour", "avec un préavis de 1 jour"),
        ("fr", 5, "sous 5 jours", "avec un préavis de 5 jours"),
    ],
)
def test_one_day_is_a_day_in_the_review(language, days, approve, withdraw):
    choose_language(language)
    try:
        terms = replace(a_licence().terms, approval=Approval(needed=True, days=days), notice_days=days)
        kept = dict(review_of(terms, {}, language))[headings()["keep"]]
    finally:
        choose_language("en")
    assert [line.endswith(end) for line, end in zip(kept.split("\n"), (approve, withdraw), strict=True)] == [True, True]
