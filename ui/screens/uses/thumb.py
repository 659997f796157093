"""A small picture among the evidence: a button that shows it larger."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from likeness.media.glance import Glance
from ui.kit.keys import with_key
from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import rounded
from ui.kit.look.pixels import image_of
from ui.kit.look.theme import tint
from ui.kit.words import tr

WIDE, TALL = 64, 48


class Thumb(QAbstractButton):
    """The picture of a file, whole, in the middle of 64 x 48 pixels."""

    def __init__(self, name: str, seen: Glance) -> None:
        super().__init__()
        self._picture = QPixmap.fromImage(image_of(seen))
        self._fitted = QPixmap()
        self.setAccessibleName(tr("Show {name} larger", name=name))
        self.setToolTip(with_key(tr("Show larger"), "see-larger"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        watch_focus(self)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._fitted.devicePixelRatio() != ratio or self._fitted.isNull():
            room = QSize(round((WIDE - 2) * ratio), round((TALL - 2) * ratio))
            self._fitted = self._picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio,
                                                Qt.TransformationMode.SmoothTransformation)  # fmt: skip
            self._fitted.setDevicePixelRatio(ratio)
        size = self._fitted.deviceIndependentSize()
        rounded(painter, self.rect(), 4, tint("sunken"))
        painter.drawPixmap(round((WIDE - size.width()) / 2), round((TALL - size.height()) / 2), self._fitted)
        rounded(painter, QRect(0, 0, WIDE, TALL), 4, None, tint("hairline"))
