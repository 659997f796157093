"""Where the window stood, how large it was, and what it takes to read it.

Kept outside the registry: the locked page opens there, too, and has to be read without good eyes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

from ui.kit.look.text_size import text_size
from ui.kit.look.theme import theme
from ui.kit.wishes import CONTRAST, MORE, TEXT_SIZE

_KEPT = "geometry"


def own_settings() -> QSettings:
    """Return what is kept on this computer for whoever uses it, whatever registry is open."""
    return QSettings("Likeness", "Likeness")


def keep_place(window: QWidget) -> None:
    """Keep where a window stands and how large it is."""
    own_settings().setValue(_KEPT, window.saveGeometry())


def keep_sight() -> None:
    """Keep the text size, and whether more contrast is wished for."""
    own_settings().setValue(TEXT_SIZE, text_size())
    own_settings().setValue(CONTRAST, MORE if theme().contrast else "")


def put_back_sight() -> None:
    """Show words as they were shown when a window was closed last."""
    size = str(own_settings().value(TEXT_SIZE, ""))
    theme().choose_type(int(size) if size.isdecimal() else text_size(), system_font=False)
    theme().choose_contrast(wanted=own_settings().value(CONTRAST, "") == MORE)


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
