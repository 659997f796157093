"""What is told to make a use fine does make it fine: the judge says so, over worlds near its boundaries."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from likeness.licence.grants import grant_of
from likeness.licence.way_inside import Alone, way_inside
from likeness.licence.widen import widened
from likeness.licence.world import world_from
from likeness.scope.judge import Verdict
from likeness.scope.terms_order import ORDER
from likeness.values.territories import GROUPS, members
from tests.differential.worlds import worlds

scenes = worlds(uses=(2, 4)).map(world_from)
some = settings(max_examples=120, deadline=None)
BEYOND_A_USE = {"no-licence", "authority", "superseded", "withdrawn", "suspended", "after-death", "source"}


def one_licence(world, grant, use):
    return replace(world, grants=(replace(grant, limits=(), signed=True, accepted=True),), uses=(use,)).judge()[0]


def grants_a_place_on_each_day(terms):
    """Tell whether some place is granted from the first day on: in the year 1 nobody had joined the EU."""
    firsts = [window.first for window in (terms.create, terms.exploit) if window]
    places = terms.territory.include
    return all(any(place not in GROUPS or members(place, first) for place in places) for first in firsts)


@some
@given(scenes)
def test_the_changed_use_is_in_scope_and_only_what_failed_was_changed(world):
    for grant in world.grants:
        alone = Alone(grant.number, world.terms[grant.number], world.events, world.doubles)
        for use in world.uses:
            found = one_licence(world, grant, use)
            way = way_inside(alone, use)
            if way is not None:
                assert one_licence(world, grant, way.use).verdict is Verdict.IN_SCOPE
                assert (way.changed == ()) == (found.verdict is Verdict.IN_SCOPE)
                assert way.number == grant.number
                assert way.use.id == use.id
                for term in ORDER:
                    if term not in way.changed and hasattr(use, term):
                        assert getattr(way.use, term) == getattr(use, term)


@some
@given(scenes)
def test_there_is_a_way_wherever_a_licence_grants_anything_and_nothing_else_stands_against_it(world):
    calm = replace(world, events=(), doubles=())
    for grant in world.grants:
        listed = (grant.acts, grant.purposes, grant.media, grant.languages)
        grants_something = all(listed) and grants_a_place_on_each_day(world.terms[grant.number])
        for use in world.uses:
            found = one_licence(calm, grant, use)
            beyond = BEYOND_A_USE & {*found.broken, *found.missing} or not set(use.likeness) & grant.likenesses
            if grants_something and not grant.exclude and not beyond:
                assert way_inside(Alone(grant.number, world.terms[grant.number]), use) is not None


@some
@given(scenes)
def test_the_widened_licence_breaks_nothing_and_takes_nothing_away(world):
    for grant in world.grants:
        terms = world.terms[grant.number]
        alone = Alone(grant.number, terms, world.events, world.doubles)
        for use in world.uses:
            wider = widened(alone, use)
            if wider is not None:
                again = grant_of(grant.number, wider, signed=True, accepted=True)
                assert one_licence(world, grant, use).broken
                assert not one_licence(world, again, use).broken
                for other in world.uses:
                    if one_licence(world, grant, other).verdict is Verdict.IN_SCOPE:
                        assert one_licence(world, again, other).verdict is Verdict.IN_SCOPE
