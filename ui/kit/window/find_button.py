"""What looks like a field and opens quick find: an entry that a mouse can reach (picture 14)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.kit.keys import cap, key_words, with_key
from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import put_icon, rounded
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme, tint
from ui.kit.look.typeface import font
from ui.kit.parts.marks import KeyCap
from ui.kit.words import tr

WIDE, HIGH, CODE = 248, 32, "find"


class FindButton(QAbstractButton):
    """As wide as a search field; the key stands at its right."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(tr("Search everything"))
        self.setAccessibleName(self.text())
        self.setToolTip(with_key(key_words(CODE), CODE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cap = KeyCap(cap(CODE))
        self._cap.setParent(self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self._place)
        watch_focus(self)

    def sizeHint(self) -> QSize:
        return QSize(grown(WIDE), grown(HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._cap.adjustSize()
        self._cap.move(self.width() - self._cap.width() - 8, (self.height() - self._cap.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), 6, tint("sunken" if self.isDown() else "surface"), tint("border"))
        put_icon(painter, "search", QPointF(9, (self.height() - 15) / 2), 15, tint("text3"))
        painter.setPen(tint("text3"))
        painter.setFont(font("body"))
        painter.drawText(QRect(32, 0, self._cap.x() - 40, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
