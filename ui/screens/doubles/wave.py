"""A voice as bars, from the peaks kept when its file was read. Nothing is decoded while painting."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.look.theme import tint
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


def paint_wave(painter: QPainter, box: QRect, peaks: bytes, heard: float = 1.0) -> None:
    """Paint the bars into a box, quieter ones fainter; what is not heard yet has another colour."""
    bars = max(1, int(box.width() // STEP))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint("accent"))
    for number, loud in enumerate(loudness(peaks, bars)):
        if number >= heard * bars:
            painter.setBrush(tint("border"))
        high = max(2.0, box.height() * loud)
        painter.setOpacity(0.45 + 0.55 * loud)
        bar = QRectF(box.x() + number * STEP, box.y() + (box.height() - high) / 2, BAR, high)
        painter.drawRoundedRect(bar, 1.1, 1.1)
    painter.setOpacity(1.0)


class Wave(QWidget):
    """The bars by themselves, in the pane, and a line where they are heard."""

    def __init__(self, peaks: bytes) -> None:
        super().__init__()
        self._peaks, self._heard, self._playing = peaks, 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The voice as bars"))

    def sizeHint(self) -> QSize:
        return QSize(260, 56)

    def set_peaks(self, peaks: bytes) -> None:
        """Show another voice."""
        self._peaks = peaks
        self.update()

    def show_place(self, share: float | None) -> None:
        """Show which share was heard; None: it is not played."""
        before = self._line(), self._playing
        self._heard, self._playing = share or 0.0, share is not None
        if before != (self._line(), self._playing):
            self.update()

    def _line(self) -> int:
        return round(self._heard * self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_wave(painter, self.rect(), self._peaks, self._heard if self._playing else 1.0)
        if self._playing:
            painter.fillRect(min(self._line(), self.width() - 1), 0, 1, self.height(), tint("text"))
