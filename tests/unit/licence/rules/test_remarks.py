"""Rules on a use: duties and remarks follow facts that are stated, on the day of the use, and move no verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.licence.rules.remarks import duties_on, remarks_on
from likeness.licence.rules.shelf import pack_ids
from likeness.licence.rules.used import Used
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Finding, Verdict
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

FINE = Finding("u", Verdict.IN_SCOPE, licences=("2026-0041",))
TERMS = terms_from(terms_document())
AD = replace(ALLOWED, act="show", purpose="commercial", medium=("web",), territory=("US-NY",), modification=None)


def duties(use, day, *packs, terms=TERMS, finding=FINE, died_on=None):
    return duties_on(Used(use, finding, terms, day, died_on), packs)


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
    case = Used(ALLOWED, found, TERMS, date(2026, 8, 10))
    assert [rule.id for rule in remarks_on(case, ("sag-aftra-tv-theatrical",))] == ["R11"]
    assert duties_on(case, ("sag-aftra-tv-theatrical",)) == []


def test_the_estate_is_told_once_the_performer_is_dead():
    after = replace(TERMS, after_death=True)
    died = date(2026, 5, 1)
    assert duties(ALLOWED, date(2026, 5, 1), "posthumous", terms=after, died_on=died) == ["R16-estate"]
    assert duties(ALLOWED, date(2026, 4, 30), "posthumous", terms=after, died_on=died) == []
    assert duties(ALLOWED, date(2026, 5, 1), "posthumous", died_on=died) == []
