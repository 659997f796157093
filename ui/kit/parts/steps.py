"""The numbered steps of a flow: done ones can be opened again, later ones wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import chosen
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font
from ui.kit.parts.marks import circle_number
from ui.kit.words import tr


class StepList(QWidget):
    """Steps one below the other; `opened` tells which finished one was pressed."""

    opened = Signal(int)

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps"))
        self._steps = [_Step(number, words) for number, words in enumerate(steps, 1)]
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 16, 12, 16)
        lines.setSpacing(0)
        for place, step in enumerate(self._steps):
            step.clicked.connect(lambda _on=False, at=place: self.opened.emit(at))
            lines.addWidget(step)
        lines.addStretch(1)

    def show_place(self, current: int, reached: int) -> None:
        """Mark the step that is open and how far the flow has come."""
        for place, step in enumerate(self._steps):
            step.set_state("on" if place == current else "done" if place < reached else "todo")
            step.setEnabled(place <= reached)


class _Step(QAbstractButton):
    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self._number, self._state = number, "todo"
        self.setText(words)
        self.setAccessibleName(f"{number}. {words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        watch_focus(self)

    def set_state(self, state: str) -> None:
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(160), grown(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self._state == "on"
        if on:
            chosen(painter, self.rect(), 6)
        circle_number(painter, QRect(8, (self.height() - 20) // 2, 20, 20), str(self._number), self._state)
        painter.setPen(tint("accent" if on else "text2" if self._state == "done" else "text3"))
        painter.setFont(font("body-strong" if on else "body-medium"))
        painter.drawText(self.rect().adjusted(38, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
