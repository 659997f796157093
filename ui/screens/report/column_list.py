"""The columns of a report one below the other: name, examples, what it means, how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.kit.fields.fields import Choice
from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import boxed, empty, row
from ui.kit.parts.marks import Hairline, IconMark
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.words import tr
from ui.screens.report.state import STANDINGS, ColumnLine

NAME, ARROW, MEANS, SURE, MARK, HIGH, HEAD = 180, 28, 266, 210, 15, 42, 32  # the examples take what is left


class ColumnList(QWidget):
    """`chosen` tells (column, code)."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._names: tuple[str, ...] = ()
        inside = QFrame()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(RoundFrame(inside, "surface"))

    def show_lines(self, lines: Sequence[ColumnLine]) -> None:
        """Show the columns; the same columns again only change what they mean, and keep the focus."""
        names = tuple(line.name for line in lines)
        if names != self._names:
            empty(self._column)
            self._names, self._lines = names, [_Line() for _ in lines]
            self._column.addWidget(_head())
            for widget in self._lines:
                widget.told.connect(self.chosen)
                self._column.addWidget(Hairline())
                self._column.addWidget(widget)
        for widget, line in zip(self._lines, lines, strict=True):
            widget.show_line(line)


class _Line(QWidget):
    told = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        hold(self, least_tall=HIGH)
        self._name, self._samples = Cut("", "body-medium"), Cut("", "body", "text3")
        hold(self._name, wide=NAME)
        self._means = Choice()
        hold(self._means, wide=MEANS)
        self._mark, self._words = IconMark("check", MARK), label("", "small-medium", wrap=True)
        hold(self._words, wide=SURE)
        arrow = boxed(row(IconMark("arrow-right", 15), None))
        arrow.setFixedWidth(ARROW)
        line = row(self._name, 16, self._samples, 14, arrow, self._means, 20, self._mark, 7, self._words,
                   gap=0, margins=(16, 0, 16, 0))  # fmt: skip
        line.setStretchFactor(self._samples, 1)
        self.setLayout(line)
        self._means.activated.connect(lambda _at: self.told.emit(self._line.name, self._means.code()))

    def show_line(self, line: ColumnLine) -> None:
        self._line = line
        self._name.setText(line.name)
        self._samples.setText(line.samples)
        self._means.set_choices(list(line.offered))
        self._means.choose(line.code)
        self._means.setEnabled(not line.fixed)
        self._means.set_tone({"ask": "ask", "out": "off"}.get(line.standing, ""))
        self._means.setAccessibleName(tr("{column} means", column=line.name))
        self._means.setAccessibleDescription(line.words)
        icon, hue = STANDINGS[line.standing]
        self._mark.set_icon(icon, hue)
        set_role(self._words, "small-medium", hue)
        self._words.setText(line.words)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)


def _head() -> QFrame:
    """Return the headings of the list."""
    name, means, sure = label(tr("In their file"), "label", "text2"), label(tr("Means"), "label", "text2"), QWidget()
    hold(name, wide=NAME)
    hold(means, wide=MEANS)
    hold(sure, wide=SURE)
    line = row(name, 16, label(tr("For example"), "label", "text2"), None, means, 20 + MARK + 7, sure, gap=0,
               margins=(16, 0, 16, 0))  # fmt: skip
    head = boxed(line, ground="raised")
    hold(head, tall=HEAD)
    return head
