"""Which certificate goes with the key: from a file, which may be locked, or the key's own; and how to get one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.fields.fields import Labelled
from ui.kit.fields.pass_field import PassField
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import boxed, column, row
from ui.kit.words import tr
from ui.screens.settings.beside import beside
from ui.screens.settings.papering import REQUEST_NAME
from ui.screens.settings.state import PaperWishes

KINDS = "*.pem *.crt *.cer *.der *.p12 *.pfx"
_FIELD_WIDE = 260


class Print(QWidget):
    """A fingerprint in groups, to be compared or copied."""

    def __init__(self) -> None:
        super().__init__()
        self._digits = label("", "mono", "text2", wrap=True)
        self._digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        named = label(tr("Fingerprint (SHA-256)"), "small", "text3")
        self._digits.setAccessibleName(named.text())
        line = row(column(named, None), self._digits, gap=12, margins=(0, 6, 0, 0))
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_print(self, digits: str) -> None:
        """Draw it; nothing where there is none."""
        self._digits.setText(digits)
        self.setVisible(bool(digits))


class CertificateLine(QWidget):
    """`chosen` tells the file, `opened` its passphrase, `owned` that the own one is wanted, `asked` where to write."""

    chosen = Signal(Path)
    opened = Signal(str)
    owned = Signal()
    asked = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "small", "text2", wrap=True)
        self.print = Print()
        choose = Button(tr("Choose a file…"), "folder-open", small=True)
        self.own = Button(tr("Use my own"), small=True)
        request = Button(tr("Save a request…"), small=True)
        request.setToolTip(tr("A file with which an agency or authority certifies your key."))
        choose.clicked.connect(self._choose)
        self.own.clicked.connect(self.owned)
        request.clicked.connect(self._request)
        self.passphrase = PassField()
        self.field = Labelled("", self.passphrase)
        opens = Button(tr("Open the file"), small=True)
        opens.clicked.connect(self._open)
        self.passphrase.returnPressed.connect(self._open)
        self.passphrase.textChanged.connect(lambda _text: self.field.wrong(""))
        self.locked = boxed(column(10, beside(self.field, opens, _FIELD_WIDE, small=True)))
        self.locked.hide()
        self.setLayout(column(self.words, self.print, 8, flow(choose, self.own, request), self.locked))

    def show_wishes(self, wishes: PaperWishes) -> None:
        """Draw which certificate goes with the key."""
        self.words.setText(wishes.certificate)
        self.words.setProperty("tint", "amber" if wishes.ends_soon else "text2")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.print.show_print(wishes.certificate_print)
        self.own.setVisible(not wishes.own)

    def ask_passphrase(self, file: str) -> None:
        """Ask for the passphrase of a locked file; an empty name ends it and forgets what was typed."""
        self.passphrase.clear()
        self.locked.setVisible(bool(file))
        if file:
            self.field.rename(tr("Passphrase of {file}", file=file))
            self.passphrase.setFocus()

    def _open(self) -> None:
        self.opened.emit(self.passphrase.text())

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("Choose a certificate"), "", KINDS)
        if path:
            self.chosen.emit(Path(path))

    def _request(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save a request"), REQUEST_NAME, "*.pem")
        if path:
            self.asked.emit(Path(path))
