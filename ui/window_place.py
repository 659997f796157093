"""Where the window stood and how large it was. Kept outside the registry: the locked page opens there, too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

_KEPT = "geometry"


def own_settings() -> QSettings:
    """Return what is kept on this computer for whoever uses it, whatever registry is open."""
    return QSettings("Likeness", "Likeness")


def keep_place(window: QWidget) -> None:
    """Keep where a window stands and how large it is."""
    own_settings().setValue(_KEPT, window.saveGeometry())


def put_back(window: QWidget) -> None:
    """Put a window where it stood when it was closed last, as far as that is on a screen."""
    kept = own_settings().value(_KEPT)
    if not isinstance(kept, QByteArray) or not window.restoreGeometry(kept):
        return
    if not (window.isMaximized() or window.isFullScreen()):
        title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        screens = [screen.availableGeometry().adjusted(0, title, 0, 0) for screen in QGuiApplication.screens()]
        window.setGeometry(fitted(window.geometry(), screens, window.minimumSize()))


def fitted(wanted: QRect, screens: Sequence[QRect], least: QSize) -> QRect:
    """Return the place nearest to a wanted one that lies on one of the screens and is no smaller than `least`."""
    home = max(screens, key=lambda screen: _shared(screen, wanted))  # the first one where it lies on none
    size = wanted.size().boundedTo(home.size()).expandedTo(least)
    left = max(min(wanted.x(), home.x() + home.width() - size.width()), home.x())
    top = max(min(wanted.y(), home.y() + home.height() - size.height()), home.y())
    return QRect(left, top, size.width(), size.height())


def _shared(screen: QRect, place: QRect) -> int:
    both = screen.intersected(place)
    return both.width() * both.height() if both.isValid() else 0
