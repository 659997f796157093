"""A backup was made: when the last one was is kept, so that the window can say that it grows old."""

from __future__ import annotations

from datetime import datetime

from likeness.acts.desk import Desk
from likeness.registry.registry import Registry
from likeness.values.days import parse_instant
from likeness.values.outcome import Change, Outcome

_WHEN = "backup.at"


def last_backup(registry: Registry) -> datetime | None:
    """Return the instant of the last backup, or None if there never was one."""
    text = registry.settings.get(_WHEN)
    return parse_instant(text, _WHEN) if text else None


def note_backup(desk: Desk) -> Outcome[datetime]:
    """Keep that a backup was made now."""
    now = desk.now().replace(microsecond=0)
    with desk.registry.transaction():
        desk.registry.settings.put(_WHEN, now.isoformat())
    return Outcome(now, frozenset({Change.OWNER}))
