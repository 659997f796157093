"""An import as a step that can be undone and done again: the file it came from need not be there any more. No Qt."""

from __future__ import annotations

from functools import partial
from typing import Any

from likeness.acts.import_report import undo_import
from likeness.acts.restore_import import restore_import, set_aside
from ui.kit.undo import Going, Inverse


def take_import_back(desk: Any, report: int, going: Going) -> Inverse:
    """Take an import back, on the write lane; returns the step that puts it back."""
    kept = set_aside(desk.desk, report)
    desk.do(undo_import, report, going.say, going.cancelled)

    def put_back(going: Going) -> Inverse:
        number = desk.do(restore_import, kept, going.say, going.cancelled).value.id
        return partial(take_import_back, desk, number)

    return put_back
