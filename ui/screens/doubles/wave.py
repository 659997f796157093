"""A voice as bars, from the peaks kept when its file was read. Nothing is decoded while painting."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.theme import tint
from ui.kit.words import tr

BAR, STEP, LOUDEST = 2.2, 3.4, 127


def loudness(peaks: bytes, bars: int) -> list[float]:
    """Return `bars` heights from 0 to 1; `peaks` are pairs of signed bytes (lowest, highest)."""
    pairs = memoryview(peaks).cast("b")
    count = len(pairs) // 2
    heights = []
    for bar in range(bars):
        start, end = bar * count // bars, max((bar + 1) * count // bars, bar * count // bars + 1)
        part = pairs[2 * start : min(2 * end, len(pairs))]
        heights.append(max((abs(value) for value in part), default=0) / LOUDEST)
    most = max(heights, default=0.0) or 1.0
    return [min(height / most, 1.0) for height in heights]


def paint_wave(painter: QPainter, box: QRect, peaks: bytes) -> None:
    """Paint the bars into a box, quieter ones fainter."""
    bars = max(1, int(box.width() // STEP))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint("accent"))
    for number, loud in enumerate(loudness(peaks, bars)):
        high = max(2.0, box.height() * loud)
        painter.setOpacity(0.45 + 0.55 * loud)
        bar = QRectF(box.x() + number * STEP, box.y() + (box.height() - high) / 2, BAR, high)
        painter.drawRoundedRect(bar, 1.1, 1.1)
    painter.setOpacity(1.0)


class Wave(QWidget):
    """The bars by themselves, in the pane."""

    def __init__(self, peaks: bytes) -> None:
        super().__init__()
        self._peaks = peaks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The voice as bars"))

    def sizeHint(self) -> QSize:
        return QSize(260, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_wave(QPainter(self), self.rect(), self._peaks)
