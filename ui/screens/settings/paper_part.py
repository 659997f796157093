"""The section of what goes with every PDF: certificate, time stamp, letters, and the sheet for Acrobat."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLayout, QLineEdit, QWidget

from ui.kit.fields.fields import Labelled
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import column, row
from ui.kit.parts.marks import Hairline
from ui.kit.parts.ticks import Option
from ui.kit.words import tr
from ui.screens.settings.beside import beside
from ui.screens.settings.certificate_line import CertificateLine, Print
from ui.screens.settings.papering import AUTHORITY, SHEET_NAME, Papering
from ui.screens.settings.state import PaperWishes

_TITLE_WIDE, _FIELD_WIDE = 150, 330


class PaperPart(QFrame):
    """Four lines, each with its title left; `does` is asked to do what is chosen."""

    def __init__(self, does: Papering) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._does, self._shown = does, PaperWishes()
        self.certificate = CertificateLine()
        self.certificate.chosen.connect(does.choose)
        self.certificate.opened.connect(does.unlock)
        self.certificate.owned.connect(does.own)
        self.certificate.asked.connect(does.save_request)
        lines = column(margins=(16, 4, 16, 4))
        for place, (title, part) in enumerate(
            (
                (tr("Certificate"), self.certificate),
                (tr("Time stamp"), self._time()),
                (tr("Chinese, Japanese, Korean"), self._letters()),
                (tr("Trust in Acrobat"), self._acrobat()),
            )
        ):
            if place:
                lines.addWidget(Hairline())
            lines.addLayout(_line(title, part))
        self.setLayout(lines)

    def _time(self) -> QWidget:
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://tsa.example")
        self.field = Labelled(tr("Address of a time stamp authority (RFC 3161)"), self.address)
        self.use = Button(tr("Use this address"))
        self.words = label("", "small", "text2", wrap=True)
        self.address.returnPressed.connect(self._ask)
        self.address.textChanged.connect(self._typed)
        self.use.clicked.connect(self._ask)
        return _part(self.words, 10, beside(self.field, self.use, _FIELD_WIDE))

    def _letters(self) -> QWidget:
        self.letters, self.print = label("", "small", "text2", wrap=True), Print()
        self.add = Button(tr("Add the file…"), "folder-open", small=True)
        self.add.clicked.connect(self._add)
        return _part(self.letters, self.print, 8, row(self.add, None))

    def _acrobat(self) -> QWidget:
        said = tr("Acrobat calls your seal unknown until its reader trusts your key. One page says how, with the digits"
                  " to compare.")  # fmt: skip
        self.both = Option("both", tr("In English and French"))
        self.save = Button(tr("Save the sheet…"), "download", small=True)
        self.save.clicked.connect(self._save)
        return _part(label(said, "small", "text2", wrap=True), 8, flow(self.save, self.both))

    def show_wishes(self, wishes: PaperWishes) -> None:
        """Draw what is kept; an address that is being typed is only replaced where another one was named."""
        before, self._shown = self._shown, wishes
        self.certificate.show_wishes(wishes)
        if before.authority != wishes.authority:
            self.address.setText(wishes.authority)
        self.words.setText(wishes.authority_words)
        self._typed(self.address.text())
        self.letters.setText(wishes.letters)
        self.print.show_print(wishes.letters_print)
        self.add.setVisible(not wishes.letters_here)

    def wrong(self, field: str, words: str) -> None:
        """Say under a field why what was typed will not do; empty words take it away."""
        labelled, control = (self.field, self.address) if field == AUTHORITY else (
            self.certificate.field, self.certificate.passphrase)  # fmt: skip
        labelled.wrong(words)
        if words:
            control.setFocus()

    def _typed(self, text: str) -> None:
        self.field.wrong("")
        self.use.set_look(tr("Use this address") if text.strip() else tr("Ask nobody"))
        self.use.setEnabled(text.strip() != self._shown.authority)

    def _ask(self) -> None:
        self._does.ask_authority(self.address.text())

    def _add(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("Add the letters"), "", "*.ttc")
        if path:
            self._does.add_letters(Path(path))

    def _save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save the sheet"), SHEET_NAME, "*.pdf")
        if path:
            self._does.save_sheet(Path(path), both=self.both.isChecked())


def _part(*parts: QWidget | QLayout | int | None) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts))
    return made


def _line(title: str, part: QWidget) -> QHBoxLayout:
    heading = label(title, "body-medium", wrap=True)
    hold(heading, most_wide=_TITLE_WIDE)
    line = row(heading, part, gap=16, margins=(0, 12, 0, 12))
    heading.setAlignment(Qt.AlignmentFlag.AlignTop)
    line.setStretch(0, 1)  # a quarter at most: all of its width where the page has its own
    line.setStretch(1, 3)
    return line
