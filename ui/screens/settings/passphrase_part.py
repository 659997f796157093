"""The section of the passphrase: one button, and the form that asks for the old one and, twice, for the new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.fields import Labelled
from ui.kit.fields.new_passphrase import NewPassphrase
from ui.kit.fields.pass_field import PassField
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import row
from ui.kit.words import tr
from ui.screens.settings.passphrase_changing import PassphraseChanging

Change = Callable[[str, str, str], None]  # the old one, and the new one typed twice


class PassphrasePart(QWidget):
    """One button; `said` and `failed` tell what came of it."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._changing = PassphraseChanging(desk, jobs, self)
        self._form: PassphraseForm | None = None
        self.button = Button(tr("Change passphrase…"), "lock", small=True)
        self.button.clicked.connect(self._open)
        self.setLayout(row(self.button, None))

    def _open(self) -> None:
        self._form = PassphraseForm(self, self._changing.change)
        self._form.finished.connect(self._forget)
        self._form.open()

    def _forget(self) -> None:
        self._form = None

    def refused(self, words: str) -> None:
        """Say in the form why nothing was changed."""
        if self._form is not None:
            self._form.refused(words)

    def close_form(self) -> None:
        """Close the form, whatever came of it."""
        if self._form is not None:
            self._form.accept()

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)


class PassphraseForm(Dialog):
    """The old passphrase and the new one; the form stays until the new one holds."""

    def __init__(self, parent: QWidget, change: Change) -> None:
        text = tr("It opens this registry and signs what cannot be taken back. Your twelve words go on as they are.")
        super().__init__(parent, tr("Change your passphrase?"), text)
        self._change, self._old, self._new = change, PassField(), NewPassphrase(tr("New passphrase"))
        self.add(Labelled(tr("Your passphrase"), self._old))
        self.add(self._new)
        self._keep = self.keep_button()
        self._yes = self.answer(tr("Change passphrase"), "main")
        self._yes.setAutoDefault(False)
        self._yes.clicked.connect(self._go_on)
        self._old.setFocus()

    def _go_on(self) -> None:
        self.complain("")
        self._wait(True)
        self._change(self._old.text(), self._new.first.text(), self._new.again.text())

    def refused(self, words: str) -> None:
        """Say why nothing was changed; what was typed stays."""
        self._wait(False)
        self.complain(words)
        self._old.setFocus()

    def reject(self) -> None:
        """Close without a change, unless it is being made."""
        if self._yes.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        """Close, and keep no passphrase in a field nobody sees."""
        for field in (self._old, self._new.first, self._new.again):
            field.clear()
        super().done(result)

    def _wait(self, on: bool) -> None:
        for button in (self._keep, self._yes):
            button.setEnabled(not on)
