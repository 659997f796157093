"""Judging again by what is known now: one use and all that hangs together with it, or everything.

A verdict is never overwritten: one that changes is added beside the old one, with its date. Cancelled, nothing is.
"""

from __future__ import annotations

from collections.abc import Callable

from likeness.acts.desk import Desk
from likeness.acts.joined import circle_of
from likeness.acts.rejudge import rejudge
from likeness.errors import Refused
from likeness.values.outcome import Change, Outcome

RECHECKED = "rechecked"
Progress = Callable[[int, int], None]  # likenesses done, likenesses in all


def recheck_uses(
    desk: Desk,
    name: str | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome[int]:
    """Judge again; returns how many verdicts were added."""
    now, registry = desk.now(), desk.registry
    waiting = registry.uses.likenesses() if name is None else _of_one(desk, name)
    everything, changed = len(waiting), 0
    with registry.transaction():
        while waiting:
            if cancelled is not None and cancelled():
                raise Refused("cancelled")
            circle = circle_of(registry, [min(waiting)])
            changed += rejudge(registry, circle.likenesses, now, RECHECKED)
            waiting -= circle.likenesses
            if progress is not None:
                progress(everything - len(waiting), everything)
        registry.settings.remove("tallies")
        desk.record("rechecked", {"use": name, "changed": changed})
    return Outcome(changed, frozenset({Change.USES}) if changed else frozenset())


def _of_one(desk: Desk, name: str) -> set[str]:
    row = desk.registry.uses.get(name)
    if row is None:
        raise Refused("unknown-use", key=name)
    return set(row.use.likeness)
