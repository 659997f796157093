"""The section of trusted signers: who they are, how each is known, how many cards wait; Contacts changes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from ui.kit.look.badges import look
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import column, empty, icon_row, row
from ui.kit.parts.marks import IconMark
from ui.kit.words import tr
from ui.screens.settings.trusting import Signer, TrustedSigners, TrustState


class TrustPart(QWidget):
    """Lines, and a button; `contacts_asked` wants to see Contacts."""

    contacts_asked = Signal()
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._trusted = TrustedSigners(desk, jobs, self)
        self._shown = TrustState()
        self.words = label("", "body-medium", wrap=True)
        self.open = Button(tr("Open Contacts"), "users", small=True)
        self.open.clicked.connect(self.contacts_asked)
        top = row(self.words, self.open, gap=16)
        top.setStretch(0, 1)
        self._lines = column(gap=8)
        self.setLayout(column(top, self._lines, gap=10))

    def refresh(self) -> None:
        """Read again."""
        self._trusted.refresh()

    def draw(self, state: TrustState) -> None:
        """Draw the state."""
        if state == self._shown:
            return
        self._shown = state
        self.words.setText(state.said)
        empty(self._lines)
        if state.waiting:
            self._lines.addLayout(icon_row("hourglass", state.waiting, hue="amber", ink="amber", role="body-medium"))
        for one in state.signers:
            self._lines.addLayout(_line(one))
        if state.others:
            self._lines.addWidget(label(state.others, "body", "text2"))

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)


def _line(one: Signer) -> QLayout:
    """Return who it is, and below how the key is known."""
    icon, hue = look(one.trust)
    words = column(label(one.name, "body", wrap=True), label(one.known, "small", "text2", wrap=True), gap=1)
    made = row(column(2, IconMark(icon, 16, hue), None), gap=9)
    made.addLayout(words, 1)
    return made
