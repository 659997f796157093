"""Where a warning would be wrong it is silent: phrases that deny, days before a rule, trailers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.licence.rules.caveats import caveats_on
from likeness.licence.rules.drafted import Drafted, Recorded
from likeness.licence.rules.remarks import remarks_on
from likeness.licence.rules.shelf import pack_ids
from likeness.licence.rules.used import Used
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Finding, Verdict
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

TODAY = date(2026, 7, 20)


def warned(*recorded, **changes):
    terms = terms_from(terms_document(**changes))
    return {one.rule for one in caveats_on(Drafted(terms, TODAY, recorded or None), pack_ids())}


@pytest.mark.parametrize(
    ("text", "sale"),
    [
        ("The performer shall assign and sell her likeness to the company outright.", True),
        ("She hereby assigns the voice model; assignment of all rights for one sum.", True),
        ("L’interprète cède tous les droits sur son double à la société.", True),
        ("New dialogue for the scenes assigned to the second unit of episode four.", False),
        ("Lines for episodes 1 to 8; no assignment of rights is made by this licence.", False),
        ("Lines for episodes 1 to 8; the performer retains full ownership of the voice.", False),
        ("Répliques des épisodes 1 à 8, sans cession de droits ni autre abandon.", False),
    ],
)
def test_a_text_reads_like_a_sale_where_it_says_that_something_is_assigned(text, sale):
    assert ("R63" in warned(description=text)) == sale


@pytest.mark.parametrize("text", ["not in perpetuity", "without limit in perpetuity", "in perpetuity, not for a year"])
def test_only_what_is_denied_itself_is_silent(text):
    said = "R02" in warned(description=f"Lines of the ferryman in episodes 1 to 8, {text}.")
    assert said == (not text.startswith("not"))


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("It shall not be used for any purpose other than the series Harbour Nine.", False),
        ("Ne pas employer pour tout usage autre que la série Harbour Nine, saison 2.", False),
        ("It may be used for any purpose other than advertising and merchandise.", True),
        ("Shall not be sold. It may be used for any purpose other than that.", True),
        ("It shall not expire and may be used for any purpose the company wants.", True),
    ],
)
def test_a_text_that_keeps_to_one_thing_is_not_called_vague(text, vague):
    assert ("R02" in warned(description=text)) == vague


@pytest.mark.parametrize(
    ("captured", "said"),
    [
        (None, {"R14", "R20"}), (date(2026, 7, 1), {"R14", "R20"}), (date(2026, 6, 30), {"R14"}),
        (date(2023, 11, 9), {"R14"}), (date(2023, 11, 8), set()),
    ],
)  # fmt: skip
def test_a_scan_is_judged_by_the_agreement_of_the_day_it_was_made(captured, said):
    assert warned(Recorded("liora-voice-2025", "face-scan", "Face", captured)) & {"R14", "R20"} == said


@pytest.mark.parametrize(("purpose", "said"), [("promo", False), ("commercial", True), ("advertising", True)])
def test_trailers_are_no_commercials(purpose, said):
    long = {"create": {"from": "2026-03-01", "to": "2030-02-28"}}
    assert ("R31" in warned(purposes=[purpose], **long)) == said


def test_where_nothing_may_be_shown_nobody_decides_alone_what_is_shown():
    assert "no-approval" in warned(approval=None)
    assert warned(approval=None, exploit=None) & {"no-approval", "nothing-shown"} == {"nothing-shown"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, True), ({"territory": ("FR", "US")}, True), ({"territory": ("FR",)}, False),
        ({"medium": ("print",)}, False), ({"medium": ("print", "web")}, True), ({"purpose": "merchandise"}, False),
    ],
)  # fmt: skip
def test_california_asks_for_films_and_recordings_that_are_used_there(change, said):
    values = {"territory": ("US-CA",), "purpose": "feature-film", "act": "show", "user": "ghostworks"} | change
    found = Finding("u", Verdict.OUT_OF_SCOPE, broken=("no-licence",))
    case = Used(replace(ALLOWED, **values), found, None, TODAY, date(2020, 1, 1))
    assert ("R70-use" in {rule.id for rule in remarks_on(case, ("posthumous",))}) == said
