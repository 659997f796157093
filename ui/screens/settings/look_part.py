"""The section of the look: light, dark, or what the system has; more contrast than it asks for; less motion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.look.theme import system_contrast, theme
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import column, row
from ui.kit.parts.ticks import Option, Segments
from ui.kit.wishes import CONTRAST, LESS, LOOK, MORE, MOTION, USUAL
from ui.kit.words import tr


class LookPart(QWidget):
    """Three choices; `wished` tells a name of `ui.kit.wishes` and its value."""

    wished = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        looks = [("system", tr("Follow the system")), ("light", tr("Light")), ("dark", tr("Dark"))]
        self.choice = Segments(looks, tr("Look"))
        self.choice.chosen.connect(lambda look: self.wished.emit(LOOK, look))
        self.contrast = Option(CONTRAST, tr("More contrast"))
        self.contrast.setToolTip(tr("Clearer words and edges. Where your system asks for it, it is always on."))
        self.contrast.clicked.connect(lambda on: self.wished.emit(CONTRAST, MORE if on else USUAL))
        self.less_motion = Option(MOTION, tr("Less motion"))
        self.less_motion.setToolTip(tr("Everything is there at once: nothing fades in, and nothing slides."))
        self.less_motion.clicked.connect(lambda on: self.wished.emit(MOTION, LESS if on else USUAL))
        theme().changed.connect(self._show)
        self.setLayout(column(row(self.choice, None), flow(self.contrast, self.less_motion), gap=10))
        self._show()

    def _show(self) -> None:
        self.choice.choose(theme().scheme.value)
        self.contrast.setChecked(theme().contrast or system_contrast())
        self.less_motion.setChecked(theme().less_motion)
        self.contrast.set_included(system_contrast())  # it cannot be less than that
