"""One of the roles of the first page: icon, title, a line about it, and a ring that says which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import put_icon, rounded
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font
from ui.kit.parts.ticks import paint_radio

HIGH, LINE = 67, 20  # pixels of a card whose line about it does not wrap, and of that line
LEFT, BESIDE = 67, 110  # where words begin; what icon and ring keep of the width
WRAP = int(Qt.TextFlag.TextWordWrap)
MIDDLE = WRAP | int(Qt.AlignmentFlag.AlignVCenter)


class RoleCard(QAbstractButton):
    """A large choice: icon, title, line, ring."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__()
        self._icon, self._line = icon, text
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        watch_focus(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return HIGH - LINE + max(LINE, self._needed(width).height())

    def _needed(self, width: int) -> QRect:
        """Return the room that the line needs in a card of that width: it wraps."""
        return QFontMetrics(font("small")).boundingRect(QRect(0, 0, width - BESIDE, 2000), WRAP, self._line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, on = QPainter(self), self.isChecked()
        rounded(painter, self.rect(), 10, tint("accent_soft" if on else "surface"), tint("accent" if on else "border"),
                2.0 if on else 1.0)  # fmt: skip
        rounded(painter, QRect(17, 16, 36, 36), 8, tint("accent" if on else "sunken"))
        put_icon(painter, self._icon, QPointF(26, 25), 19, tint("on_accent" if on else "text2"))
        painter.setPen(tint("text"))
        painter.setFont(font("body-strong"))
        painter.drawText(QRect(LEFT, 13, self.width() - BESIDE, 20), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(tint("text2"))
        painter.setFont(font("small"))
        painter.drawText(QRect(LEFT, 33, self.width() - BESIDE, self.height() - HIGH + LINE), MIDDLE, self._line)
        paint_radio(painter, QRect(self.width() - 33, 26, 16, 16), on=on)
