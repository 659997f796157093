"""The field of a passphrase: dots, no copy, a button with a state to show it, and the word that Caps Lock is on.

What is known of Caps Lock is what the last letter said; of a field that was left nothing is known any more.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton

from ui.kit.fields.caps_lock import caps_lock
from ui.kit.look.icons import icon
from ui.kit.look.theme import theme
from ui.kit.look.typeface import label
from ui.kit.parts.frames import row
from ui.kit.parts.marks import IconMark
from ui.kit.words import tr

SYSTEM = sys.platform


class PassField(QLineEdit):
    """A passphrase; `caps` tells that Caps Lock was seen to be on, or is not seen to be so any more."""

    caps = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._caps: bool | None = None
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(0, 0, 28, 0)
        self._show = QToolButton(self)
        self._show.setCheckable(True)
        self._show.setStyleSheet("border: 0; background: transparent;")
        self._show.setFixedSize(28, 28)
        self._show.setIconSize(QSize(16, 16))
        self._show.setAccessibleName(tr("Show the passphrase"))
        self._show.setToolTip(tr("Show the passphrase"))
        self._show.toggled.connect(self._toggle)
        theme().changed.connect(self._draw)
        self._draw()

    def _toggle(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._draw()

    def _draw(self) -> None:
        self._show.setIcon(icon("eye-off" if self._show.isChecked() else "eye", "text3"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show.move(self.width() - 31, (self.height() - 28) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_CapsLock:
            self._know(None if self._caps is None else not self._caps)
        elif (on := caps_lock(event.text(), shift=shift, system=SYSTEM)) is not None:
            self._know(on)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._know(None)
        super().focusOutEvent(event)

    def _know(self, on: bool | None) -> None:
        before, self._caps = self._caps, on
        if bool(on) != bool(before):
            self.caps.emit(bool(on))


class CapsHint(QFrame):
    """The line under a passphrase that says that Caps Lock is on; nothing while it is not."""

    def __init__(self, field: PassField) -> None:
        super().__init__()
        self._words = label(tr("Caps Lock is on"), "small", "text2")
        self.setLayout(row(IconMark("arrow-up", 14, "text2"), self._words, None, gap=6, margins=(0, 5, 0, 0)))
        self.hide()
        field.caps.connect(self._tell)

    def _tell(self, on: bool) -> None:
        self.setVisible(on)
        if on:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))
