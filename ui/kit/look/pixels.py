"""Bare pixels as a picture of Qt's: nothing is decoded here."""

from __future__ import annotations

from PySide6.QtGui import QImage

from likeness.media.glance import Glance


def image_of(seen: Glance) -> QImage:
    """Return the picture, with pixels of its own."""
    return QImage(seen.pixels, seen.wide, seen.tall, 3 * seen.wide, QImage.Format.Format_RGB888).copy()
