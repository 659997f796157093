"""Taking back a use that was written down by hand: by mistake, or for the wrong company.

- It stays recorded with its verdicts and counts no more; whatever hung together with it is judged again.
- `put_back_use` lets it count again. Both are leaves of the journal: nothing is unsaid.
- A row of a report is not taken back alone: the report is (`import_report.undo_import`), or a later row corrects it.
"""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.acts.uses.log_use import LOGGED
from likeness.errors import Refused
from likeness.registry.uses import UseRow
from likeness.values.outcome import Change, Outcome

TAKEN_BACK, PUT_BACK = "taken-back", "put-back"
_CHANGED = frozenset({Change.USES, Change.DUES})


def take_back_use(
    desk: Desk, name: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[UseRow]:
    """Let a use count no more, or raise Refused: `unknown-use`, `not-by-hand`, `cancelled`."""
    row = _known(desk, name)
    if row.findings[0].cause != LOGGED:
        raise Refused("not-by-hand", key=name)
    if row.corrected_by is not None:
        raise Refused("unknown-use", key=name)
    now, registry = desk.now(), desk.registry
    with registry.transaction():
        registry.uses.correct(row.row, TAKEN_BACK)
        desk.record("use-taken-back", {"use": name})
        rejudge(desk, row.use.likeness, now, TAKEN_BACK, Steps(progress, cancelled))
    return Outcome(_known(desk, name), _CHANGED)


def put_back_use(
    desk: Desk, name: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[UseRow]:
    """Let a use that was taken back count again, judged by what is known now.

    Raises Refused (`unknown-use`, `cancelled`).
    """
    row = _known(desk, name)
    if row.corrected_by != TAKEN_BACK:
        raise Refused("unknown-use", key=name)
    now, registry = desk.now(), desk.registry
    with registry.transaction():
        registry.uses.count_again(row.row)
        desk.record("use-put-back", {"use": name})
        rejudge(desk, row.use.likeness, now, PUT_BACK, Steps(progress, cancelled))
    return Outcome(_known(desk, name), _CHANGED)


def _known(desk: Desk, name: str) -> UseRow:
    row = desk.registry.uses.get(name)
    if row is None:
        raise Refused("unknown-use", key=name)
    return row
