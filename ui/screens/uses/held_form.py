"""A row that says something else than an earlier one, beside it: which of the two is right? No undo, and it says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from likeness.acts.uses.answer_held import KEEP, TAKE
from likeness.paper.words.compare import Comparison
from ui.kit.asking.dialogs import Dialog
from ui.kit.lists.comparison import ComparisonTable
from ui.kit.look.typeface import label
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.words import tr
from ui.screens.uses.state import HeldPair


class HeldForm(Dialog):
    """`then(held, answer)` gets `keep` or `take`; `skip(held)` wants the next one, where others wait."""

    def __init__(self, parent: QWidget, pair: HeldPair, then: Callable[[int, str], None],
                 skip: Callable[[int], None]) -> None:  # fmt: skip
        super().__init__(parent, tr("Which of the two is right?"), f"{pair.title} · {pair.about}", 640)
        table = ComparisonTable((tr("Earlier row"), tr("New row")), tr("The earlier row, and the new one"), _spoken)
        self.add(RoundFrame(table, "surface"))
        table.show_rows(pair.rows)
        said = tr("The row you set aside stays recorded and counts no more. This answer cannot be undone.")
        if not pair.earlier_there:
            said = tr("The earlier row was taken back with its report. This answer cannot be undone.")
        self.add(label(said, "small", "text2", wrap=True))
        later = self.answer(tr("Later"), stays="closes")
        if pair.others:
            other = self.answer(tr("Another row"))
            other.setAutoDefault(False)
            other.clicked.connect(lambda: self._skip(pair.id, skip))
        for words, answer in ((tr("The earlier one is right"), KEEP), (tr("The new one is right"), TAKE)):
            button = self.answer(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, said=answer: self._answer(pair.id, said, then))
        later.setDefault(True)
        later.setFocus()

    def _skip(self, held: int, skip: Callable[[int], None]) -> None:
        self.accept()
        skip(held)

    def _answer(self, held: int, answer: str, then: Callable[[int, str], None]) -> None:
        self.accept()
        then(held, answer)


def _spoken(row: Comparison) -> str:
    if row.state == "same":
        return tr("{term}. Both say {what}.", term=row.label, what=row.allowed)
    return tr("{term}. The earlier row says {before}, the new one {now}.", term=row.label, before=row.allowed,
              now=row.used)  # fmt: skip
