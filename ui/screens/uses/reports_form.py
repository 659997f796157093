"""The reports that were imported, newest first, each to be taken back as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.look.typeface import hold
from ui.kit.parts.buttons import Button
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import Scroll, boxed, column, row
from ui.kit.words import tr
from ui.screens.uses.state import ReportLine

HIGH, LINE_HIGH = 320, 72


class ReportsForm(Dialog):
    """`then(report, file)` gets the one to be taken back."""

    def __init__(self, parent: QWidget, reports: Sequence[ReportLine], then: Callable[[int, str], None]) -> None:
        text = tr("Taking one back removes its uses and frees its line numbers. It can be undone until you lock.")
        super().__init__(parent, tr("Imported reports"), text if reports else tr("No report was imported yet."), 640)
        if reports:
            inside = QWidget()
            inside.setLayout(column(*(self._line(one, then) for one in reports), None))
            scroll = Scroll(inside)
            hold(scroll, tall=min(HIGH, LINE_HIGH * len(reports)))
            self.add(scroll)
        self.answer(tr("Close"), "main", stays="closes").setFocus()

    def _line(self, one: ReportLine, then: Callable[[int, str], None]) -> QFrame:
        counts = Cut(one.counts, "small", "text2", figures=True)
        words = column(Cut(one.name, "body-medium"), Cut(one.about, "small", "text3"), counts, gap=1)
        button = Button(tr("Take back"), "undo-2", small=True)
        button.setAccessibleName(tr("Take back {name}", name=one.name))

        def take() -> None:
            self.accept()
            then(one.id, one.name)

        button.clicked.connect(take)
        line = row(gap=10)
        line.addLayout(words, 1)
        line.addWidget(button)
        made = boxed(line, rule="bottom")
        hold(made, tall=LINE_HIGH)
        made.setAccessibleName(one.spoken)
        return made
