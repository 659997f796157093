"""The columns of a report one below the other: name, examples, what it means, how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.fields.fields import Choice
from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import boxed, empty, row
from ui.kit.parts.marks import Hairline, IconMark
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.words import tr
from ui.screens.report.state import STANDINGS, ColumnLine

NAME, MEANS, SURE = 180, 266, 210  # at most; where there is no room for that, each gives of it
SAMPLES = 90  # the share of the examples, which take what is left
ARROW, MARK, HIGH, HEAD = 28, 15, 42, 32


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
        self._means = Choice()
        self._mark, self._words = IconMark("check", MARK), label("", "small-medium", wrap=True)
        arrow = boxed(row(IconMark("arrow-right", 15), None))
        arrow.setFixedWidth(ARROW)
        line = row(self._name, 16, self._samples, 14, arrow, self._means, 20, self._mark, 7, self._words,
                   gap=0, margins=(16, 0, 16, 0))  # fmt: skip
        _share(line, self._name, self._samples, self._means, self._words)
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
    name, samples, means = (Cut(words, "label", "text2") for words in (
        tr("In their file"), tr("For example"), tr("Means")))  # fmt: skip
    sure = QWidget()
    line = row(name, 16, samples, 14 + ARROW, means, 20 + MARK + 7, sure, gap=0, margins=(16, 0, 16, 0))
    _share(line, name, samples, means, sure)
    head = boxed(line, ground="raised")
    hold(head, tall=HEAD)
    return head


def _share(line: QHBoxLayout, name: QWidget, samples: QWidget, means: QWidget, sure: QWidget) -> None:
    """Let the parts of a line share its width as those of every other line do."""
    for part, wide in ((name, NAME), (means, MEANS), (sure, SURE)):
        hold(part, most_wide=wide)
        line.setStretchFactor(part, wide)
    line.setStretchFactor(samples, SAMPLES)
