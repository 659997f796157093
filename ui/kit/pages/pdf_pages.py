"""The pages of a PDF of ours as pictures, for the screen and for the printer. Asked for on a lane, never on the window.

Qt's own reader (PDFium) draws them; the bytes are our own and stay in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

PRINTED_DPI = 300  # what a page is drawn at for paper; more is not seen, and a page takes 35 MB at this


def pages_of(data: bytes, width: int) -> list[QImage]:
    """Return every page, black on white, `width` pixels wide."""
    with _opened(data) as document:
        return [_page(document, place, width) for place in range(document.pageCount())]


def print_pages(data: bytes, printer: QPrinter, cancelled: Callable[[], bool]) -> int:
    """Put every page on its own sheet, as large as the sheet allows; returns how many were sent."""
    with _opened(data) as document:
        painter = QPainter(printer)
        sent = 0
        for place in range(document.pageCount()):
            if cancelled():
                break
            if place:
                printer.newPage()
            paper = printer.paperRect(QPrinter.Unit.DevicePixel)
            size = document.pagePointSize(place)
            shown = size.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            picture = _page(document, place, round(size.width() / 72 * PRINTED_DPI))
            corner = printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
            painter.drawImage(QRectF(-corner.x(), -corner.y(), shown.width(), shown.height()), picture)
            sent += 1
        painter.end()
    return sent


@contextmanager
def _opened(data: bytes) -> Iterator[QPdfDocument]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
        buffer.close()


def _page(document: QPdfDocument, place: int, width: int) -> QImage:
    """Return one page on white: the reader leaves paper see-through."""
    size = document.pagePointSize(place)
    high = max(1, round(width * size.height() / max(size.width(), 1)))
    drawn = document.render(place, QSize(width, high))
    paper = QImage(width, high, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
