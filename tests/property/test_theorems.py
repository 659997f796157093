"""Theorems of the judge, one property each, over small worlds drawn near its boundaries."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.event import Event
from likeness.scope.judge import Bench, Verdict
from likeness.scope.use import Use
from likeness.values.days import Span
from tests.fakes.licences import terms_document

BASE = grant_of("2026-0001", terms_from(terms_document(limits=[], longest_seconds=None)), signed=True, accepted=True)
RANK = [Verdict.IN_SCOPE, Verdict.NEEDS_REVIEW, Verdict.OUT_OF_SCOPE]
FIRST = date(2026, 3, 1)

few = lambda *values: st.frozensets(st.sampled_from(values), max_size=3)  # noqa: E731  three strategies alike
days = st.integers(-2, 12).map(lambda n: FIRST + timedelta(days=n))
instants = st.builds(lambda d, h: datetime(d.year, d.month, d.day, h, tzinfo=UTC), days, st.integers(0, 23))
grants = st.builds(
    lambda number, first, length, **kw: replace(
        BASE, number=f"2026-{number:04}", create=Span(first, first + timedelta(days=length)), **kw
    ),
    st.integers(1, 6), days, st.integers(0, 8),
    signed=st.sampled_from([True, True, True, False]),
    acts=few("generate", "alter", "train"),
    purposes=few("series", "advertising", "promo", "*"),
    media=few("tv", "free-tv", "streaming", "*"),
    include=few("EU", "FR", "US", "WORLD"),
    exclude=few("US-CA", "FR"),
    languages=few("en", "fr", "fr-CA", "*"),
    modifications=few("new-dialogue", "de-age", "*"),
    forbidden_content=few("politics", "nudity"),
    pass_on=st.sampled_from([None, frozenset(), frozenset({"oxbow"})]),
    likenesses=st.sampled_from([frozenset({"a"}), frozenset({"a", "b"}), frozenset({"b"})]),
    exploit=st.sampled_from([None, Span(FIRST, None), Span(FIRST, FIRST + timedelta(days=5))]),
)  # fmt: skip
maybe = lambda *values: st.sampled_from((None, *values))  # noqa: E731
several = lambda *values: st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)  # noqa: E731
uses = st.builds(
    Use,
    id=st.just("u"),
    user=maybe("tidewrack", "oxbow", "nobody"),
    likeness=several("a", "b"),
    project=maybe("harbour-nine-2", "other"),
    act=maybe("generate", "train", "show", "juggle"),
    purpose=maybe("series", "promo", "nonsense"),
    medium=several("free-tv", "svod", "hologram"),
    territory=several("FR", "US", "US-CA", "EU", "ROW", "ZZ"),
    language=several("fr", "fr-FR", "en", "zxx", "und"),
    modification=st.one_of(st.none(), several("new-dialogue", "de-age", "soul-swap")),
    content=st.one_of(st.none(), several("politics", "gore")),
    at=st.one_of(st.none(), days, instants),
    made_at=st.one_of(st.none(), days, instants),
)
worlds = st.lists(grants, max_size=4, unique_by=lambda grant: grant.number)
some = settings(max_examples=150, deadline=None)


def judged(licences, use, events=()):
    return Bench(licences, events).judge([use])[0]


def rank(finding):
    return RANK.index(finding.verdict)


@some
@given(worlds, uses)
def test_order_and_duplicates_of_licences_do_not_matter(licences, use):
    assert judged(licences, use) == judged([*reversed(licences), *licences], use)


@some
@given(worlds, grants, uses)
def test_adding_a_licence_never_turns_yes_into_no(licences, more, use):
    known = {grant.number for grant in licences}
    if more.number not in known:
        assert rank(judged([*licences, more], use)) <= rank(judged(licences, use)) or not use.likeness


@some
@given(worlds, uses)
def test_no_licence_for_a_likeness_is_no(licences, use):
    assert judged([], use).verdict is (Verdict.OUT_OF_SCOPE if use.likeness else Verdict.NEEDS_REVIEW)


@some
@given(worlds, uses)
def test_the_licences_named_alone_give_the_same_verdict(licences, use):
    found = judged(licences, use)
    named = [grant for grant in licences if grant.number in found.licences]
    assert judged(named, use).verdict is found.verdict


@some
@given(worlds, uses)
def test_a_use_is_as_bad_as_its_worst_cell(licences, use):
    if use.likeness and use.medium and use.language:
        parts = [replace(use, likeness=(a,), medium=(m,), language=(x,))
                 for a in use.likeness for m in use.medium for x in use.language]  # fmt: skip
        assert rank(judged(licences, use)) == max(rank(judged(licences, part)) for part in parts)


@some
@given(worlds, uses, st.sampled_from(["purposes", "media", "include", "languages", "modifications", "acts"]))
def test_narrowing_a_licence_never_widens_cover(licences, use, dimension):
    narrower = [replace(grant, **{dimension: frozenset()}) for grant in licences]
    assert rank(judged(narrower, use)) >= rank(judged(licences, use))


@some
@given(worlds, uses)
def test_forbidding_more_never_turns_no_into_yes(licences, use):
    stricter = [replace(grant, forbidden_content=grant.forbidden_content | {"politics"}) for grant in licences]
    assert rank(judged(stricter, use)) >= rank(judged(licences, use))


@some
@given(worlds, uses, instants)
def test_a_withdrawal_never_makes_a_use_better(licences, use, at):
    events = [Event("withdrawn", at, licence=grant.number) for grant in licences]
    assert rank(judged(licences, use, events)) >= rank(judged(licences, use))


@some
@given(worlds, uses)
def test_in_scope_has_no_reasons_and_refusals_name_them(licences, use):
    found = judged(licences, use)
    assert (found.verdict is Verdict.IN_SCOPE) == (not found.broken and not found.missing)
    assert (found.verdict is Verdict.OUT_OF_SCOPE) == bool(found.broken)


@some
@given(grants)
def test_the_last_day_is_covered_and_the_day_after_is_not(grant):
    use = Use("u", "tidewrack", ("a",), act="generate", at=grant.create.last)
    after = replace(use, at=grant.create.last + timedelta(days=1))
    widened = replace(grant, likenesses=frozenset({"a"}))
    assert "date" not in judged([widened], use).broken
    assert "date" in judged([widened], after).broken
