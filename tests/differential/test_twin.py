"""The twin judges random worlds as the judge does: same verdict, same terms, same licences, whole or in parts."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from likeness.bulk import match, meeting, numbering, once
from tests.differential.comparing import pairs, twin_differs
from tests.differential.worlds import make_world, worlds
from tests.fakes.licences import terms_document


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=worlds(), cut=st.integers(0, 6))
def test_same_findings(document, cut):
    same(document, cut)


def test_same_findings_on_two_thousand_pairs():
    dice, seen = random.Random(2026), 0
    while seen < 2_000:
        document = make_world(dice.choice)
        same(document, dice.choice((0, 1, 3)))
        seen += pairs(document)


@pytest.mark.parametrize(
    ("module", "name", "most"),
    [(meeting, "LARGEST_TABLE", 0), (once, "LARGEST_TABLE", 0), (match, "MOST_PAIRS", 2), (numbering, "_SHIFTS", ())],
    ids=["too-many-ways", "too-many-pairs-for-a-table", "slices", "numbers-in-order"],
)
def test_the_ways_round_what_does_not_fit_say_the_same(monkeypatch, module, name, most):
    monkeypatch.setattr(module, name, most)
    dice, seen = random.Random(name), 0
    while seen < 300:
        document = make_world(dice.choice)
        same(document, dice.choice((0, 2)))
        seen += pairs(document)


@pytest.mark.parametrize(
    "event",
    [
        {"event": "strike-began"},
        {"event": "suspended", "licence": "2026-0041"},
        {"event": "withdrawn", "licence": "2026-0041"},
        {"event": "superseded", "licence": "2026-0041", "by": "2026-0042"},
        {"event": "died", "performer": "liora"},
    ],
    ids=lambda event: event["event"],
)
def test_a_day_that_a_zone_left_out(event):
    """The 30th of December 2011 has no hour in Apia: it is before what happened at the instant at which it stands."""
    days = {"from": "2011-01-01", "to": "2030-01-01"}
    terms = terms_document(zone="Pacific/Apia", create=days, exploit=days, strike_clause=True, basis="consent",
                           withdrawal={"notice_days": 0})  # fmt: skip
    asked = {"user": terms["licensee"]["id"], "likeness": terms["likenesses"][0], "project": terms["project"]["id"]}
    uses = [{**asked, "id": f"u-{day}", "act": "generate", "at": f"2011-12-{day}"} for day in (29, 30, 31)]
    licence = {"number": "2026-0041", "signed": True, "accepted": True, "terms": terms}
    happened = [{**event, "at": "2011-12-30T10:00:00Z"}]
    same({"format": "likeness-world/1", "likenesses": [], "licences": [licence], "events": happened, "uses": uses}, 0)


def test_a_licence_is_used_up_by_rows_that_fall_through_to_it_and_by_those_it_alone_answers():
    """The third use falls through to the open-ended licence, which the first one has used up: both have their turn."""
    days = {"from": "2026-01-01", "to": None}
    open_ended = terms_document(create=days, limits=[{"unit": "episode", "max": 1}])
    open_ended["project"]["ids"] = ["harbour-nine-1"]
    ending = terms_document(create={**days, "to": "2030-01-01"}, limits=[{"unit": "line", "max": 5}])
    licences = [
        {"number": number, "signed": True, "accepted": True, "terms": terms}
        for number, terms in (("2026-0001", open_ended), ("2026-0002", ending))
    ]
    asked = {"user": "tidewrack", "likeness": "liora-voice-2025", "act": "generate", "purpose": "series",
             "medium": "svod", "territory": "FR", "language": "fr", "modification": ["new-dialogue"], "content": [],
             "quantity": {"line": 5, "second": 5, "episode": 1}}  # fmt: skip
    uses = [
        {**asked, "id": f"u-{n}", "project": project, "at": f"2026-04-0{n}"}
        for n, project in enumerate(("harbour-nine-1", "harbour-nine-2", "harbour-nine-2"), 1)
    ]
    same({"format": "likeness-world/1", "likenesses": [], "licences": licences, "events": [], "uses": uses}, 0)


def same(document, cut):
    assert twin_differs(document, cut) == []
