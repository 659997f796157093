"""What each condition of a rule means, in one case where it holds and one, as near as may be, where it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.licence.rules.conditions import FOR_LICENCE, FOR_LIKENESS, FOR_USE
from likeness.licence.rules.drafted import Drafted, Recorded
from likeness.licence.rules.used import Used
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Finding, Verdict
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

DAY = date(2026, 7, 20)
NOTICE = {"notice_at": "2026-07-20T10:00:00Z", "service_at": "2026-07-20T11:00:00Z"}


@pytest.mark.parametrize(
    ("name", "wanted", "holds", "does_not"),
    [
        ("approval", True, {"approval": {"needed": True, "days": 5}}, {"approval": {"needed": False}}),
        ("approval", False, {"approval": None}, {"approval": {"needed": True, "days": 5}}),
        ("basis", ["consent"], {"basis": "consent"}, {"basis": "contract"}),
        ("bought-out", True, {"residuals": []}, {"residuals": [], "fee": {"basis": "none"}}),
        ("bought-out", True, {"residuals": []}, {"residuals": [{"per": "title", "percent": "1.0"}]}),
        ("every", ["purposes", "media"], {"purposes": ["*"], "media": ["*"]}, {"purposes": ["*"], "media": ["tv"]}),
        ("passes-on", "anyone", {"pass_on": "anyone"}, {"pass_on": ["oxbow"]}),
        ("passes-on", "somebody", {"pass_on": ["oxbow"]}, {"pass_on": "nobody"}),
        ("notice-shorter-than-hours", 48, NOTICE, NOTICE | {"service_at": None}),
        ("notice-shorter-than-hours", 48, NOTICE, NOTICE | {"notice_at": None}),
        ("withdrawal-longer-than-days", 9, {"withdrawal": {"notice_days": 10}}, {"withdrawal": {"notice_days": 9}}),
        ("showing-longer-than-years", 1, {"exploit": {"from": "2026-01-01", "to": "2027-01-01"}}, {"exploit": None}),
        ("making-longer-than-years", 10, {"create": {"from": "2026-01-01", "to": "9999-12-31"}},
         {"create": {"from": "9995-01-01", "to": "9999-12-31"}}),
    ],
)  # fmt: skip
def test_a_condition_on_a_licence(name, wanted, holds, does_not):
    asked = [FOR_LICENCE[name](Drafted(terms_from(terms_document(**one)), DAY), wanted) for one in (holds, does_not)]
    assert asked == [True, False]


def test_letters_that_no_page_could_show_are_told_apart_from_those_that_need_a_font():
    case = Drafted(terms_from(terms_document()), DAY, no_page_shows=("\u0bb8", "\u0bb9"), pages_may_show=("\u4e2d",))
    assert FOR_LICENCE["unshown"](case, "ever") == ("\u0bb8 \u0bb9",)
    assert FOR_LICENCE["unshown"](case, "yet") == ("\u4e2d",)


def test_only_what_is_named_and_not_recorded_is_unrecorded():
    terms = terms_from(terms_document(likenesses=["a", "b"]))
    known = Drafted(terms, DAY, (Recorded("a", "voice-model", "A"),))
    assert FOR_LICENCE["unrecorded"](known, True) == ("b",)
    assert FOR_LICENCE["unrecorded"](known, False) == ()
    assert FOR_LICENCE["unrecorded"](Drafted(terms, DAY), True) == ()  # no registry was asked


def test_nothing_is_made_past_a_death_that_is_not_known():
    terms = terms_from(terms_document(create={"from": "2026-01-01", "to": "2036-01-01"}))
    past = [FOR_LICENCE["making-past-death-by-years"](Drafted(terms, DAY, died_on=day), 10)
            for day in (None, date(2026, 1, 1), date(2025, 12, 31))]  # fmt: skip
    assert past == [False, False, True]


def test_who_is_born_late_in_the_calendar_has_birthdays_to_its_end():
    performer = {"id": "p", "name": "P", "born": "9990-01-01"}
    terms = terms_from(terms_document(performer=performer, create={"from": "9995-01-01", "to": None}))
    assert FOR_LICENCE["younger-than"](Drafted(terms, DAY), 18)
    assert FOR_LICENCE["making-past-birthday"](Drafted(terms, DAY), 18)  # it has no end: it is made up to the last day


@pytest.mark.parametrize(("name", "field", "value"), [
    ("captured-on", "captured_on", DAY), ("kept-until", "delete_by", DAY), ("reason", "reason", "For the film."),
])  # fmt: skip
def test_what_is_recorded_of_a_likeness(name, field, value):
    bare = Recorded("a", "voice-model", "A")
    said = [
        FOR_LIKENESS[name](one, wanted) for one in (bare, replace(bare, **{field: value})) for wanted in (True, False)
    ]
    assert said == [False, True, True, False]


def used(terms=None, died_on=None, **facts):
    return Used(replace(ALLOWED, **facts), Finding("u", Verdict.OUT_OF_SCOPE), terms, DAY, died_on)


def test_a_fact_that_is_not_stated_fits_no_condition():
    silent = used(purpose=None, content=None, modification=None, medium=(), territory=())
    for name, wanted in (
        ("purpose-used", ["advertising"]), ("content-shown", ["nudity"]), ("modification-used", ["accent"]),
        ("modification-only", ["accent"]), ("modification-not-granted", ["accent"]), ("unaltered", True),
        ("medium-only", ["radio"]), ("used-in", ["US"]),
    ):  # fmt: skip
        assert not FOR_USE[name](silent, wanted), name


def test_without_a_licence_nothing_is_said_of_what_it_grants():
    changed = {"modification": ("accent",)}
    assert not FOR_USE["modification-not-granted"](used(**changed), ["accent"])
    narrow, wide = (terms_from(terms_document(modifications=codes)) for codes in (["lip-sync"], ["accent"]))
    assert FOR_USE["modification-not-granted"](used(narrow, **changed), ["accent"])
    assert not FOR_USE["modification-not-granted"](used(wide, **changed), ["accent"])


@pytest.mark.parametrize(("died_on", "holds"), [
    (None, False), (date(2026, 7, 21), False), (DAY, True), (date(1956, 7, 20), True), (date(1956, 7, 19), False),
])  # fmt: skip
def test_seventy_years_after_a_death_end_on_its_anniversary(died_on, holds):
    assert FOR_USE["performer-dead-at-most-years"](used(died_on=died_on), 70) == holds
