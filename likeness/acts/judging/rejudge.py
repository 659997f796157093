"""Judging with the registry: the licences, events and earlier uses that bear on a use, and what changes when they do.

- One use is judged beside its candidates and the tallies of their limits; what is new costs what is new.
- Where it comes before uses that it may change (a limit that is or gets full), these are judged again, in order; where
  a licence changes, everything that hangs together with it is. Only what differs from the newest verdict is recorded,
  with its cause.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from likeness.acts.desk import Desk
from likeness.acts.judging.joined import Circle, circle_of
from likeness.acts.judging.late_use import judge_late
from likeness.acts.judging.planned_report import Earlier, Judgement
from likeness.acts.judging.rejudge_many import rejudge_all, rejudge_circle
from likeness.acts.judging.replay import as_before
from likeness.acts.steps import Steps
from likeness.bulk.tallies import closed_from, closed_to, instant_of, period_text, period_to
from likeness.registry.findings import packed
from likeness.registry.registry import Registry
from likeness.registry.tallies import TallyRow
from likeness.scope.case import Case
from likeness.scope.cells import cells_of
from likeness.scope.grant import Grant, Limit
from likeness.scope.judge import Bench, Finding, settle
from likeness.scope.limits import Ledger, applying, period_of
from likeness.scope.reading import read_cell, read_common
from likeness.scope.use import Use

_FEW = 5_000  # uses in the registry: from here on it is quicker to judge by columns
_MANY = 300  # likenesses: from here on it is quicker to judge everything than what hangs together with them
Known = tuple[int, Grant]  # a licence's row and what it grants


def judge_here(desk: Desk, use: Use, steps: Steps | None = None) -> Judgement:
    """Judge a new use beside everything that is recorded; records nothing.

    Where it may change many, `steps` are told how far it is, and may raise Refused ("cancelled").
    """
    registry = desk.registry
    candidates = {one: registry.masks.candidates(one, use.user, use.project) for one in use.likeness}
    licences = {row: grant for found in candidates.values() for row, grant, _ in found}
    asked = list(_asked(licences.items(), use))
    known = (
        {(t.licence, t.place, t.period): t for t in registry.tallies.of({row for row, *_ in asked})} if asked else {}
    )
    if any(_may_change(known.get(key[:3]), key[3], use) for key in asked):
        since = instant_of(use.at)
        many = registry.uses.many_name(use.likeness, since, _FEW)
        return judge_late(desk, use, steps or Steps()) if many else _again(registry, use, since)
    doubles = {double.id: double for double in registry.doubles.lineage(use.likeness)}
    readings = []
    common = {
        (one, row): (case := Case(grant, history, use, doubles), read_common(case))
        for one, found in candidates.items()
        for row, grant, history in found
    }
    for cell in cells_of(use) if use.likeness else ():
        beside = (common[cell.likeness, row] for row, _, _ in candidates[cell.likeness])
        readings.append([(case.grant, read_cell(case, read, cell)) for case, read in beside])
    ledger = Ledger()
    for tally in known.values():
        if tally.licence in licences:
            _enter(ledger, licences[tally.licence].number, tally)
    finding = settle(use, readings, ledger) if use.likeness else Bench(()).judge([use])[0]
    return Judgement(finding, tallies=_moved(asked, known, ledger, finding, licences, use))


def rejudge(
    desk: Desk,
    likenesses: Collection[str],
    now: datetime,
    cause: str,
    steps: Steps | None = None,
) -> int:
    """Judge the uses of likenesses anew, inside the act's transaction; returns how many verdicts were added.

    Where there are many, `steps` are told how far it is, and may raise Refused ("cancelled").
    """
    registry = desk.registry
    if not likenesses:
        return 0
    if sum(registry.uses.counts().values()) > _FEW:
        if len(likenesses) >= _MANY:
            return rejudge_all(desk, now, cause, steps or Steps())
        return rejudge_circle(desk, likenesses, now, cause, steps or Steps())
    circle = circle_of(registry, likenesses)
    found, tallies = _all_of(registry, circle, [row.use for row in circle.uses])
    changed = [(row, f) for row, f in zip(circle.uses, found, strict=True) if differs(row.newest, f)]
    for row, finding in changed:
        registry.uses.add_finding(row.row, finding, now, cause)
    registry.tallies.forget(circle.licences)
    registry.tallies.put(tallies)
    return len(changed)


def differs(old: Finding, new: Finding) -> bool:
    """Tell whether a new verdict says something else than the old one: by how much a limit was passed, too."""
    return replace(old, use=new.use) != new


def _again(registry: Registry, use: Use, since: int) -> Judgement:
    """Judge a use together with what comes after it and hangs together with it."""
    circle = circle_of(registry, use.likeness, since)
    found, tallies = _all_of(registry, circle, [*(row.use for row in circle.uses), use])
    changed = [(row.row, packed(f)) for row, f in zip(circle.uses, found, strict=False) if differs(row.newest, f)]
    return Judgement(found[-1], [Earlier([row for row, _ in changed], [told for _, told in changed])], tallies)


def _all_of(registry: Registry, circle: Circle, uses: list[Use]) -> tuple[list[Finding], list[TallyRow]]:
    licences = registry.masks.naming(circle.likenesses)
    bench = Bench(
        (grant for _, grant in licences), registry.happenings.all(), registry.doubles.lineage(circle.likenesses)
    )
    kept, ledger = as_before(registry, circle), Ledger()
    numbers = {row: grant.number for row, grant in licences}
    for tally in kept.values():
        _enter(ledger, numbers[tally.licence], tally)
    found = bench.judge(uses, ledger)
    for use, finding in zip(uses, found, strict=True):
        near = [(row, grant) for row, grant in licences if grant.likenesses & set(use.likeness)]
        asked = list(_asked(near, use))
        for tally in _moved(asked, kept, ledger, finding, dict(near), use):
            kept[tally.licence, tally.place, tally.period] = tally
    return found, list(kept.values())


def _asked(licences: Iterable[Known], use: Use) -> Iterator[tuple[int, int, int, Limit]]:
    """Yield (licence's row, place, period, limit) of every limit that a use touches."""
    for row, grant in licences:
        for place, limit in applying(grant, use):
            period = period_of(grant, limit, use)
            yield row, place, period_to(period), limit


def _may_change(tally: TallyRow | None, limit: Limit, use: Use) -> bool:
    """Tell whether a use that is not the newest may change, or be changed by, what came after it."""
    asked = use.quantity.get(limit.unit, 0)
    if tally is None or instant_of(use.at) > tally.newest:
        return False
    if tally.closed:
        return instant_of(use.at) <= tally.closed
    return tally.total + asked + tally.most_read > limit.most


def _enter(ledger: Ledger, number: str, tally: TallyRow) -> None:
    key = (number, tally.place, period_text(tally.period))
    ledger.sums[key] = tally.total
    if tally.closed:
        ledger.closed[key] = closed_from(tally.closed)


def _moved(
    asked: list[tuple[int, int, int, Limit]],
    known: dict[tuple[int, int, int], TallyRow],
    ledger: Ledger,
    finding: Finding,
    licences: dict[int, Grant],
    use: Use,
) -> list[TallyRow]:
    """Return the tallies that a use touches, as they stand after it."""
    rests = finding.licences if not finding.broken and not finding.missing else ()
    moved = []
    for row, place, period, limit in asked:
        number = licences[row].number
        key = (number, place, period_text(period))
        old = known.get((row, place, period))
        read = 0 if number in rests else use.quantity.get(limit.unit, 0)
        moved.append(
            TallyRow(
                row,
                place,
                period,
                ledger.sums.get(key, 0),
                closed_to(ledger.closed[key]) if key in ledger.closed else 0,
                max(instant_of(use.at), old.newest if old else instant_of(use.at)),
                max(read, old.most_read if old else 0),
            )
        )
    return moved
