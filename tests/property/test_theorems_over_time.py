"""Theorems of the judge over a history of uses: running limits, and licences that are superseded (FORMAT 4.6, 4.7)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.licence.world import world_from
from likeness.scope.judge import Bench, Verdict
from likeness.scope.limits import Ledger
from likeness.values.codes import MAKING, SHOW
from likeness.values.days import day_in, start_utc
from tests.differential.worlds import worlds

histories = worlds(uses=(6, 12)).map(world_from)
some = settings(max_examples=60, deadline=None)


def turns(world):
    """The uses with their findings, in the order in which limits run; those without a date move nothing: left out."""
    told = [pair for pair in zip(world.uses, world.judge(), strict=True) if pair[0].at is not None]
    return sorted(told, key=lambda pair: (start_utc(pair[0].at), pair[0].id))


def limits_moved(world, use, numbers):
    for grant in world.grants:
        for place, limit in enumerate(grant.limits if grant.number in numbers else ()):
            # Where the act is not stated, limits are not read (FORMAT 4.4).
            if use.act in (*MAKING, SHOW) and limit.on_show == (use.act == SHOW):
                day = day_in(use.at, grant.zone)
                period = {None: "", "year": f"{day:%Y}", "month": f"{day:%Y-%m}"}[limit.per]
                yield (grant.number, place, period), limit


@some
@given(histories)
def test_what_is_in_scope_never_sums_to_more_than_the_limit(world):
    sums: dict[tuple[str, int, str], int] = defaultdict(int)
    for use, finding in turns(world):
        if finding.verdict is Verdict.IN_SCOPE:
            for key, limit in limits_moved(world, use, finding.licences):
                sums[key] += use.quantity[limit.unit]
                assert sums[key] <= limit.most


@some
@given(histories)
def test_once_over_a_limit_stays_closed(world):
    closed = set()
    for use, finding in turns(world):
        for number, broken, _ in finding.by_licence:
            for key, limit in limits_moved(world, use, {number}):
                if key in closed and use.quantity.get(limit.unit, 0) > 0:
                    assert "limit" in broken
        if finding.broken == ("limit",) and not finding.missing:
            closed |= set(refused_by(world, use, finding))


def refused_by(world, use, finding):
    """The limits that a use was refused by which is in scope but for them: its licences', where there is only one."""
    for number, broken, _ in finding.by_licence:
        moved = [key for key, _ in limits_moved(world, use, {number})]
        if "limit" in broken and len(moved) == 1:
            yield moved[0]


@some
@given(histories, st.randoms())
def test_the_order_of_the_rows_does_not_matter(world, dice):
    order = list(world.uses)
    dice.shuffle(order)
    found = {finding.use: finding for finding in replace(world, uses=tuple(order)).judge()}
    assert [found[use.id] for use in world.uses] == world.judge()


@some
@given(histories, st.integers(0, 12))
def test_a_report_judged_in_two_parts_is_judged_as_one(world, cut):
    bench, ledger = Bench(world.grants, world.events, world.doubles), Ledger()
    dated = tuple(use for use, _ in turns(world))
    parts = bench.judge(dated[:cut], ledger) + bench.judge(dated[cut:], ledger)
    assert parts == bench.judge(dated)


@some
@given(histories)
def test_what_comes_later_changes_nothing_that_was_said(world):
    told = turns(world)
    for count in range(len(told)):
        earlier = tuple(use for use, _ in told[:count])
        assert replace(world, uses=earlier).judge() == [finding for _, finding in told[:count]]


@some
@given(histories)
def test_a_refused_or_unclear_use_moves_nothing(world):
    moved = [(use, finding) for use, finding in turns(world) if not {*finding.broken, *finding.missing} - {"limit"}]
    alone = replace(world, uses=tuple(use for use, _ in moved)).judge()
    assert alone == [finding for _, finding in moved]


@some
@given(histories)
def test_a_limit_only_takes_away(world):
    free = replace(world, grants=tuple(replace(grant, limits=()) for grant in world.grants))
    for limited, unlimited in zip(world.judge(), free.judge(), strict=True):
        assert limited.verdict is not Verdict.IN_SCOPE or unlimited.verdict is Verdict.IN_SCOPE


@some
@given(histories)
def test_nothing_rests_on_a_superseded_licence(world):
    superseded: dict[str | None, datetime] = {}
    for event in world.events:
        if event.event == "superseded":
            superseded[event.licence] = min(event.at, superseded.get(event.licence, event.at))
    for use, finding in turns(world):
        if finding.verdict is Verdict.IN_SCOPE:
            for number in finding.licences:
                assert number not in superseded or start_utc(use.at) < superseded[number]
