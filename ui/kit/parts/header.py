"""The header of a screen: its title and a count left; search, second action and the one main action right.

60 high, in one line. Where there is no room for all of it, in a small window with large text, the buttons stand below.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.flow import Flow
from ui.kit.parts.frames import HEADER, MARGIN, column, row
from ui.kit.parts.verbs import verbs_here

_GAP, _BELOW = 8, 12  # pixels between controls, and under the buttons that stand below


class Header(QFrame):
    """`sub` is the count beside the title; the buttons are verbs of the screen."""

    def __init__(self, title: str) -> None:
        super().__init__()
        verbs_here(self)
        self.title = label(title, "page")
        hold(self.title, tall=HEADER)
        self.sub = label("", "body", "text3")
        set_role(self.sub, "body", "text3", figures=True)
        self._controls: list[QWidget] = []
        self._in_two = False
        self._line = row(self.title, 6, self.sub, None, gap=_GAP, margins=(MARGIN, 0, MARGIN, 0))
        self._below = Flow(gap=_GAP)
        self.setLayout(column(self._line, self._below))

    def add(self, *controls: QWidget) -> None:
        """Add controls at the right."""
        for control in controls:
            self._line.addWidget(control)
            self._controls.append(control)

    def event(self, event: QEvent) -> bool:
        """Ask again whether there is room whenever something in it, or its width, is another."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        in_two = self._needed() > self.width()
        if in_two == self._in_two:
            return
        self._in_two = in_two
        here, there = (self._line, self._below) if in_two else (self._below, self._line)
        for button in self._controls:
            if isinstance(button, QAbstractButton):
                here.removeWidget(button)
                there.addWidget(button)
        self._below.setContentsMargins(MARGIN, 0, MARGIN, _BELOW if in_two else 0)

    def _needed(self) -> int:
        """Return how wide one line of it would be at least."""
        shown = [one.minimumSizeHint().width() for one in self._controls if not one.isHidden()]
        wide = [self.title.sizeHint().width(), 6, self.sub.sizeHint().width(), *shown]
        return sum(wide) + _GAP * (len(wide) - 1) + 2 * MARGIN
