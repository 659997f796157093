"""From terms to the words of the wizard: the lines of the review, what stands out of them, and the plain words."""

from dataclasses import replace
from datetime import date

import pytest

from likeness.licence.terms import Approval, Fee, LimitTerm, Project, Residual, Territory
from likeness.values.days import Span
from likeness.values.money import Money
from tests.fakes.licences import a_licence
from ui.kit.words import choose_language
from ui.screens.wizard.reading import plain_words
from ui.screens.wizard.review_words import headings, review_of


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
        kept = "".join(text for text, _mark in dict(review_of(terms, {}, language))[headings()["keep"]])
    finally:
        choose_language("en")
    assert [line.endswith(end) for line, end in zip(kept.split("\n"), (approve, withdraw), strict=True)] == [True, True]


def facts(terms, heading, language="en"):
    return [text for text, mark in dict(review_of(terms, {"liora-face": "face scan"}, language))[heading] if mark]


TERMS = replace(
    a_licence().terms,
    likenesses=("liora-face",),
    territory=Territory(("EU", "GB"), ("FR",)),
    limits=(LimitTerm("line", 60), LimitTerm("second", 240, on="show")),
    create=Span(date(2026, 12, 1), date(2027, 11, 30)),
    exploit=Span(date(2026, 12, 1), None),
    fee=Fee("flat", Money(700_000, "EUR")),
    residuals=(Residual("re-run", percent="2"),),
    approval=Approval(needed=True, days=5),
    delete_by=date(2027, 12, 31),
)


@pytest.mark.parametrize(
    ("heading", "strong"),
    [
        ("With", ["Face scan"]),
        ("At most", ["60 lines", "240 seconds"]),
        ("Lasts", ["30 November 2027", "no end"]),
        ("You get", ["€7,000", "2%"]),
        ("After", ["31 December 2027"]),
    ],
)
def test_sums_days_names_and_counts_stand_out(heading, strong):
    assert facts(TERMS, heading) == strong


def test_places_stand_out_one_by_one_and_what_joins_them_does_not():
    said = dict(review_of(TERMS, {}, "en"))["Shown"]
    assert [text for text, mark in said if mark == "fact"][-3:] == ["European Union", "United Kingdom", "France"]
    assert (" and ", "") in said


def test_what_is_given_away_without_an_end_is_marked_as_a_risk():
    assert ("no end", "risk") in dict(review_of(TERMS, {}, "en"))["Lasts"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_title_that_looks_like_a_mark_or_a_brace_stays_as_it_is_written(language):
    title = "**Tern** {day} ~~Island~~ <b>"
    choose_language(language)
    try:
        said = dict(review_of(replace(TERMS, project=Project("p", title)), {}, language))[headings()["for"]]
    finally:
        choose_language("en")
    assert said[0] == (title, "fact")


def test_before_everything_is_filled_in_the_plain_words_mark_what_is():
    open_yet = replace(TERMS, project=Project("", ""))
    said = plain_words(open_yet, {"liora-face": "face scan"}, "en", ())
    assert ("face scan", "fact") in said
    assert " for a work." in "".join(text for text, mark in said if not mark)


def test_what_has_just_changed_is_new_and_what_stood_there_is_not():
    before = plain_words(TERMS, {}, "en", ())
    after = plain_words(replace(TERMS, fee=Fee("flat", Money(800_000, "EUR"))), {}, "en", before)
    assert [text for text, mark in after if mark == "new"] == ["€8,000 once"]
