"""Small marks: an icon by itself, a hairline, a disc with an icon, initials, a key cap, a drawn contour, a meter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.kit.look.icons import art
from ui.kit.look.paint import put_icon, rounded, soft
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font


class _Mark(QWidget):
    def __init__(self, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(width, height)


class IconMark(_Mark):
    """An icon in a token's colour; the words beside it say the same."""

    def __init__(self, icon: str, size: int = 16, hue: str = "text3", pen: float = 0.0) -> None:
        super().__init__(size, size)
        self._icon, self._hue, self._pen = icon, hue, pen

    def set_icon(self, icon: str, hue: str) -> None:
        """Show another icon."""
        self._icon, self._hue = icon, hue
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        put_icon(QPainter(self), self._icon, QPointF(0, 0), self.width(), tint(self._hue), self._pen)


class Disc(_Mark):
    """A soft round ground with an icon: empty pages and drop zones."""

    def __init__(self, icon: str, hue: str = "accent", size: int = 56, icon_size: int = 26) -> None:
        super().__init__(size, size)
        self._icon, self._hue, self._icon_size = icon, hue, icon_size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        soft(painter, self.rect(), self.width() / 2, self._hue)
        inset = (self.width() - self._icon_size) / 2
        put_icon(painter, self._icon, QPointF(inset, inset), self._icon_size, tint(self._hue))


class Initials(_Mark):
    """A person's initials on the accent."""

    def __init__(self, size: int = 30) -> None:
        super().__init__(size, size)
        self._text = ""

    def set_name(self, name: str) -> None:
        """Take the first letters of the first and last word."""
        words = name.split()
        self._text = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), self.width() / 2, tint("accent"))
        painter.setPen(tint("on_accent"))
        painter.setFont(font("count" if self.width() < 40 else "section"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class KeyCap(QWidget):
    """A key as it stands on the keyboard."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("foot-medium"))
        return QSize(metrics.horizontalAdvance(self._text) + 11, max(grown(16), metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), 4, tint("sunken"))
        painter.setPen(tint("text3"))
        painter.setFont(font("foot-medium"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class Drawing(_Mark):
    """A contour drawing, tinted; it says nothing that the words beside it do not."""

    def __init__(self, name: str, width: int, height: int, hue: str = "accent") -> None:
        super().__init__(width, height)
        self._name, self._hue = name, hue

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = art(self._name, self.width(), self.height(), tint(self._hue), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


class Meter(QWidget):
    """A bar 6 high; its value stands beside it as text too."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._share, self._hue = 0.0, "accent"

    def set_share(self, share: float, hue: str = "accent") -> None:
        """Fill from 0 to 1."""
        self._share, self._hue = min(max(share, 0.0), 1.0), hue
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), 3, tint("sunken"))
        if self._share > 0:
            rounded(painter, QRectF(0, 0, max(6.0, self.width() * self._share), 6), 3, tint(self._hue))


class Hairline(QFrame):
    """A separator one logical pixel thick; it carries no meaning."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("line", "true")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)


def circle_number(painter: QPainter, box: QRect, text: str, state: str) -> None:
    """Paint the round number of a step: `done`, `on` or `todo`."""
    if state == "done":
        rounded(painter, box, 10, tint("green_soft"), tint("green_solid"))
        put_icon(painter, "check", QPointF(box.x() + 4, box.y() + 4), 12, tint("green"), 3.0)
        return
    rounded(painter, box, 10, tint("accent") if state == "on" else tint("surface"),
            tint("accent") if state == "on" else tint("border"))  # fmt: skip
    painter.setPen(tint("on_accent") if state == "on" else tint("text2"))
    painter.setFont(font("count"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
