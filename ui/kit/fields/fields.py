"""Fields: label above, hint or error below (UX section 4: label to field 6, field to field 17).

- `Labelled` ties label, control, hint and error together and tells screen readers (buddy, description).
- An error is shown on leaving or on submit, never while typing; `wrong("")` takes it away.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from ui.kit.fields.pass_field import CapsHint, PassField
from ui.kit.fields.read_field import Reads
from ui.kit.keys import cap
from ui.kit.look.paint import put_icon, rounded
from ui.kit.look.stylesheet import FIELD_HIGH
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme, tint
from ui.kit.look.typeface import font, hold, label
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.marks import IconMark, KeyCap

EDGE = 10  # pixels between the edge of a field and what is typed
SEARCH_MS = 60  # an answer to every letter would come too late for the next one


class Labelled(QWidget):
    """A control with its label, and room for a hint, a warning or an error below."""

    def __init__(self, text: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        heading = self._heading = label(text, "label", "text2", wrap=True)
        heading.setBuddy(control)
        control.setAccessibleName(text)
        self._mark = IconMark("circle-alert", 14, "red")
        self._mark.hide()
        self._words = label(hint, "small", "text3", wrap=True)
        self._hint = hint
        below = row(self._mark, self._words, gap=6)
        below.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        below.setStretch(1, 1)
        self._below = boxed(column(5, below))
        # Only hidden, never shown, before there is a parent: a widget without one would open as a window.
        for part in () if hint else (self._words, self._below):
            part.hide()
        caps = (CapsHint(control),) if isinstance(control, PassField) else ()
        self.setLayout(column(heading, 6, control, *caps, self._below))
        if isinstance(control, Reads):
            control.picked.connect(lambda: self.wrong(self.problem()))

    def settle(self) -> str:
        """Have the control read what stands in it, as if it were left; return why it cannot be read."""
        if isinstance(self.control, Reads):
            self.control.settle()
        return self.problem()

    def typed(self) -> str:
        """Return what stands in the control, where it is read."""
        return self.control.typed() if isinstance(self.control, Reads) else ""

    def put_typed(self, text: str) -> None:
        """Put something into the control as if it had been typed, where it is read."""
        if isinstance(self.control, Reads):
            self.control.put_typed(text)

    def problem(self) -> str:
        """Return why what stands in the control cannot be read; empty where it can, or is not read at all."""
        return self.control.problem() if isinstance(self.control, Reads) else ""

    def rename(self, text: str) -> None:
        """Change the label."""
        self._heading.setText(text)
        self.control.setAccessibleName(text)

    def wrong(self, text: str) -> None:
        """Show an error under the field; an empty one brings the hint back."""
        self._say(text, "wrong", "red", "circle-alert")

    def warn(self, text: str) -> None:
        """Show a warning under the field."""
        self._say(text, "warn", "amber", "triangle-alert")

    def _say(self, text: str, state: str, hue: str, mark: str) -> None:
        self.control.setProperty("state", state if text else "")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self._mark.set_icon(mark, hue)
        self._mark.setVisible(bool(text))
        self._words.setText(text or self._hint)
        self._words.setProperty("tint", hue if text else "text3")
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._words.setVisible(bool(text or self._hint))
        self._below.setVisible(bool(text or self._hint))
        self.control.setAccessibleDescription(text or self._hint)


def all_read(*fields: Labelled) -> bool:
    """Have fields read as if they were left; say what cannot be read, and put the focus into the first such field."""
    problems = {field: field.settle() for field in fields}
    for field, why in problems.items():
        field.wrong(why)
    first = next((field for field, why in problems.items() if why), None)
    if first is not None:
        first.control.setFocus()
    return first is None


class SearchField(QLineEdit):
    """A search field: glass left, key cap right, and a button behind it where one is put there; Esc clears it.

    `searched` tells the words once typing rests.
    """

    searched = Signal(str)

    def __init__(self, hint: str, width: int = 248) -> None:
        super().__init__()
        rest = QTimer(self, singleShot=True, interval=SEARCH_MS)
        rest.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _text: rest.start())
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._wide = width
        hold(self, most_wide=width)
        self._glass = IconMark("search", 15)
        self._cap = KeyCap(cap("search-list"))
        for part in (self._glass, self._cap):
            part.setParent(self)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._button: QWidget | None = None
        self.textChanged.connect(lambda text: self._cap.setVisible(not text))
        theme().changed.connect(self._place)

    def sizeHint(self) -> QSize:
        """Return its usual width; beside long buttons in a small window it gives of it, and they do not."""
        return QSize(grown(self._wide), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return what its hint needs beside what stands in the field."""
        beside = self.textMargins().left() + self.textMargins().right() + 2 * EDGE
        needed = beside + self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(min(needed, grown(self._wide)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def put_button(self, button: QWidget) -> None:
        """Put a button into the field, at its right end."""
        button.setParent(self)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button = button
        QWidget.setTabOrder(self, button)
        self._place()

    def _place(self) -> None:
        high, inset = self.height() - 4, 8
        if self._button is not None:
            self._button.setGeometry(self.width() - high - 2, 2, high, high)
            inset = high + 6
        self.setTextMargins(22, 0, self._cap.sizeHint().width() + inset, 0)
        self._glass.move(9, (self.height() - 15) // 2)
        self._cap.adjustSize()
        self._cap.move(self.width() - self._cap.width() - inset, (self.height() - self._cap.height()) // 2)


class Choice(QComboBox):
    """A drop-down of (code, words), painted like a field."""

    def __init__(self, choices: list[tuple[str, str]] | None = None) -> None:
        super().__init__()
        self._tone = ""
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.set_choices(choices or [])

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """Offer these; the one chosen before stays, if it is still there."""
        before, quiet = self.code(), self.blockSignals(True)
        self.clear()
        for code, words in choices:
            self.addItem(words, code)
        self.choose(before)
        self.blockSignals(quiet)

    def set_tone(self, tone: str) -> None:
        """Show that the choice is still a question (`ask`), or that it leaves something out (`off`)."""
        self._tone = tone
        self.update()

    def code(self) -> str:
        """Return the chosen code, or an empty string."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose a code; one that is not offered changes nothing."""
        place = self.findData(code)
        if place >= 0:
            self.setCurrentIndex(place)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), grown(FIELD_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, grown(FIELD_HIGH))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # scrolling the form must not change a choice by the way

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.hasFocus()
        asks = self._tone == "ask"
        edge = tint("accent") if focused else tint("amber_solid") if asks else tint("border")
        thick = 2.0 if focused or asks else 1.0
        rounded(painter, self.rect(), 6, tint("surface"), edge, thick, dash=self._tone == "off" and not focused)
        box = QRect(10, 0, self.width() - 38, self.height())
        painter.setFont(font("body"))
        painter.setPen(tint("text") if self.currentData() else tint("text3"))
        words = QFontMetrics(font("body")).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        put_icon(painter, "chevron-down", QPointF(self.width() - 25, (self.height() - 15) / 2), 15, tint("text3"))


class NumberField(QSpinBox):
    """A whole number with its unit at the right; 0 may stand for "no limit"."""

    def __init__(self, unit: str = "", most: int = 999_999_999, none: str = "") -> None:
        super().__init__()
        self.setRange(0, most)
        self.setGroupSeparatorShown(True)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        if none:
            self.setSpecialValueText(none)
        self._unit = label(unit, "body", "text3")
        self._unit.setParent(self)
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._arrows = IconMark("chevrons-up-down", 14)
        self._arrows.setParent(self)
        hold(self, tall=FIELD_HIGH)
        theme().changed.connect(self._place)
        self.valueChanged.connect(self._place)

    def _place(self) -> None:
        self._unit.setVisible(self.value() > 0 or not self.specialValueText())  # "no limit" has no unit
        self._unit.adjustSize()
        self._arrows.move(self.width() - 25, (self.height() - 14) // 2)
        self._unit.move(self.width() - 33 - self._unit.width(), (self.height() - self._unit.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and not self.hasFocus():
            return False  # scrolling the form must not change a number by the way
        return super().event(event)
