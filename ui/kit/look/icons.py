"""Lucide icons, drawn from SVG at the device's ratio and tinted with a token.

Stroke 2 below 18 px, 1.75 from 18 px up (UX section 5). Pixmaps are kept per (name, size, colour, ratio, stroke).
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from likeness.values.resource import resource
from ui.kit.look.theme import tint

THIN_FROM = 18


@lru_cache(maxsize=256)
def _svg(shelf: str, name: str) -> str:
    return resource(shelf, f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _drawn(shelf: str, name: str, width: int, height: int, colour: int, ratio: float, pen: float) -> QPixmap:
    text = _svg(shelf, name).replace("currentColor", QColor.fromRgba(colour).name())
    if pen and shelf == "icons":
        text = text.replace('stroke-width="2"', f'stroke-width="{pen}"')
    picture = QPixmap(QSize(round(width * ratio), round(height * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0, pen: float = 0.0) -> QPixmap:
    """Return the icon in a colour; `pen` overrides the stroke width in the 24-unit drawing."""
    stroke = pen or (2.0 if size < THIN_FROM else 1.75)
    return _drawn("icons", name, size, size, colour.rgba(), ratio, stroke)


def art(name: str, width: int, height: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Return a contour drawing of `resources/art` in a colour."""
    return _drawn("art", name, width, height, colour.rgba(), ratio, 0.0)


def icon(name: str, hue: str = "text2", size: int = 16, ratio: float = 2.0) -> QIcon:
    """Return a QIcon for Qt's own parts (menus, line edits), sharp up to `ratio`."""
    return QIcon(pixmap(name, size, tint(hue), ratio))
