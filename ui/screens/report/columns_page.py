"""Second page of the import: what each column means, what the file does not say, and the first rows as they read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.fields.fields import Choice, Labelled
from ui.kit.look.badges import Badge
from ui.kit.look.typeface import hold, label
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import Scroll, boxed, caps, column, empty, row
from ui.kit.parts.marks import Hairline
from ui.kit.parts.notes import Note
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.words import tr
from ui.screens.report.column_list import ColumnList
from ui.screens.report.state import ConstantLine, PreviewLine, ReportState

_WIDTHS = (140, 168, 186, 170, 200, 150, 110)  # the first holds a badge; the others share what is left like this
_HIGH, _ACROSS = 34, 3


class ColumnsPage(QWidget):
    """`chosen` tells (column, code); `same` tells (target, code) for every row."""

    chosen = Signal(str, str)
    same = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._where = label("", "small", "text3")
        self._list = ColumnList()
        self._list.chosen.connect(self.chosen)
        self._same_head = caps(tr("Not in the file: the same in every row"))
        self._same = QGridLayout()
        self._same.setHorizontalSpacing(16)
        self._same.setVerticalSpacing(12)
        self._fields: dict[str, Choice] = {}
        self._problem = column()
        self._first = caps(tr("First rows, as they will be read"))
        self._preview = _Preview()
        inside = QWidget()
        inside.setLayout(column(
            row(label(tr("Match their columns to yours"), "pane"), None, self._where), 12, self._list, 18,
            self._same_head, 8, self._same, 18, self._problem, self._first, 8, self._preview, None,
            margins=(24, 20, 24, 20),
        ))  # fmt: skip
        self.setLayout(column(Scroll(inside)))

    def draw(self, state: ReportState) -> None:
        """Draw the state."""
        self._where.setText(state.where)
        self._list.show_lines(state.columns)
        self._show_same(state.constants)
        empty(self._problem)
        if state.problem:
            self._problem.addWidget(Note("amber", "triangle-alert", state.problem, size="body-strong"))
            self._problem.addSpacing(18)
        self._first.setVisible(bool(state.preview))
        self._preview.setVisible(bool(state.preview))
        if state.preview:
            self._preview.show_lines(state.preview_heads, state.preview)

    def _show_same(self, lines: Sequence[ConstantLine]) -> None:
        self._same_head.setVisible(bool(lines))
        if tuple(self._fields) != tuple(line.target for line in lines):
            empty(self._same)
            self._fields = {}
            for place, line in enumerate(lines):
                field = self._fields[line.target] = Choice()
                field.activated.connect(lambda _at, target=line.target, mine=field: self.same.emit(target, mine.code()))
                self._same.addWidget(Labelled(line.words, field), place // _ACROSS, place % _ACROSS)
        for line in lines:
            self._fields[line.target].set_choices(list(line.offered))
            self._fields[line.target].choose(line.code)


class _Preview(QWidget):
    def __init__(self) -> None:
        super().__init__()
        inside = QFrame()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(RoundFrame(inside, "surface"))

    def show_lines(self, heads: Sequence[str], lines: Sequence[PreviewLine]) -> None:
        empty(self._lines)
        self._lines.addWidget(_line([Cut(head, "small-medium", "text2") for head in heads]))
        for line in lines:
            self._lines.addWidget(Hairline())
            self._lines.addWidget(_line([row(Badge(line.verdict), None), *(Cut(cell) for cell in line.cells)]))


def _line(cells: Sequence[QWidget | QLayout]) -> QFrame:
    line = row(gap=0, margins=(16, 0, 16, 0))
    for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True)):
        held = boxed(row(cell, margins=(0, 0, 16, 0)))
        if place:
            held.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        else:
            hold(held, wide=width)
        line.addWidget(held, width if place else 0)
    made = boxed(line)
    hold(made, tall=_HIGH)
    return made
