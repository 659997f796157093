"""Earnings on the Overview: the year's sum, its projects as bars, what is still open; one currency below the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.kit.keys import with_key
from ui.kit.look.typeface import label, set_role
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import column, empty, row
from ui.kit.parts.marks import Hairline, IconMark, Meter
from ui.kit.words import tr
from ui.screens.overview.state import Income, Line, OverviewState

Shown = tuple[tuple[Income, ...], str, str, bool, int]


class IncomeFrame(QFrame):
    """The block; `details` asks for the Earnings screen."""

    details = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._year = label("", "small", "text3")
        more = Button(tr("Details"), look="link", small=True)
        more.setToolTip(with_key(tr("Earnings"), "go-earnings"))
        more.clicked.connect(self.details)
        self._inside = column()
        whole = column(row(label(tr("Earnings"), "pane"), self._year, None, more), self._inside)
        self.setLayout(whole)

    def show_state(self, state: OverviewState) -> None:
        """Draw what came in; nothing is drawn again that is the same."""
        shown = (state.incomes, state.unknown, state.open, state.whole, state.year)
        if not state.read or shown == self._shown:
            return
        self._shown = shown
        empty(self._inside)
        self._year.setText(tr("{year} to date", year=state.year))
        for income in state.incomes:
            self._income(income)
        if not state.incomes:
            self._inside.addSpacing(10)
            self._inside.addWidget(label(tr("Nothing was paid this year yet."), "body", "text2", wrap=True))
        self._inside.addStretch(1)
        self._inside.addSpacing(12)
        for words in (state.unknown, "" if state.whole else tr("Only the newest licences are added up here.")):
            if words:
                self._inside.addWidget(label(words, "small", "text3", wrap=True))
                self._inside.addSpacing(6)
        self._due(state.open)

    def _income(self, income: Income) -> None:
        figure = label(income.total, "figure")
        set_role(figure, "figure", figures=True)
        self._inside.addSpacing(4)
        self._inside.addWidget(figure)
        self._inside.addWidget(label(income.parts, "small", "text3", wrap=True))
        for line in income.lines:
            self._line(line)

    def _line(self, line: Line) -> None:
        amount = label(line.amount)
        set_role(amount, "body", figures=True)
        meter = Meter(f"{line.title}, {line.amount}")
        meter.set_share(line.share, line.hue)
        self._inside.addSpacing(10)
        self._inside.addLayout(row(label(line.title, wrap=True), None, amount))
        self._inside.addSpacing(3)
        self._inside.addWidget(meter)

    def _due(self, words: str) -> None:
        self._inside.addWidget(Hairline())
        self._inside.addSpacing(7)
        amount = label(words or tr("Nothing"), "body-strong")
        set_role(amount, "body-strong", figures=True)
        self._inside.addLayout(row(IconMark("hourglass", 14), label(tr("Still open")), None, amount))
