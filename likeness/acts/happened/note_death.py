"""A death that is written down here: of a performer who never signed with a key, or long before there was one.

It is a fact that the owner of the registry knows, signed by nobody. Who signed with a key is told of by the estate that
she named (`file_word`), and that is what others may rely on.
"""

from __future__ import annotations

from datetime import datetime

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.scope.event import DIED, Event
from likeness.values.days import moment_text
from likeness.values.outcome import Change, Outcome

_CHANGED = frozenset({Change.LICENCES, Change.USES, Change.DOUBLES})


def note_death(
    desk: Desk, performer: str, at: datetime, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[Event]:
    """Record when a performer (an id) died, and judge again what it touches.

    Raises Refused: "unknown-performer", "death-known", "death-ahead", "cancelled".
    """
    now, registry = desk.now(), desk.registry
    likenesses = registry.doubles.of_performer(performer) | registry.licences.likenesses_of(performer)
    if not likenesses:
        raise Refused("unknown-performer", key=performer)
    if any(event.event == DIED for event in registry.happenings.touching("", performer)):
        raise Refused("death-known", key=performer)
    if at > now:
        raise Refused("death-ahead", key=performer, value=moment_text(at))
    event = Event(DIED, at, performer=performer)
    with registry.transaction():
        registry.happenings.put(event, now)
        desk.record("death", {"performer": performer, "at": moment_text(at)})
        rejudge(desk, likenesses, now, DIED, Steps(progress, cancelled))
    return Outcome(event, _CHANGED)
