"""The registry answers as the judge does, however its uses came in: logged, reported, late, taken back, judged again.

After any history, the newest verdict of every use is the one that the judge gives to all of them at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.judging.report_plan import plan_report
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import suspend_licence, withdraw_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.errors import Refused
from likeness.licence.terms_read import terms_from
from likeness.registry.registry import Registry
from likeness.scope.judge import Bench, Finding, Verdict
from likeness.scope.use import Use
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

DAYS = [date(2026, 4, 1) + timedelta(days=day) for day in range(6)]
LIMITS = [[], [{"unit": "line", "max": 6}], [{"unit": "line", "max": 9, "per": "month"}, {"unit": "second", "max": 12}]]


@st.composite
def uses(draw, count=6):
    told = []
    for _ in range(draw(st.integers(1, count))):
        day = draw(st.sampled_from(DAYS))
        at = draw(st.sampled_from([day, datetime(day.year, day.month, day.day, 9, tzinfo=UTC)]))
        quantity = {"line": draw(st.integers(0, 4)), "second": draw(st.integers(0, 5))}
        told.append(
            Use(
                id="",
                user="tidewrack",
                likeness=draw(st.sampled_from([("liora-voice-2025",), ("liora-voice-2025", "other-voice")])),
                project="harbour-nine-2",
                act="generate",
                purpose="series",
                medium=draw(st.sampled_from([("svod",), ("svod", "print"), ("tv",)])),
                territory=draw(st.sampled_from([("FR",), ("US",), ("EU",)])),
                language=("fr",),
                modification=("new-dialogue",),
                content=(),
                at=draw(st.sampled_from([at, at, at, None])),
                quantity={unit: quantity[unit] for unit in draw(st.sampled_from([("line",), ("line", "second")]))},
            )
        )
    return told


def a_use(at, lines):
    return replace(ALLOWED, at=at, quantity={"line": lines})


# The first licence is full, so a late row falls through to the second, which was settled up to a later day.
FALLS_THROUGH = [
    ("report", [a_use(DAYS[1], 1), a_use(DAYS[0], 3), a_use(DAYS[0], 4)]),
    ("report", [a_use(datetime(2026, 4, 1, 9, tzinfo=UTC), 2)]),
]
# What comes late is counted, so what came after it passes the limit by more; and it is taken back again.
PASSES_BY_MORE = [
    ("report", [a_use(DAYS[1], 4), a_use(DAYS[2], 4)]),
    ("report", [a_use(DAYS[0], 1)]),
    ("log", [a_use(DAYS[0], 1)]),
    ("undo", 0),
]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("log"), uses(1)),
        st.tuples(st.just("report"), uses()),
        st.tuples(st.sampled_from(["undo", "recheck", "spoil", "suspend", "withdraw", "licence"]), st.integers(0, 2)),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(limits=st.lists(st.sampled_from(LIMITS), min_size=1, max_size=2), steps=STEPS, many=st.booleans())
@example(limits=[LIMITS[1], LIMITS[1]], steps=FALLS_THROUGH, many=False)
@example(limits=[LIMITS[1]], steps=PASSES_BY_MORE, many=False)
@example(limits=[LIMITS[1]], steps=PASSES_BY_MORE, many=True)
def test_any_history_ends_where_the_judge_ends(limits, steps, many):
    """`many`: whether uses are judged again as many are, by columns."""
    with (
        TemporaryDirectory() as folder,
        patch("likeness.acts.judging.rejudge._FEW", -1 if many else 5_000),
        patch("likeness.acts.judging.rejudge._MANY", 0 if many else 300),
        patch("likeness.bulk.runs._LONG", 0 if many else 200),
    ):
        office = an_office(Path(folder))
        office.do(record_double, NewDouble("other-voice", "voice-model", "Other voice", performer="liora"))
        for one in limits:
            grant(office, one)
        for number, (step, told) in enumerate(steps):
            do(office, Path(folder), number, step, told)
            assert newest(office.registry) == judged_at_once(office.registry)
        office.close()


def grant(office, limits):
    terms = terms_document(
        limits=limits,
        basis="consent",
        withdrawal={"notice_days": 0},
        longest_seconds=None,
        likenesses=["liora-voice-2025", "other-voice"],
    )
    number = office.do(draft_licence, terms_from(terms)).value.number
    office.do(sign_licence, number)


def do(office, folder, number, step, told):
    named = [replace(use, id=f"u-{number}-{place}") for place, use in enumerate(told)] if isinstance(told, list) else []
    if step == "log":
        office.do(log_use, named[0])
    elif step == "report":
        path = folder / f"report-{number}.csv"
        write_uses(path, named)
        planned = plan_report(office.desk, path, reporter="tidewrack", period=str(number))
        recorded = office.do(import_report, path, reporter="tidewrack", period=str(number)).value
        assert tuple(planned.counts().values()) == (recorded.in_scope, recorded.needs_review, recorded.out_of_scope)
    elif step == "recheck":
        assert office.do(recheck_uses).value == 0
    elif step == "spoil":
        spoil(office.registry, told)
        office.do(recheck_uses)
    elif step == "licence":
        grant(office, LIMITS[told])
    else:
        end(office, step, told)


def spoil(registry, every):
    """Record something false of some uses, and lose all sums: judging everything again mends both."""
    false = Finding("", Verdict.OUT_OF_SCOPE, broken=("medium",))
    wrong = [row for place, row in enumerate(registry.uses.walk()) if place % 3 == every]
    with registry.transaction():
        for row in wrong:
            registry.uses.add_finding(row.row, false, row.recorded_at, "spoilt")
        registry.tallies.clear()


def end(office, step, told):
    numbers = [row.number for row in office.registry.licences.all(office.clock.now())]
    reports = office.registry.reports.all()
    try:
        if step == "undo" and reports:
            office.do(undo_import, reports[told % len(reports)].id)
        elif step == "suspend":
            office.do(suspend_licence, numbers[told % len(numbers)], at=datetime(2026, 4, 3, tzinfo=UTC))
        elif step == "withdraw":
            office.do(withdraw_licence, numbers[told % len(numbers)], at=datetime(2026, 4, 4, tzinfo=UTC))
    except Refused:
        return  # suspended or withdrawn already


def newest(registry: Registry):
    return {row.use.id: plain(row.newest) for row in registry.uses.walk()}


def judged_at_once(registry: Registry):
    told = [row.use for row in registry.uses.walk()]
    grants = [grant for _, _, grant in registry.masks.grants("1", ())]
    bench = Bench(grants, registry.happenings.all(), (double.judged() for double in registry.doubles.all()))
    return {use.id: plain(finding) for use, finding in zip(told, bench.judge(told), strict=True)}


def plain(finding):
    return replace(finding, use="")
