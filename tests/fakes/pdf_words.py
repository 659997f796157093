"""What can be read and selected in a PDF, by a reader that is not the one that wrote it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument


def words_of_pdf(data: bytes) -> str:
    """Return the text of every page, as somebody would select it."""
    return "\n".join(words_by_page(data))


def words_by_page(data: bytes) -> list[str]:
    """Return the text of each page."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    words = [document.getAllText(place).text() for place in range(document.pageCount())]
    document.close()
    return words
