"""Rules on a use: duties and remarks follow facts that are stated, on the day of the use, and move no verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.rules.pack import DUTY
from likeness.licence.rules.remarks import remarks_on
from likeness.licence.rules.shelf import pack_ids
from likeness.licence.rules.used import Used
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Bench, Finding, Verdict
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

FINE = Finding("u", Verdict.IN_SCOPE, licences=("2026-0041",))
TERMS = terms_from(terms_document())
AD = replace(ALLOWED, act="show", purpose="commercial", medium=("web",), territory=("US-NY",), modification=None)


def duties(use, day, *packs, terms=TERMS, finding=FINE, died_on=None):
    case = Used(use, finding, terms, day, died_on)
    return [rule.id for rule in remarks_on(case, packs) if rule.level == DUTY]


def test_without_packs_there_are_no_further_duties():
    assert duties(AD, date(2026, 8, 10)) == []


def test_an_advertisement_in_new_york_says_so_from_its_first_day():
    assert duties(AD, date(2026, 6, 8), "ny-ads") == []
    assert duties(AD, date(2026, 6, 9), "ny-ads") == ["R72"]


@pytest.mark.parametrize(
    ("change", "owed"),
    [
        ({"territory": ("US",)}, True), ({"territory": ("US-CA",)}, False), ({"territory": ("WORLD",)}, True),
        ({"territory": ("ROW",)}, False), ({"territory": ()}, False), ({"purpose": "promo"}, False),
        ({"purpose": "series"}, False), ({"purpose": None}, False), ({"medium": ("radio", "podcast")}, False),
        ({"medium": ("radio", "web")}, True), ({"modification": ("dubbing",)}, False), ({"act": "evaluate"}, False),
        ({"modification": ("dubbing", "de-age")}, True), ({"purpose": "advertising"}, True),
    ],
)  # fmt: skip
def test_what_counts_as_such_an_advertisement(change, owed):
    assert ("R72" in duties(replace(AD, **change), date(2026, 8, 10), "ny-ads")) == owed


def test_disclosure_in_the_union_begins_on_2_august_2026():
    assert duties(ALLOWED, date(2026, 8, 1), "eu-ai-act") == []
    assert duties(ALLOWED, date(2026, 8, 2), "eu-ai-act") == ["R77"]
    assert duties(replace(ALLOWED, territory=("GB",)), date(2026, 8, 2), "eu-ai-act") == []


def test_pay_follows_the_agreement_that_is_named():
    spot = replace(AD, act="generate", modification=("new-dialogue",))
    packs = ("sag-aftra-commercials-2025", "sag-aftra-interactive-2025", "sag-aftra-tv-theatrical")
    named = {name: replace(TERMS, union_agreement=f"SAG-AFTRA {name}") for name in
             ("Commercials Contracts 2025", "Interactive Media Agreement 2025", "TV/Theatrical")}  # fmt: skip
    owed = {name: duties(spot, date(2026, 8, 10), *packs, terms=terms) for name, terms in named.items()}
    assert owed == {
        "Commercials Contracts 2025": ["R33"],
        "Interactive Media Agreement 2025": ["R37-use"],
        "TV/Theatrical": ["R13"],
    }
    live = replace(spot, purpose="game-realtime", modification=("real-time",))
    interactive = named["Interactive Media Agreement 2025"]
    assert duties(live, date(2026, 8, 10), *packs, terms=interactive) == ["R36", "R37-use"]
    assert duties(live, date(2026, 8, 10), *packs) == []


def test_a_use_that_nobody_licensed_has_no_terms_and_still_obliges():
    found = replace(FINE, verdict=Verdict.OUT_OF_SCOPE, broken=("no-licence",), licences=())
    fake = replace(AD, content=("sexual-content",))
    assert duties(fake, date(2026, 8, 10), *pack_ids(), terms=None, finding=found) == ["R72", "R75"]
    said = [rule.id for rule in remarks_on(Used(fake, found, None, date(2026, 8, 10)), ("no-fakes-bill",))]
    assert said == ["R67"]


def test_another_project_is_a_new_consent_and_price():
    found = replace(FINE, verdict=Verdict.OUT_OF_SCOPE, broken=("project",))
    remarks = remarks_on(Used(ALLOWED, found, TERMS, date(2026, 8, 10)), ("sag-aftra-tv-theatrical",))
    assert [(rule.id, rule.level == DUTY) for rule in remarks] == [("R11", False)]


@pytest.mark.parametrize("act", ["train", "fine-tune", "data-mine"])
def test_learning_from_a_likeness_is_a_grant_of_its_own(act):
    found = replace(FINE, verdict=Verdict.OUT_OF_SCOPE, broken=("act",))
    case = Used(replace(ALLOWED, act=act), found, TERMS, date(2026, 8, 10))
    assert "R22" in {rule.id for rule in remarks_on(case, ("sag-aftra-tv-theatrical",))}


def test_the_estate_is_told_once_the_performer_is_dead():
    after = replace(TERMS, after_death=True)
    died = date(2026, 5, 1)
    assert duties(ALLOWED, date(2026, 5, 1), "posthumous", terms=after, died_on=died) == ["R16-estate"]
    assert duties(ALLOWED, date(2026, 4, 30), "posthumous", terms=after, died_on=died) == []
    assert duties(ALLOWED, date(2026, 5, 1), "posthumous", died_on=died) == []


def judged(use, day=date(2026, 8, 10), **changes):
    """Return the remarks of every pack on a use, judged beside the example licence with changes."""
    terms = terms_from(terms_document(limits=[], longest_seconds=None) | changes)
    found = Bench([grant_of("2026-0001", terms, signed=True, accepted=True)]).judge([use])[0]
    return {rule.id for rule in remarks_on(Used(use, found, terms if found.licences else None, day), pack_ids())}


@pytest.mark.parametrize(
    ("use", "terms", "said"),
    [
        ({"modification": ("lip-sync",)}, {}, True), ({"modification": ("accent", "new-dialogue")}, {}, True),
        ({"modification": ("unfilmed-shots",)}, {}, False),
        ({"modification": ("lip-sync", "de-age")}, {"modifications": ["lip-sync"]}, False),
        ({"content": ("nudity",)}, {}, True), ({"content": ("politics",)}, {}, False),
        ({"content": ("politics", "nudity")}, {"forbidden_content": ["politics"]}, True),
    ],
)  # fmt: skip
def test_features_are_hair_mouth_voice_and_nudity(use, terms, said):
    spot = replace(ALLOWED, purpose="commercial", **use)
    assert ("R32" in judged(spot, purposes=["advertising"], **terms)) == said


@pytest.mark.parametrize(
    ("change", "owed"),
    [
        ({}, False), ({"territory": ("JP",)}, False), ({"language": ("de",)}, False), ({"project": "other"}, True),
        ({"purpose": "commercial"}, True), ({"user": "stranger"}, True), ({"act": "train"}, False),
    ],
)  # fmt: skip
def test_intimate_content_that_was_granted_is_not_taken_down_for_its_place(change, owed):
    nude = replace(ALLOWED, content=("nudity",))
    assert ("R75" in judged(replace(nude, **change), forbidden_content=[])) == owed
    assert "R75" in judged(nude)  # the example licence forbids it


def test_outside_the_description_is_what_a_description_names():
    assert "R06" in judged(replace(ALLOWED, project="other"))
    assert "R06" in judged(replace(ALLOWED, at=date(2030, 1, 1)))
    many = replace(ALLOWED, quantity={"line": 999, "second": 28})
    assert "R06" not in judged(many, limits=[{"unit": "line", "max": 40}])
    unsigned = replace(FINE, verdict=Verdict.OUT_OF_SCOPE, broken=("not-in-force",))
    assert "R06" not in {rule.id for rule in remarks_on(Used(ALLOWED, unsigned, TERMS, date(2026, 8, 10)), pack_ids())}


def test_a_work_that_is_shown_unaltered_is_not_said_to_be_made_by_a_machine():
    shown = replace(ALLOWED, act="show", modification=())
    assert "R77" not in judged(shown)
    assert "R77" in judged(replace(shown, modification=("de-age",)))
    assert "R77" in judged(replace(shown, modification=None))
    assert "R77" in judged(replace(ALLOWED, modification=()))
