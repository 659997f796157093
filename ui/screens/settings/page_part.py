"""The section of the page for phones: which host serves it, what goes on it, and the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.fields.fields import Labelled
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import column
from ui.kit.parts.ticks import Option
from ui.kit.words import tr
from ui.screens.settings.beside import beside
from ui.screens.settings.state import PhonePage

_FIELD_WIDE = 360


class PagePart(QWidget):
    """The fields; `named` tells the host that was typed, `wanted` whether cards and status list go on the page."""

    named = Signal(str)
    wanted = Signal(bool, bool)

    def __init__(self) -> None:
        super().__init__()
        self._shown: PhonePage | None = None
        self.host = QLineEdit()
        self.host.setPlaceholderText("example.org")
        self._field = Labelled(tr("Host that serves the page"), self.host)
        self._use = Button(tr("Use this host"))
        self._words = label("", "small", "text2", wrap=True)
        self.cards = Option("cards", tr("With the cards I confirmed"))
        self.status = Option("status", tr("With my status list of today"))
        self.save = Button(tr("Save the page…"), "download")
        self.host.returnPressed.connect(self._ask)
        self.host.textChanged.connect(self._typed)
        self._use.clicked.connect(self._ask)
        self.save.clicked.connect(lambda: self.wanted.emit(self.cards.isChecked(), self.status.isChecked()))
        self.setLayout(
            column(
                flow(self.cards, self.status, self.save),
                4,
                label(
                    tr("With the cards go the names that agencies vouch for, delegations and estates."),
                    "small",
                    "text2",
                    wrap=True,
                ),
                14,
                beside(self._field, self._use, _FIELD_WIDE),
                4,
                self._words,
            )
        )

    def _ask(self) -> None:
        self.named.emit(self.host.text())

    def _typed(self, text: str) -> None:
        self._field.wrong("")
        self._use.set_look(tr("Use this host") if text.strip() else tr("Name no host"))
        self._use.setEnabled(self._shown is None or text.strip() != self._shown.host)

    def show_page(self, page: PhonePage) -> None:
        """Draw what is named now; what is being typed is only replaced where another host was named."""
        before, self._shown = self._shown, page
        if before is None or before.host != page.host:
            self.host.setText(page.host)
        self._words.setText(page.words)
        self._typed(self.host.text())

    def complain(self, words: str) -> None:
        """Say under the field why this is no host; empty words take it away."""
        self._field.wrong(words)
        if words:
            self.host.setFocus()
