"""An import as a step that can be undone and done again: the file it came from need not be there any more. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from likeness.acts.uses.import_report import undo_import
from likeness.acts.uses.restore_import import KeptImport, restore_import, set_aside
from ui.kit.undoing.undo import Going, Inverse


@dataclass(frozen=True)
class TakeImportBack:
    """Takes an import back, on the write lane, and returns the step that puts it back; the same for the same import."""

    desk: Any = field(compare=False)
    report: int

    def __call__(self, going: Going) -> Inverse:
        kept = set_aside(self.desk.desk, self.report)
        self.desk.do(undo_import, self.report, going.say, going.cancelled)
        return PutImportBack(self.desk, kept, self)


@dataclass(frozen=True, eq=False)
class PutImportBack:
    """Puts an import back, under a new number; `after` is what took it back."""

    desk: Any
    kept: KeptImport
    after: TakeImportBack

    def __call__(self, going: Going) -> Inverse:
        number = self.desk.do(restore_import, self.kept, going.say, going.cancelled).value.id
        return TakeImportBack(self.desk, number)
