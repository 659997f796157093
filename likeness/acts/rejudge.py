"""Judging with the registry: the licences, events and earlier uses that bear on a use, and what changes when they do.

Limits join uses: whoever shares a likeness may share a sum. So the uses of all likenesses that are joined this way are
judged together, and only what differs from the newest verdict is recorded, beside it, with its cause.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from likeness.licence.grants import grant_of
from likeness.registry.licences import LicenceRow
from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow
from likeness.scope.judge import Bench, Finding
from likeness.scope.use import Use


def judge_here(registry: Registry, use: Use, now: datetime) -> tuple[Finding, list[tuple[UseRow, Finding]]]:
    """Judge a new use; returns its finding and the earlier uses whose verdict it changes."""
    _, licences, earlier = _joined(registry, use.likeness, now)
    found = _bench(registry, licences).judge([use, *(row.use for row in earlier)])
    return found[0], _changed(earlier, found[1:])


def rejudge(registry: Registry, likenesses: Iterable[str], now: datetime, cause: str) -> int:
    """Judge the uses of likenesses anew, inside the act's transaction; returns how many verdicts were added."""
    _, licences, earlier = _joined(registry, likenesses, now)
    changed = _changed(earlier, _bench(registry, licences).judge(row.use for row in earlier))
    for row, finding in changed:
        registry.uses.add_finding(row.row, finding, now, cause)
    return len(changed)


def _bench(registry: Registry, licences: list[LicenceRow]) -> Bench:
    grants = [grant_of(row.number, row.terms, signed=row.signed, accepted=row.accepted) for row in licences]
    return Bench(grants, registry.happenings.all(), (double.judged() for double in registry.doubles.all()))


def _joined(
    registry: Registry, likenesses: Iterable[str], now: datetime
) -> tuple[set[str], list[LicenceRow], list[UseRow]]:
    """Follow likeness to licence to likeness, and likeness to use to likeness, until nothing is added."""
    known: set[str] = set()
    reached = set(likenesses)
    licences: list[LicenceRow] = []
    uses: list[UseRow] = []
    while reached - known:
        known |= reached
        licences = [row for row in registry.licences.naming(known, now) if row.signed]
        uses = registry.uses.naming(known) if any(row.terms.limits for row in licences) else []
        limited = {one for row in licences if row.terms.limits for one in row.terms.likenesses}
        reached = known | limited | {one for row in uses for one in row.use.likeness}
    return known, licences, uses


def _changed(rows: list[UseRow], found: list[Finding]) -> list[tuple[UseRow, Finding]]:
    return [(row, finding) for row, finding in zip(rows, found, strict=True) if _differs(row.newest, finding)]


def _differs(old: Finding, new: Finding) -> bool:
    return (old.verdict, old.broken, old.missing, old.licences) != (new.verdict, new.broken, new.missing, new.licences)
