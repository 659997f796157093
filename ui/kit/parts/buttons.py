"""Push buttons, painted by ourselves: icon, words, key cap, exactly as UX section 6 draws them.

Looks: `main` (one a header), `plain`, `quiet`, `link`, `danger` (outlined), `final` (filled red, only in a dialog),
`slip` (on the dark of a toast).
The accessible name is the visible label; an icon-only button must be given one.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import put_icon, rounded
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font, set_font

GAP, PAD, PAD_SMALL, CAP_PAD = 7, 13, 11, 5
HEIGHT, HEIGHT_SMALL, CAP_HIGH = 32, 28, 16


class ByEnter(QAbstractButton):
    """A button of another look that Enter presses, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Button(QPushButton):
    """A button; `keys` is drawn as a key cap and named in the tooltip."""

    def __init__(self, text: str = "", icon: str = "", look: str = "plain", *, small: bool = False, keys: str = "",
                 name: str = "", parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(text, parent)
        self._icon, self._look, self._small, self._keys = icon, look, small, keys
        self.setAutoDefault(True)  # Enter presses the one that has the focus, in a window as in a dialog
        self.setAccessibleName(name or text.rstrip("…"))
        if name:
            self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor if look == "link" else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        watch_focus(self)
        strong = look in ("main", "final", "slip")
        set_font(self, ("label" if strong else "small-medium") if small else
                       ("body-strong" if strong else "body-medium"))  # fmt: skip

    def set_look(self, text: str, icon: str = "") -> None:
        """Change words and icon."""
        self._icon = icon or self._icon
        self.setText(text)
        self.setAccessibleName(text.rstrip("…"))
        self.updateGeometry()
        self.update()

    def _icon_size(self) -> int:
        return 0 if not self._icon else (14 if self._small else 16)

    def _cap_width(self) -> int:
        return QFontMetrics(font("foot-medium")).horizontalAdvance(self._keys) + 2 * CAP_PAD if self._keys else 0

    def sizeHint(self) -> QSize:
        """Return the size the words need; no button has a fixed width, French is longer."""
        height = grown(HEIGHT_SMALL if self._small else HEIGHT)
        parts = [w for w in (self._icon_size(), self.fontMetrics().horizontalAdvance(self.text()),
                             self._cap_width()) if w]  # fmt: skip
        if not self.text():
            return QSize(height, height)
        pad = 1 if self._look == "link" else (PAD_SMALL if self._small else PAD)
        return QSize(sum(parts) + GAP * (len(parts) - 1) + 2 * pad, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same size: a button is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words, key cap."""
        painter = QPainter(self)
        ink = self._ground(painter)
        parts = [w for w in (self._icon_size(), self.fontMetrics().horizontalAdvance(self.text()),
                             self._cap_width()) if w]  # fmt: skip
        x = (self.width() - sum(parts) - GAP * (len(parts) - 1)) / 2
        if self._icon:
            size = self._icon_size()
            put_icon(painter, self._icon, QPointF(round(x), (self.height() - size) / 2), size, ink)
            x += size + GAP
        if self.text():
            width = self.fontMetrics().horizontalAdvance(self.text())
            painter.setPen(ink)
            painter.setFont(self.font())
            painter.drawText(QRect(round(x), 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
            x += width + GAP
        if self._keys:
            self._paint_cap(painter, round(x), ink)

    def _paint_cap(self, painter: QPainter, x: int, ink: QColor) -> None:
        high = grown(CAP_HIGH)
        box = QRect(x, (self.height() - high) // 2, self._cap_width(), high)
        if self._look == "main":
            ground = QColor(tint("on_accent"))
            ground.setAlpha(46)
        else:
            ground, ink = tint("sunken"), tint("text3")
        rounded(painter, box, 4, ground)
        painter.setPen(ink)
        painter.setFont(font("foot-medium"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)

    def _ground(self, painter: QPainter) -> QColor:
        """Paint the ground and return the ink on it."""
        hover, pressed, box = self.underMouse() and self.isEnabled(), self.isDown(), self.rect()
        if not self.isEnabled():
            rounded(painter, box, 6, None if self._look in ("quiet", "link") else tint("surface"),
                    None if self._look in ("quiet", "link") else tint("hairline"))  # fmt: skip
            return tint("off")
        if self._look == "main":
            rounded(painter, box, 6, tint("accent_hover") if hover or pressed else tint("accent"))
            return tint("on_accent")
        if self._look == "final":
            rounded(painter, box, 6, tint("red") if hover or pressed else tint("red_solid"))
            return tint("surface")
        if self._look == "link":
            return tint("accent_hover") if hover else tint("accent")
        if self._look == "slip":
            if hover or pressed:
                rounded(painter, box, 6, None, tint("surface"))
            return tint("surface")
        if self._look == "quiet":
            if hover or pressed:
                rounded(painter, box, 6, tint("sunken"))
            return tint("text2")
        edge = tint("red_solid") if self._look == "danger" else tint("border")
        rounded(painter, box, 6, tint("sunken") if pressed else tint("raised" if hover else "surface"), edge)
        return tint("red") if self._look == "danger" else tint("text")
