"""A strike: when it began and when it ended, for every licence that says that nothing is made meanwhile (FORMAT 4.6).

- It is nobody's statement and is signed by nobody: a fact that the owner of the registry writes down.
- Nothing is unsaid: a strike that never was is ended at the instant it began, which leaves nothing of it.
"""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from typing import NamedTuple

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.registry.registry import Registry
from likeness.scope.event import STRIKE_BEGAN, STRIKE_ENDED, Event
from likeness.values.days import moment_text
from likeness.values.outcome import Change, Outcome

TOO_EARLY = "strike-too-early"
_CHANGED = frozenset({Change.LICENCES, Change.USES})


class Strike(NamedTuple):
    """A strike; `ended` is None while it lasts."""

    began: datetime
    ended: datetime | None


def strikes(registry: Registry) -> list[Strike]:
    """Return the strikes that were recorded, the oldest first."""
    found: list[Strike] = []
    for event in registry.happenings.of_everybody():
        if event.event == STRIKE_BEGAN:
            found.append(Strike(event.at, None))
        elif event.event == STRIKE_ENDED and found:
            found[-1] = Strike(found[-1].began, event.at)
    return found


def begin_strike(
    desk: Desk, at: datetime, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[Strike]:
    """Record that a strike began, and judge again what it touches.

    Raises Refused: "strike-on" while one lasts, "strike-too-early" before the end of the last one, "cancelled".
    """
    known = strikes(desk.registry)
    if known and known[-1].ended is None:
        raise Refused("strike-on", key=moment_text(known[-1].began))
    if known and known[-1].ended is not None and at < known[-1].ended:
        raise Refused(TOO_EARLY, key=moment_text(known[-1].ended))
    return _record(desk, Event(STRIKE_BEGAN, at), Steps(progress, cancelled))


def end_strike(
    desk: Desk, at: datetime, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[Strike]:
    """Record that the strike has ended, and judge again what it touched.

    Raises Refused: "no-strike" where none lasts, "strike-too-early" before it began, "cancelled".
    """
    known = strikes(desk.registry)
    if not known or known[-1].ended is not None:
        raise Refused("no-strike")
    if at < known[-1].began:
        raise Refused(TOO_EARLY, key=moment_text(known[-1].began))
    return _record(desk, Event(STRIKE_ENDED, at), Steps(progress, cancelled))


def _record(desk: Desk, event: Event, steps: Steps) -> Outcome[Strike]:
    now, registry = desk.now(), desk.registry
    with registry.transaction():
        registry.happenings.put(event, now)
        desk.record("strike", {"event": event.event, "at": moment_text(event.at)})
        likenesses = set(chain.from_iterable(registry.masks.stopped_by_strikes()))
        rejudge(desk, likenesses, now, event.event, steps)
    return Outcome(strikes(registry)[-1], _CHANGED)
