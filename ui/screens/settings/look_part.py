"""The section of the look: light, dark, or what the system has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.frames import row
from ui.kit.theme import theme
from ui.kit.ticks import Segments
from ui.kit.wishes import LOOK
from ui.kit.words import tr


class LookPart(QWidget):
    """One choice; `wished` tells a name of `ui.kit.wishes` and its value."""

    wished = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        looks = [("system", tr("Follow the system")), ("light", tr("Light")), ("dark", tr("Dark"))]
        self.choice = Segments(looks, tr("Look"))
        self.choice.chosen.connect(lambda look: self.wished.emit(LOOK, look))
        theme().changed.connect(self._show)
        self.setLayout(row(self.choice, None))
        self._show()

    def _show(self) -> None:
        self.choice.choose(theme().scheme.value)
