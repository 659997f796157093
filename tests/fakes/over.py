"""A picture of a window with a dialog that lies over it, as a screen would show both."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget


def both(window: QWidget, dialog: QDialog) -> QImage:
    """Return the window with the dialog where it stands."""
    picture = window.grab().toImage()
    painter = QPainter(picture)
    painter.drawPixmap(dialog.pos() - window.mapToGlobal(QPoint(0, 0)), dialog.grab())
    painter.end()
    return picture
