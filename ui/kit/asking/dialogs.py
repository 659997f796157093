"""Dialogs of the house: the title asks, the body says what happens, buttons are verbs, the safe one has the focus.
A form that is filled in, and can be undone, begins at its first field instead.

Where the window is too small for all that is asked, in large text, what is asked scrolls and the buttons stay.
Enter presses the button that has the focus. In a passphrase it presses the verb, from anything else it goes on to the
next: left to itself, Qt would press Cancel from there, and whoever typed her passphrase would think it was done.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.kit.fields.pass_field import PassField
from ui.kit.look.text_size import grown
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll, column, row
from ui.kit.words import tr

WIDE, BESIDE = 480, 48  # pixels of a dialog, and those that a large text leaves of the window beside it
SCROLLED = (3, 3, 12, 3)  # pixels around what scrolls: for the ring of the focus, and the bar


class Dialog(QDialog):
    """A question or a small form. Add fields with `add`, buttons with `answer`."""

    def __init__(self, parent: QWidget | None, title: str, text: str = "", wide: int = WIDE) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # whoever holds it forgets it once it is `finished`
        room = parent.window().width() - BESIDE if parent is not None else wide
        self.setFixedWidth(min(grown(wide), max(wide, room)))
        heading = label(title, "pane", wrap=True)
        self._verb: Button | None = None
        self._scroll: Scroll | None = None
        self._lines, self._body = column(gap=14), QWidget()
        self._body.setLayout(self._lines)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        whole = column(heading, margins=(24, 22, 24, 20))
        if text:
            whole.addSpacing(6)
            whole.addWidget(label(text, "body", "text2", wrap=True))
        whole.addSpacing(16)
        whole.addWidget(self._body)
        self._problem = label("", "small-medium", "red", wrap=True)
        self._problem.hide()
        whole.addSpacing(4)
        whole.addWidget(self._problem)
        whole.addSpacing(14)
        whole.addLayout(self._buttons)
        self.setLayout(whole)

    def add(self, *parts: QWidget) -> None:
        """Add fields, side by side if several."""
        line = row(*parts, gap=16)
        for place, part in enumerate(parts):
            line.setStretch(place, 1)
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)  # what is said under one moves no other down
        self._lines.addLayout(line)

    def answer(self, text: str, look: str = "plain", *, stays: str = "") -> Button:
        """Add a button; `stays` names the one that only closes."""
        button = Button(text, look=look)
        if look in ("main", "final"):
            self._verb = button
        if stays:
            button.clicked.connect(self.reject)
        self._buttons.addWidget(button)
        return button

    def keep_button(self) -> Button:
        """Add the safe button, and return it: it closes and has the focus."""
        safe = self.answer(tr("Cancel"), stays="closes")
        safe.setFocus(Qt.FocusReason.OtherFocusReason)
        return safe

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter as above; everything else is Qt's."""
        here = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(here, QPushButton | QToolButton):
            here.click()
        elif isinstance(here, PassField) and self._verb is not None:
            self._verb.click()
        elif self._verb is not None and self._verb.isDefault():
            super().keyPressEvent(event)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Go on to the next field, past the calendar of a day that was typed."""
        self.focusNextChild()
        if isinstance(self.focusWidget(), QToolButton):
            self.focusNextChild()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Grow with what is said under a field once it is left: words that wrap would be cut."""
        done = super().event(event)
        grows = event.type() is QEvent.Type.LayoutRequest and self.isVisible() and self._scroll is None
        if grows and self._needs() > self.height():
            self.fit()
        return done

    def fit(self) -> None:
        """Be as high as the contents need at this width: words that wrap know their height only then."""
        if (layout := self.layout()) is not None:
            layout.activate()
        holder = self.parentWidget()
        room = holder.window().height() if holder is not None else self._needs()
        if self._needs() > room and self._scroll is None:
            self._let_scroll()
        self.resize(self.width(), room if self._scroll is not None else self._needs())

    def _let_scroll(self) -> None:
        """Put what is asked where it scrolls; whoever has no mouse reaches that by Tab, too."""
        whole, here = self.layout(), self.focusWidget()
        if not isinstance(whole, QVBoxLayout):
            return
        place = whole.indexOf(self._body)
        whole.removeWidget(self._body)
        self._lines.setContentsMargins(*SCROLLED)
        self._scroll = Scroll(self._body)
        self._scroll.setAccessibleName(self.windowTitle())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        whole.insertWidget(place, self._scroll, 1)
        whole.activate()  # else the dialog may not be smaller than it was before
        if here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _needs(self) -> int:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.sizeHint().height()
        return layout.totalHeightForWidth(self.width())

    def complain(self, text: str) -> None:
        """Say what is wrong; the dialog stays."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.fit()


def tell(parent: QWidget, title: str, text: str) -> None:
    """Say that something did not work, and what to do."""
    dialog = Dialog(parent, title, text)
    dialog.answer(tr("Close"), "main", stays="closes")
    dialog.open()
