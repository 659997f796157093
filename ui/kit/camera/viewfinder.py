"""The picture of the camera with a frame over it: a code that fills the frame is read at once."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from likeness.paper.qr.qr_frame import FILL
from ui.kit.look.theme import tint
from ui.kit.words import tr

_CORNER, _PEN, _SHADE = 0.16, 3.0, 110


class Viewfinder(QWidget):
    """Draws the newest frame; the frame to fill is 60 % of the picture's height."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.setAccessibleName(tr("What the camera sees"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(378)

    def sizeHint(self) -> QSize:
        return QSize(672, 378)

    def show_picture(self, picture: QImage) -> None:
        """Draw this frame."""
        self._picture = picture
        self.update()

    def frame_box(self) -> QRect:
        """Return where the code should lie."""
        shown = self._shown()
        side = round(shown.height() * FILL)
        return QRect(shown.center().x() - side // 2, shown.center().y() - side // 2, side, side)

    def _shown(self) -> QRect:
        if self._picture.isNull():
            return self.rect()
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2,
                     size.width(), size.height())  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), tint("sunken"))
        if not self._picture.isNull():
            painter.drawImage(self._shown(), self._picture)
        box = self.frame_box()
        shade = QColor(0, 0, 0, _SHADE)
        shown = self._shown()
        for part in (
            QRect(shown.left(), shown.top(), shown.width(), box.top() - shown.top()),
            QRect(shown.left(), box.bottom() + 1, shown.width(), shown.bottom() - box.bottom()),
            QRect(shown.left(), box.top(), box.left() - shown.left(), box.height()),
            QRect(box.right() + 1, box.top(), shown.right() - box.right(), box.height()),
        ):
            painter.fillRect(part, shade)
        painter.setPen(QPen(QColor("white"), _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for line in _corners(QRectF(box)):
            painter.drawLine(line)


def _corners(box: QRectF) -> list[QLineF]:
    """Return the eight short lines at the corners of the frame."""
    arm = box.width() * _CORNER
    lines = []
    for x, along in ((box.left(), arm), (box.right(), -arm)):
        for y, down in ((box.top(), arm), (box.bottom(), -arm)):
            lines += [QLineF(x, y, x + along, y), QLineF(x, y, x, y + down)]
    return lines
