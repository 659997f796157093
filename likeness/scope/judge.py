"""The judge (FORMAT section 4): is a use inside what was signed, term by term, and why.

- A cell is covered only if one licence covers all of it; a use is as bad as its worst cell.
- Every candidate is read in every term; what no licence allows is refused; a missing fact is never a yes.
- Order and duplicates of licences do not matter. Uses run in the order of (`at`, `id`), because limits do.
- Only a use that would be in scope without limits moves them, and is counted only if it is in scope with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum

from likeness.scope.case import KEPT, Case, Reading
from likeness.scope.cells import cells_of
from likeness.scope.event import Event, History, history_of
from likeness.scope.grant import Double, Grant
from likeness.scope.limits import Ledger, Overrun
from likeness.scope.reading import read_cell, read_common
from likeness.scope.terms_order import gravity, in_order
from likeness.scope.use import Use
from likeness.values.days import start_utc

_LAST = datetime.max.replace(tzinfo=UTC)


class Verdict(Enum):
    """The answer for a use, from good to bad."""

    IN_SCOPE = "IN_SCOPE"
    NEEDS_REVIEW = "NEEDS_REVIEW"
    OUT_OF_SCOPE = "OUT_OF_SCOPE"


@dataclass(frozen=True)
class Finding:
    """What the judge found: the verdict, its terms in order, and the licences it rests on or fails by.

    `by_licence` gives each named licence its own broken and missing terms; `overruns` explains a broken limit.
    """

    use: str
    verdict: Verdict
    broken: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    by_licence: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    overruns: tuple[Overrun, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A licence beside a use, with its reading of the terms that are the same in every cell."""

    case: Case
    common: Reading

    @property
    def grant(self) -> Grant:
        """The licence."""
        return self.case.grant


@dataclass(frozen=True)
class Answer:
    """What became of one cell: the licence it rests on or the nearest one, and that licence's reading."""

    grant: Grant | None
    reading: Reading


class Bench:
    """The licences, events and likenesses that uses are judged by."""

    def __init__(self, grants: Iterable[Grant], events: Iterable[Event] = (), doubles: Iterable[Double] = ()) -> None:
        happened = tuple(events)
        self._grants = {grant.number: grant for grant in grants}
        self._histories: Mapping[str, History] = {n: history_of(g, happened) for n, g in self._grants.items()}
        self._doubles = {double.id: double for double in doubles}
        self._naming: dict[str, list[Grant]] = {}
        for grant in self._grants.values():
            for likeness in grant.likenesses:
                self._naming.setdefault(likeness, []).append(grant)

    def judge(self, uses: Iterable[Use], ledger: Ledger | None = None) -> list[Finding]:
        """Judge uses in the order of the limits; returns the findings in the order the uses were given."""
        sums = ledger or Ledger()
        turns = sorted(enumerate(uses), key=lambda turn: _turn(turn[1]))
        found = {place: self._judge_one(use, sums) for place, use in turns}
        return [found[place] for place in sorted(found)]

    def _judge_one(self, use: Use, ledger: Ledger) -> Finding:
        if not use.likeness:
            return Finding(use.id, Verdict.NEEDS_REVIEW, missing=("likeness",))
        candidates = {likeness: self._candidates(use, likeness) for likeness in use.likeness}
        cells = [(cell, candidates[cell.likeness]) for cell in cells_of(use)]
        readings = [[(c.grant, read_cell(c.case, c.common, cell)) for c in found] for cell, found in cells]
        return settle(use, readings, ledger)

    def _candidates(self, use: Use, likeness: str) -> list[Candidate]:
        found = []
        for grant in self._naming.get(likeness, ()):
            if use.user is None or use.user == grant.licensee or grant.pass_on is None or use.user in grant.pass_on:
                case = Case(grant, self._histories[grant.number], use, self._doubles)
                found.append(Candidate(case, read_common(case)))
        return found


def settle(use: Use, readings: list[list[tuple[Grant, Reading]]], ledger: Ledger) -> Finding:
    """Answer a use from the readings of each cell, limits aside: read the limits as they stand, and move them."""
    moves = all(any(reading.kept for _, reading in found) for found in readings)
    answers = [_answer(found, use, ledger, moves=moves) for found in readings]
    finding = _finding(use, answers, ledger)
    if finding.verdict is Verdict.IN_SCOPE:
        for grant in {a.grant.number: a.grant for a in answers if a.grant is not None}.values():
            ledger.count(grant, use)
    return finding


def _turn(use: Use) -> tuple[datetime, str]:
    return (_LAST if use.at is None else start_utc(use.at)), use.id


def _answer(found: list[tuple[Grant, Reading]], use: Use, ledger: Ledger, *, moves: bool) -> Answer:
    """Rest a cell on the first licence that covers it and has room, or explain it by the nearest one."""
    show = use.act == "show"
    covering = sorted((g for g, r in found if r.kept), key=lambda grant: (grant.ends(show=show), grant.number))
    limited = {grant.number: ledger.state(grant, use) for grant, _ in found}
    for grant in covering:
        if limited[grant.number] is KEPT:
            return Answer(grant, Reading(frozenset(), frozenset()))
        if moves:
            ledger.close(grant, use)
    if not found:
        return Answer(None, Reading(frozenset({"no-licence"}), frozenset()))
    return min((Answer(g, r.plus("limit", limited[g.number])) for g, r in found), key=_distance)


def _distance(answer: Answer) -> tuple[object, ...]:
    """Order refusals by nearness (FORMAT 4.8); the smallest is the licence that explains it."""
    broken, missing = answer.reading.broken, answer.reading.missing
    failing = broken or missing
    return (
        bool(broken),
        "project" in failing,
        "not-in-force" in broken,
        "superseded" in broken,
        len(failing),
        gravity(failing),
        answer.grant.number if answer.grant else "",
    )


def _finding(use: Use, answers: list[Answer], ledger: Ledger) -> Finding:
    broken = in_order(term for answer in answers for term in answer.reading.broken)
    missing = in_order(term for answer in answers for term in answer.reading.missing)
    verdict = Verdict.OUT_OF_SCOPE if broken else Verdict.NEEDS_REVIEW if missing else Verdict.IN_SCOPE
    named = {answer.grant.number: answer.grant for answer in answers if answer.grant is not None}
    return Finding(
        use.id,
        verdict,
        broken,
        missing,
        tuple(sorted(named)),
        tuple((number, *_terms_of(number, answers)) for number in sorted(named)),
        _overruns(use, named, ledger) if "limit" in broken else (),
    )


def _overruns(use: Use, named: Mapping[str, Grant], ledger: Ledger) -> tuple[Overrun, ...]:
    found = {number: ledger.overruns(named[number], use) for number in sorted(named)}
    if len([overs for overs in found.values() if overs]) < 2:
        return tuple(over for overs in found.values() for over in overs)
    return tuple(replace(over, licence=number) for number, overs in found.items() for over in overs)


def _terms_of(number: str, answers: list[Answer]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    mine = [answer.reading for answer in answers if answer.grant is not None and answer.grant.number == number]
    return in_order(t for r in mine for t in r.broken), in_order(t for r in mine for t in r.missing)


def worst(findings: Iterable[Finding]) -> Verdict:
    """Return the worst verdict of several; in scope if there is none."""
    order = list(Verdict)
    return max((finding.verdict for finding in findings), key=order.index, default=Verdict.IN_SCOPE)
