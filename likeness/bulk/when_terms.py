"""The terms that depend on when: `scope.when` for many pairs at once, days and instants compared as integers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.beside import Beside, Flags, missing_where
from likeness.bulk.mask import MADE_STAYS, instant_to, paused_from
from likeness.bulk.moments import Moments
from likeness.bulk.once import BROKEN, MISSING, States

Ints = NDArray[np.int64]
Days = NDArray[np.integer[Any]]
_KEPT, _BROKEN = np.uint8(0), np.uint8(BROKEN)


def date(beside: Beside) -> States:
    """Read windows as FORMAT 4.5 has them: making in `create`, showing in `exploit` and its making in `create`."""
    states = np.where(beside.at.within(*_window(beside)), _KEPT, _BROKEN)
    if not beside.at.stated.all():
        states[~beside.at.stated] = MISSING
    exploits = beside.stated("exploit_from")
    if exploits is None or not exploits.all():  # nothing is shown at any time: the act says so
        states[beside.showing if exploits is None else beside.showing & ~exploits] = 0
    made = np.flatnonzero(beside.showing & beside.made_at.stated)
    if len(made):
        states[made[~_holds(beside, "create", beside.made_at)[made]]] = BROKEN
    states[~beside.acting] = 0
    return states


def _window(beside: Beside) -> tuple[Days, Days]:
    """Return the first and the last day of the window that an act is read against."""
    both = beside.roll.windows.take(beside.pairs.licence * np.uint32(2) + beside.showing).view(np.int32)
    return both[0::2], both[1::2]


def _holds(beside: Beside, window: str, moment: Moments) -> Flags:
    return moment.within(beside.column(f"{window}_from"), beside.column(f"{window}_to"))


def superseded(beside: Beside) -> States:
    return _where(beside, "superseded", beside.at.stated, lambda some: _since(beside, "at", "superseded", some))


def withdrawn(beside: Beside) -> States:
    return _ended(beside, "withdrawn")


def after_death(beside: Beside) -> States:
    return _ended(beside, "died")


def _ended(beside: Beside, column: str) -> States:
    def read(some: Ints) -> States:
        ended = _since(beside, "at", column, some)
        stays = (beside.roll["flags"].take(beside.pairs.licence[some]) & MADE_STAYS != 0) & ~beside.making[some]
        made = np.where(beside.made_at.stated[some], _since(beside, "made_at", column, some), MISSING)
        return np.where((ended == BROKEN) & stays, made, ended).astype(np.uint8)

    return _where(beside, column, beside.at.stated & beside.acting, read)


def suspended(beside: Beside) -> States:
    paused = beside.roll.facet("paused")
    found = np.zeros(len(beside.pairs.row), dtype=np.uint8)
    if paused.texts == [""]:
        return found
    mine = paused.dense[beside.pairs.licence]
    for moment, asked in ((beside.made_at, beside.showing), (beside.at, beside.making)):
        stated = asked & moment.stated & beside.at.stated
        for number, text in enumerate(paused.texts):
            some = np.flatnonzero(stated & (mine == number)) if text else np.zeros(0, dtype=np.int64)
            if len(some):
                found[some] = _inside(*moment.lasting(some), text)
    return found


def source(beside: Beside) -> States:
    if not beside.gone:
        return np.zeros(len(beside.pairs.row), dtype=np.uint8)
    names = np.array(sorted(beside.gone), dtype=np.uint64)
    days = np.array([beside.gone[int(name)] for name in names])
    likeness = beside.cells.likeness[beside.pairs.cell]
    place = np.minimum(np.searchsorted(names, likeness), len(names) - 1)
    late = (names[place] == likeness) & beside.at.later(days[place])
    return missing_where(late & beside.making & beside.at.stated)


def _where(beside: Beside, column: str, asked: Flags, read: Callable[[NDArray[np.int64]], States]) -> States:
    """Read the pairs that are asked and whose licences have a value in a column."""
    found, stated = np.zeros(len(beside.pairs.row), dtype=np.uint8), beside.stated(column)
    if stated is not None and len(some := np.flatnonzero(asked & stated)):
        found[some] = read(some)
    return found


def _since(beside: Beside, name: str, column: str, some: Ints) -> States:
    """Return broken where a moment is at or after the instant in a column of its licence, missing where unclear."""
    moment: Moments = getattr(beside, name)
    after, unclear = moment.since(beside.roll[column].take(beside.pairs.licence[some]), some)
    return np.where(after, BROKEN, np.where(unclear, MISSING, 0)).astype(np.uint8)


def _inside(begin: NDArray[np.int64], end: NDArray[np.int64], periods: str) -> States:
    sure, unclear = np.zeros(len(begin), dtype=bool), np.zeros(len(begin), dtype=bool)
    for started, stopped in paused_from(periods):
        first = instant_to(started)
        maybe_begun = end > first  # see Moments.since
        begun = maybe_begun & (begin >= first)
        last = None if stopped is None else instant_to(stopped)
        maybe_ended = np.zeros(len(begin), dtype=bool) if last is None else end > last
        ended = maybe_ended & (begin >= (0 if last is None else last))
        sure |= begun & ~maybe_ended
        unclear |= maybe_begun & ~ended
    return np.where(sure, BROKEN, np.where(unclear, MISSING, 0)).astype(np.uint8)
