"""Rows that contradict earlier ones (FORMAT section 6): which of the two is right?

- `keep`: the earlier row stands, and the new one is set aside.
- `take`: the new row is a correction. The earlier one stays recorded and counts no more; nothing is edited.
- Where a correction came before, that is the earlier row; where the earlier report was taken back, there is none.
"""

from __future__ import annotations

from dataclasses import replace

from likeness.acts.desk import Desk
from likeness.acts.judging.corrections import counting_of
from likeness.acts.judging.rejudge import judge_here, rejudge
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.acts.uses.log_use import words_of
from likeness.errors import Refused
from likeness.registry.reports import Held
from likeness.registry.uses import UseRow
from likeness.scope.use import use_to
from likeness.values.outcome import Change, Outcome
from likeness.values.unknown import unknown_code

KEEP, TAKE = "keep", "take"
CORRECTED = "corrected"
_CHANGED = frozenset({Change.USES, Change.DUES})


def answer_held(
    desk: Desk, held: int, answer: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[Held]:
    """Say which row is right; returns the row that was held.

    Raises Unreadable ("unknown-code") and Refused ("unknown-held", "cancelled"); cancelled, nothing was answered.
    """
    if answer not in (KEEP, TAKE):
        raise unknown_code(answer, "answer", (KEEP, TAKE))
    row = next((one for one in desk.registry.reports.held() if one.id == held), None)
    if row is None:
        raise Refused("unknown-held", key=str(held))
    now = desk.now()
    with desk.registry.transaction():
        desk.registry.reports.answer_held(held, answer, now)
        desk.record("held", {"held": held, "line_id": row.line_id, "answer": answer})
        if answer == TAKE:
            _correct(desk, row, Steps(progress, cancelled))
    return Outcome(row, _CHANGED)


def _correct(desk: Desk, held: Held, steps: Steps) -> None:
    """Set the earlier row aside, judge again what it had moved, and record the new one."""
    now, registry = desk.now(), desk.registry
    old = earlier_of(desk, held)
    new = replace(held.use, id=_free(desk, f"{held.line_id}@{held.report}-{held.line}"))
    if old is not None:
        registry.uses.correct(old.row, new.id)
        rejudge(desk, old.use.likeness, now, CORRECTED, steps)
    judged = judge_here(desk, new, steps)
    recorded = registry.uses.put(new, judged.finding, now, CORRECTED, words_of(desk, new))
    registry.corrections.put(recorded, held.report, held.line_id)
    for one in judged.changed:
        registry.uses.add_findings(one.rows, one.found, now, CORRECTED)
    registry.tallies.put(judged.tallies)
    corrects = None if old is None else old.use.id
    desk.record("correction", {"use": use_to(new), "corrects": corrects, "verdict": judged.finding.verdict.value})


def _free(desk: Desk, name: str) -> str:
    """Return an id that no other use has: a report may have a line id that looks like ours."""
    while desk.registry.uses.get(name) is not None:
        name += "@"
    return name


def earlier_of(desk: Desk, held: Held) -> UseRow | None:
    """Return what counts now of the same line id, from the same reporter for the same period."""
    report = desk.registry.reports.get(held.report)
    return None if report is None else counting_of(desk, report, held.line_id)
