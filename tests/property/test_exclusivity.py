"""The collision of licences is the same as looking at every hour, every purpose and every place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.licence.rules.drafted import Holding
from likeness.licence.rules.exclusivity import promised_here, promised_there
from likeness.licence.terms import Exclusivity, Party, Territory
from likeness.licence.terms_read import terms_from
from likeness.values.codes import PURPOSES
from likeness.values.days import Span, day_in
from likeness.values.territories import covers_place
from tests.fakes.licences import terms_document

BASE = terms_from(terms_document())
TURNS = (date(2013, 6, 28), date(2020, 1, 29))  # Croatia joined the EU on 1 July, Great Britain left it on 1 February
ZONES = ("Europe/Paris", "Asia/Tokyo", "America/Los_Angeles")
PURPOSE = ("*", "series", "advertising", "commercial", "promo")
PLACE = ("EU", "HR", "GB", "US", "US-CA", "US-NY", "WORLD", "FR")
# A part nobody names stands for all the others; IS stands for every country that nobody names.
CELLS = ("HR", "GB", "US", "US-CA", "US-NY", "US-TX", "FR", "IS", "DE")
HOURS = [datetime.combine(first, time(), UTC) + timedelta(hours=n) for first in TURNS for n in range(-48, 24 * 12)]

places = st.builds(
    lambda include, exclude: Territory(tuple(include), tuple(exclude)),
    st.lists(st.sampled_from(PLACE), min_size=1, max_size=2, unique=True),
    st.lists(st.sampled_from(PLACE[:6]), max_size=2, unique=True),
)
purposes = st.lists(st.sampled_from(PURPOSE), max_size=2, unique=True).map(
    lambda it: ("*",) if "*" in it else tuple(it)
)


def spans(turn):
    """Windows of a few days around one of the turns."""
    firsts = st.integers(0, 6).map(lambda n: turn + timedelta(days=n))
    return st.builds(lambda first, length: Span(first, first + timedelta(days=length)), firsts, st.integers(0, 2))


def licences(turn, purpose=purposes, **more):
    return st.builds(
        lambda **terms: replace(BASE, **terms),
        acts=st.sampled_from([("generate",), ()]), create=spans(turn), exploit=st.one_of(st.none(), spans(turn)),
        zone=st.sampled_from(ZONES), territory=places, purposes=purpose, **more,
    )  # fmt: skip


def anybodys(turn):
    return licences(
        turn, licensee=st.sampled_from([Party(who, who) for who in ("tidewrack", "oxbow")]),
        likenesses=st.sampled_from([("a",), ("a", "b"), ("b",)]),
        exclusive=st.one_of(st.none(), st.builds(Exclusivity, purposes, places)),
    )  # fmt: skip


def rivals(turn):
    """Two companies, one voice, one purpose and a promise: what is left to differ are days and places."""
    promise = st.builds(Exclusivity, st.just(("*",)), places)
    return st.tuples(
        licences(turn, licensee=st.just(Party("tidewrack", "Tidewrack")), exclusive=promise),
        licences(turn, st.just(("series",)), licensee=st.just(Party("oxbow", "Oxbow"))),
    )


pairs = st.sampled_from(TURNS).flatmap(lambda turn: st.tuples(anybodys(turn), anybodys(turn)))
close = st.sampled_from(TURNS).flatmap(rivals)


def runs(terms, at):
    day = day_in(at, terms.zone)
    return (bool(terms.acts) and terms.create.holds(day)) or (terms.exploit is not None and terms.exploit.holds(day))


def covers(territory, place, at, zone):
    return covers_place(frozenset(territory.include), frozenset(territory.exclude), place, day_in(at, zone))


def breaks(promise, owner, rival):
    """Look at every hour in which both run, at every purpose and every cell."""
    both = [at for at in HOURS if runs(owner, at) and runs(rival, at)]
    alone, given = frozenset(promise.purposes), frozenset(rival.purposes)
    same = [code for code in PURPOSES.codes if PURPOSES.covers(alone, code) and PURPOSES.covers(given, code)]
    return bool(same) and any(
        covers(promise.territory, place, at, owner.zone) and covers(rival.territory, place, at, rival.zone)
        for at in both
        for place in CELLS
    )


@settings(max_examples=300, deadline=None)
@given(st.one_of(pairs, close))
def test_a_collision_is_an_hour_a_purpose_and_a_place_promised_twice(both):
    one, other = both
    meet = one.licensee != other.licensee and bool(set(one.likenesses) & set(other.likenesses))
    slow = meet and one.exclusive is not None and breaks(one.exclusive, one, other)
    assert bool(promised_here(one, (Holding("2026-0001", other),))) == slow


@settings(max_examples=150, deadline=None)
@given(pairs)
def test_what_one_promises_here_is_promised_there_for_the_other(both):
    one, other = both
    assert bool(promised_here(one, (Holding("n", other),))) == bool(promised_there(other, (Holding("n", one),)))


@settings(max_examples=150, deadline=None)
@given(anybodys(TURNS[0]), st.lists(anybodys(TURNS[0]), max_size=4))
def test_each_licence_is_judged_by_itself(one, others):
    held = tuple(Holding(f"2026-{n:04}", other) for n, other in enumerate(others))
    for collisions in (promised_here, promised_there):
        assert collisions(one, held) == tuple(h.number for h in held if collisions(one, (h,)))
