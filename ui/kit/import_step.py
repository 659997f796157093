"""An import as a step that can be undone and done again: the file it came from need not be there any more. No Qt."""

from __future__ import annotations

from typing import Any

from likeness.acts.import_report import undo_import
from likeness.acts.restore_import import restore_import, set_aside
from ui.kit.undo import Inverse


def take_import_back(desk: Any, report: int, job: Any = None) -> Inverse:
    """Take an import back, on the write lane; returns the step that puts it back."""
    kept = set_aside(desk.desk, report)
    told = {} if job is None else {"progress": job.say, "cancelled": job.cancelled}
    desk.do(undo_import, report, **told)

    def put_back() -> Inverse:
        number = desk.do(restore_import, kept).value.id
        return lambda: take_import_back(desk, number)

    return put_back
