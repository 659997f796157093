"""Theorems of the judge, one property each, over small worlds near its boundaries (limits aside: see over_time).

After Cedar's `Thm/Authorization.lean`, fitted to FORMAT 4. `tests.differential` makes the worlds; about a quarter of
their uses is in scope, so that no theorem holds for want of a case.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.licence.grants import grant_of
from likeness.licence.world import world_from
from likeness.scope.cells import cells_of
from likeness.scope.event import Event
from likeness.scope.judge import Bench, Verdict
from likeness.scope.use import Use
from likeness.values.codes import CONTENT
from likeness.values.days import start_utc
from likeness.verifier.finding import Found, find, open_found
from tests.differential.worlds import worlds
from tests.fakes.licences import a_licence, accepted, signed
from tests.fakes.papers import read_here, sealed

RANK = [Verdict.IN_SCOPE, Verdict.NEEDS_REVIEW, Verdict.OUT_OF_SCOPE]


def unlimited(document):
    world = world_from(document)
    return replace(world, grants=tuple(replace(grant, limits=()) for grant in world.grants))


scenes = worlds(uses=(1, 2)).map(unlimited)
some = settings(max_examples=100, deadline=None)


def judged(world, **changes):
    return replace(world, **changes).judge()


def ranks(findings):
    return [RANK.index(finding.verdict) for finding in findings]


def assert_no_better(changed, before):
    assert all(now >= then for now, then in zip(ranks(changed), ranks(before), strict=True))


def part(use, cell):
    """A use of one cell only."""
    stated = {name: () if value is None else (value,) for name, value in cell._asdict().items()}
    return replace(use, **stated)


@some
@given(scenes)
def test_no_licences_no_cover(world):
    for use, finding in zip(world.uses, judged(world, grants=()), strict=True):
        expected = Verdict.OUT_OF_SCOPE if use.likeness else Verdict.NEEDS_REVIEW
        assert (finding.verdict, finding.licences) == (expected, ())


@some
@given(scenes)
def test_a_cell_is_covered_only_if_one_licence_covers_all_of_it(world):
    for use in [part(whole, cell) for whole in world.uses for cell in cells_of(whole)]:
        [together] = judged(world, uses=(use,))
        alone = [judged(world, uses=(use,), grants=(grant,))[0].verdict for grant in world.grants]
        assert (together.verdict is Verdict.IN_SCOPE) == (Verdict.IN_SCOPE in alone)


@some
@given(scenes)
def test_a_use_is_as_bad_as_its_worst_cell(world):
    for use, finding in zip(world.uses, judged(world), strict=True):
        cells = [judged(world, uses=(part(use, cell),))[0] for cell in cells_of(use)]
        if use.likeness:
            assert ranks([finding]) == [max(ranks(cells))]
            assert set(finding.broken) == {term for cell in cells for term in cell.broken}
            assert set(finding.missing) == {term for cell in cells for term in cell.missing}
            assert set(finding.licences) == {number for cell in cells for number in cell.licences}


@some
@given(scenes, st.randoms())
def test_order_and_duplicates_of_licences_do_not_matter(world, dice):
    shuffled = [*world.grants, *world.grants]
    dice.shuffle(shuffled)
    assert judged(world, grants=tuple(shuffled)) == judged(world)


@some
@given(scenes)
def test_adding_a_licence_never_turns_yes_into_no(world):
    for grant in world.grants:
        fewer = tuple(one for one in world.grants if one is not grant)
        assert_no_better(judged(world, grants=fewer), judged(world))


@some
@given(scenes, st.sampled_from(CONTENT.codes))
def test_a_forbidden_content_always_wins(world, tag):
    forbid = tuple(replace(grant, forbidden_content=grant.forbidden_content | {tag}) for grant in world.grants)
    uses = tuple(replace(use, content=(*(use.content or ()), tag)) for use in world.uses)
    for finding in judged(world, grants=forbid, uses=uses):
        assert finding.verdict is not Verdict.IN_SCOPE
        assert all("content" in broken for _, broken, _ in finding.by_licence)


@some
@given(scenes, st.sampled_from(CONTENT.codes))
def test_forbidding_more_never_turns_no_into_yes(world, tag):
    stricter = tuple(replace(grant, forbidden_content=grant.forbidden_content | {tag}) for grant in world.grants)
    assert_no_better(judged(world, grants=stricter), judged(world))


@some
@given(scenes)
def test_the_licences_named_alone_give_the_same_verdict(world):
    for use, finding in zip(world.uses, judged(world), strict=True):
        named = tuple(grant for grant in world.grants if grant.number in finding.licences)
        assert judged(world, grants=named, uses=(use,)) == [finding]


@some
@given(scenes)
def test_dropping_licences_of_other_likenesses_changes_nothing(world):
    for use, finding in zip(world.uses, judged(world), strict=True):
        concerned = tuple(grant for grant in world.grants if grant.likenesses & set(use.likeness))
        assert judged(world, grants=concerned, uses=(use,)) == [finding]


@some
@given(scenes, st.sampled_from(["purposes", "media", "include", "languages"]))
def test_a_licence_with_an_unknown_term_is_listed_and_never_skipped(world, dimension):
    unread = tuple(replace(grant, **{dimension: frozenset({"of-a-later-version"})}) for grant in world.grants)
    for use, finding in zip(world.uses, judged(world, grants=unread), strict=True):
        assert finding.verdict is not Verdict.IN_SCOPE or "zxx" in [tag.lower() for tag in use.language]
        assert bool(finding.licences) == bool(judged(world, uses=(use,))[0].licences)


def _shorter(grant):
    return {"create": replace(grant.create, last=grant.create.first)}


NARROWER = {
    "purposes": lambda grant: {"purposes": grant.purposes - {min(grant.purposes, default="")}},
    "media": lambda grant: {"media": grant.media - {min(grant.media, default="")}},
    "include": lambda grant: {"include": grant.include - {min(grant.include, default="")}},
    "exclude": lambda grant: {"exclude": grant.exclude | {"FR"}},
    "languages": lambda grant: {"languages": grant.languages - {min(grant.languages, default="")}},
    "modifications": lambda grant: {"modifications": grant.modifications - {min(grant.modifications, default="")}},
    "acts": lambda grant: {"acts": grant.acts - {"generate"}},
    "create": _shorter,
    "exploit": lambda grant: {"exploit": None},
    "age": lambda grant: {"age": (30, 30)},
    "longest_seconds": lambda grant: {"longest_seconds": 0},
    "pass_on": lambda grant: {"pass_on": frozenset()},
    "works_made_stay": lambda grant: {"works_made_stay": False},
    "strike_clause": lambda grant: {"strike_clause": True},
    "after_death": lambda grant: {"after_death": False},
    "signed": lambda grant: {"signed": False},
}


@settings(max_examples=300, deadline=None)
@given(scenes, st.sampled_from(sorted(NARROWER)))
def test_narrowing_a_licence_never_widens_cover(world, dimension):
    narrower = tuple(replace(grant, **NARROWER[dimension](grant)) for grant in world.grants)
    assert_no_better(judged(world, grants=narrower), judged(world))


@some
@given(scenes, st.sampled_from(["withdrawn", "suspended", "superseded", "died"]))
def test_a_further_event_never_makes_a_use_better(world, kind):
    stated = [use for use in world.uses if use.at is not None]
    for use in stated:
        more = tuple(
            Event(kind, start_utc(use.at), grant.number, "2026-0050", grant.performer) for grant in world.grants
        )
        assert_no_better(judged(world, events=(*world.events, *more)), judged(world))


@some
@given(scenes)
def test_in_scope_has_no_reasons_and_refusals_name_them(world):
    for finding in judged(world):
        assert (finding.verdict is Verdict.IN_SCOPE) == (not finding.broken and not finding.missing)
        assert (finding.verdict is Verdict.OUT_OF_SCOPE) == bool(finding.broken)


@some
@given(scenes)
def test_the_last_day_is_covered_and_the_day_after_is_not(world):
    for grant in world.grants:
        last = grant.create.last
        if last is not None and last < date.max:
            uses = [
                Use("u", None, tuple(grant.likenesses)[:1], act="train", at=last + timedelta(days=n)) for n in (0, 1)
            ]
            on, after = Bench([grant]).judge(uses)
            assert "date" not in (*on.broken, *on.missing)
            assert "date" in after.broken


@settings(max_examples=5, deadline=None)
@given(worlds(uses=(3,)))
def test_a_licence_read_back_from_its_pdf_judges_like_the_one_issued(document):
    world = world_from(document)
    for number, terms in list(world.terms.items())[:1]:
        changes = {f"terms_{key}": value for key, value in document["licences"][0]["terms"].items()}
        issued = a_licence(number="2026-0041", **changes)
        found = find(sealed(data=accepted(signed(issued))), read_here)
        assert isinstance(found, Found)
        read = open_found(found).licence.says
        again = grant_of(number, read.terms, signed=True, accepted=True)
        assert judged(world, grants=(again,)) == judged(
            world, grants=(grant_of(number, terms, signed=True, accepted=True),)
        )
