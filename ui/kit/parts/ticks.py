"""Things to tick: filter chips, option boxes, radio rows, a segmented choice. All painted, all QAbstractButton."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import put_icon, rounded
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font

LONGEST = 220  # pixels of the words of a filter
BEFORE, AFTER = 33, 13  # pixels before and after the words of an option


class _Tick(QAbstractButton):
    """What they share: checkable, fixed size, hover, a name that is the label."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        watch_focus(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _words(self, role: str = "body-medium") -> int:
        return QFontMetrics(font(role)).horizontalAdvance(self.text()) + 1

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Chip(_Tick):
    """A filter: on or off, with a count; `dashed` is the one that adds another."""

    def __init__(self, text: str, icon: str = "", *, dashed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon, self._dashed, self._count = icon, dashed, ""
        self.setCheckable(not dashed)

    def set_count(self, count: str) -> None:
        """Show how many rows the filter holds."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = QFontMetrics(font("label")).horizontalAdvance(self._count) + 7 if self._count else 0
        return QSize(22 + (20 if self._icon else 0) + self._words("small-medium") + count, grown(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        ink = tint("accent") if on else tint("text2")
        fill = tint("accent_soft") if on else (tint("raised") if self.underMouse() else None)
        high = self.height()
        rounded(painter, self.rect(), high / 2, fill, tint("accent") if on else tint("border"), dash=self._dashed)
        x = 11
        if self._icon:
            put_icon(painter, self._icon, QPointF(x, (high - 14) / 2), 14, ink)
            x += 20
        painter.setPen(ink)
        painter.setFont(font("small-medium"))
        painter.drawText(QRect(x, 0, self.width(), high), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(font("label", figures=True))
            left = x + self._words("small-medium") + 6
            painter.drawText(QRect(left, 0, self.width(), high), Qt.AlignmentFlag.AlignVCenter, self._count)


class InForce(_Tick):
    """A filter that was added: its words and a cross; a press takes it away. Long words are cut."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        """`name` says what a press does."""
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setCheckable(False)

    def sizeHint(self) -> QSize:
        wide = self._words("small-medium") + 1  # rounded down, maybe, and what is cut is not
        return QSize(min(wide, grown(LONGEST)) + 40, grown(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        high, wide = self.height(), self.width()
        rounded(painter, self.rect(), high / 2, tint("select" if self.underMouse() else "accent_soft"), tint("accent"))
        painter.setPen(tint("accent"))
        painter.setFont(font("small-medium"))
        room = wide - 40
        words = QFontMetrics(font("small-medium")).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(11, 0, room, high), Qt.AlignmentFlag.AlignVCenter, words)
        put_icon(painter, "x", QPointF(wide - 24, (high - 14) / 2), 14, tint("accent"))


class Option(_Tick):
    """A box to tick with its words inside; `risky` turns amber when ticked, `included` is greyed and ticked.

    Words wrap only where there is no room for them in one line.
    """

    def __init__(self, code: str, text: str, *, risky: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.code, self._risky, self._included = code, risky, False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)

    def set_included(self, included: bool) -> None:
        """Show that a wider choice already holds this one."""
        self._included = included
        self.setEnabled(not included)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(BEFORE + self._words() + AFTER, grown(32))

    def minimumSizeHint(self) -> QSize:
        face = QFontMetrics(font("body-medium"))
        longest = max(map(face.horizontalAdvance, self.text().split()), default=0)
        return QSize(BEFORE + longest + 1 + AFTER, grown(32))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return grown(32)
        room = QRect(0, 0, width - BEFORE - AFTER, 2000)
        words = QFontMetrics(font("body-medium")).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(grown(32), words.height() + 14)

    def _inks(self) -> tuple[QColor, QColor, QColor | None]:
        """Return ink, edge, fill."""
        if self._included or not self.isEnabled():
            return tint("off"), tint("hairline"), tint("raised")
        if not self.isChecked():
            return tint("text2"), tint("border"), tint("raised") if self.underMouse() else None
        if self._risky:
            return tint("amber"), tint("amber_solid"), tint("amber_soft")
        return tint("accent"), tint("accent"), tint("accent_soft")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, edge, fill = self._inks()
        rounded(painter, self.rect(), 6, fill, edge)
        box = QRect(10, (self.height() - 16) // 2, 16, 16)
        tick = QPointF(12, box.y() + 2)
        if self._included:
            rounded(painter, box, 4, tint("sunken"), tint("hairline"))
            put_icon(painter, "check", tick, 12, tint("off"), 2.5)
        elif self.isChecked():
            rounded(painter, box, 4, ink)
            put_icon(painter, "check", tick, 12, tint("surface" if self._risky else "on_accent"), 3.0)
        else:
            rounded(painter, box, 4, tint("surface"), tint("border"))
        painter.setPen(ink)
        painter.setFont(font("body-medium"))
        words = self.rect().adjusted(BEFORE, 0, 0 if self.width() >= self.sizeHint().width() else -AFTER, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())


class Radio(_Tick):
    """A round button and its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        return QSize(24 + self._words("body"), grown(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_radio(painter, QRect(0, (self.height() - 16) // 2, 16, 16), on=self.isChecked())
        painter.setPen(tint("text") if self.isChecked() else tint("text2"))
        painter.setFont(font("body"))
        painter.drawText(QRect(24, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())


def paint_radio(painter: QPainter, box: QRect, *, on: bool) -> None:
    """Paint the ring of a radio button."""
    if on:
        rounded(painter, box, 8, tint("surface"), tint("accent"), 5.0)
    else:
        rounded(painter, box, 8, tint("surface"), tint("border"))


class Segments(QWidget):
    """Two or more words side by side, one chosen."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None, *,
                 small: bool = False) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._parts = {
            code: _Segment(text, place, len(choices), small=small) for place, (code, text) in enumerate(choices)
        }
        for code, part in self._parts.items():
            self._group.addButton(part)
            part.clicked.connect(self._telling(code))
            row.addWidget(part)

    def choose(self, code: str) -> None:
        """Show this one as chosen."""
        self._parts[code].setChecked(True)

    def _telling(self, code: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(code)


class _Segment(_Tick):
    def __init__(self, text: str, place: int, of: int, *, small: bool) -> None:
        super().__init__(text)
        self._plain, self._strong = ("small-medium", "label") if small else ("body-medium", "body-strong")
        self._high, self._pad = (28, 24) if small else (32, 32)
        self._ground, self._ink = ("accent_soft", "accent") if small else ("accent", "on_accent")
        self._first, self._last = place == 0, place == of - 1

    def sizeHint(self) -> QSize:
        return QSize(self._words(self._strong) + self._pad, grown(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect().adjusted(0 if self._first else -12, 0, 0 if self._last else 12, 0)
        on = self.isChecked()
        rounded(painter, box, 6, tint(self._ground if on else "surface"), tint("accent" if on else "border"))
        painter.setPen(tint(self._ink if on else "text2"))
        painter.setFont(font(self._strong if on else self._plain))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
