"""The twin judges random worlds as the judge does: same verdict, same terms, same licences, whole or in parts."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from likeness.licence.world import world_from
from tests.differential.comparing import pairs
from tests.differential.worlds import make_world, worlds
from tests.fakes.twin import judge_by_twin


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


def same(document, cut):
    world = world_from(document)
    judged = [replace(one, overruns=()) for one in world.judge()]
    for counted in (False, True):
        found = judge_by_twin(world.grants, world.events, world.doubles, world.uses, [cut], counted=counted)
        assert [replace(one, overruns=()) for one in found] == judged
