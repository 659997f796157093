"""Judging again by what is known now: one use and all that hangs together with it, or everything.

A verdict is never overwritten: one that changes is added beside the old one, with its date. Cancelled, nothing is.
"""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.judging.rejudge_many import rejudge_all
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.values.outcome import Change, Outcome

RECHECKED = "rechecked"


def recheck_uses(
    desk: Desk,
    name: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[int]:
    """Judge again; returns how many verdicts were added."""
    now, registry = desk.now(), desk.registry
    with registry.transaction():
        if name is None:
            changed = rejudge_all(desk, now, RECHECKED, Steps(progress, cancelled))
        else:
            changed = rejudge(desk, _of_one(desk, name), now, RECHECKED, Steps(progress, cancelled))
        registry.settings.remove("tallies")
        desk.record("rechecked", {"use": name, "changed": changed})
    return Outcome(changed, frozenset({Change.USES}) if changed else frozenset())


def _of_one(desk: Desk, name: str) -> set[str]:
    row = desk.registry.uses.get(name)
    if row is None:
        raise Refused("unknown-use", key=name)
    return set(row.use.likeness)
