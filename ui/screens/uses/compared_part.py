"""What was allowed beside what was used: every term, so that the evidence below is still seen (picture 05).

Where there are many terms, those that were kept are named in one line, until somebody wants to see them all.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from likeness.paper.words.compare import Comparison
from ui.kit.lists.comparison import QUIET, ComparisonTable, reader_table
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.words import tr, tr_n

MOST_ROWS = 6  # a table of these leaves room for the evidence at 1280 x 800


class ComparedPart(QWidget):
    """`opened` when all terms are wanted; `whole` shows them from the beginning, `hers` says "you allowed"."""

    opened = Signal()

    def __init__(self, rows: tuple[Comparison, ...], *, whole: bool, hers: bool) -> None:
        super().__init__()
        self._rows = rows
        self.table = ComparisonTable() if hers else reader_table()
        kept = tuple(one.label for one in rows if one.state in QUIET)
        lines = column(RoundFrame(self.table, "raised"))
        if whole or len(rows) <= MOST_ROWS or len(kept) in (0, len(rows)):
            self.table.show_rows(rows)
        else:
            self.table.show_rows([one for one in rows if one.state not in QUIET])
            self._line = self._kept(kept)
            lines.addWidget(self._line)
        self.setLayout(lines)

    def _kept(self, terms: tuple[str, ...]) -> QWidget:
        words = tr_n("{n} term was kept: {terms}", "{n} terms were kept: {terms}", n=len(terms),
                     terms=", ".join(terms))  # fmt: skip
        show = Button(tr("Show all terms"), look="link", small=True)
        show.clicked.connect(self._open)
        said = row(column(1, IconMark("check", 15, "green", 2.5), None), gap=9, margins=(12, 8, 12, 0))
        said.addWidget(label(words, "body", "text2", wrap=True), 1)
        said.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return boxed(said)

    def _open(self) -> None:
        self._line.hide()
        self.table.show_rows(self._rows)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()
