"""What the bars of the timeline mean, in the same colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.look.paint import rounded
from ui.kit.look.theme import tint
from ui.kit.look.typeface import hold, label
from ui.kit.parts.flow import Flow
from ui.kit.parts.frames import boxed, row
from ui.kit.words import tr
from ui.screens.overview.bars import LOOKS

HIGH = 18


class Legend(QWidget):
    """Small bars with their words; where there is no room for them in one line, they take two."""

    def __init__(self) -> None:
        super().__init__()
        words = {"in-force": tr("In force"), "soon": tr("Ends soon"), "offered": tr("Offered"),
                 "suspended": tr("Suspended"), "": tr("Still shown")}  # fmt: skip
        line = Flow(self, gap=16)
        for look, said in words.items():
            part = boxed(row(Swatch(look), label(said, "small", "text3"), gap=6))
            hold(part, tall=HIGH)
            line.addWidget(part)


class Swatch(QWidget):
    """A bar in small; the empty look is the line of what is still shown."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(14, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._look:
            painter.fillRect(QRectF(0, 3, 14, 4), tint("accent_line"))
            return
        ground, edge, _ink, _icon = LOOKS[self._look]
        rounded(painter, self.rect(), 3, tint(ground), tint(edge), dash=self._look == "offered")
