"""The form beside a letter: what nobody but the person knows. Each field tells on the way; none is asked for twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from likeness.acts.letters.draft_letter import LONGEST_LINE, LONGEST_NOTE
from likeness.paper.letters.letter import INVOICE, TAKEDOWN
from likeness.paper.letters.letter_facts import Added
from likeness.values.money import currencies
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Choice, Labelled
from ui.kit.fields.sum_reader import read_sum, sum_problem
from ui.kit.look.typeface import hold
from ui.kit.parts.frames import Scroll, boxed, column, row
from ui.kit.parts.ticks import Option, Segments
from ui.kit.words import language, tr
from ui.screens.letters.state import Start

WIDE, LINES_HIGH, _USUAL = 330, 62, "EUR"


class LetterForm(QWidget):
    """`changed` after every key; `spoke` tells another language for the letter."""

    changed = Signal()
    spoke = Signal(str)

    def __init__(self, start: Start) -> None:
        super().__init__()
        self._start = start
        hold(self, wide=WIDE)
        self._labelled: dict[str, Labelled] = {}
        self._languages = Segments([("en", "English"), ("fr", "Français")], tr("Language of the letter"), small=True)
        self._languages.choose(language())
        self._languages.chosen.connect(self.spoke)
        self._fields = column(row(self._languages, None), gap=13, margins=(2, 2, 12, 8))
        self._make()
        self._fields.addStretch(1)
        self.setLayout(column(Scroll(boxed(self._fields))))

    def begin(self) -> None:
        """Put the cursor into the first field: what only its writer knows, else where the letter goes."""
        next(iter(self._labelled.values())).control.setFocus()

    def _make(self) -> None:
        start, added = self._start, self._start.added
        self._by = DayField(start.today)
        self._by.set_day(added.by)
        self._by.picked.connect(self.changed)
        self._to_name, self._contact = QLineEdit(added.to_name), QLineEdit(added.contact)
        self._to, self._address = _lines(added.to_address), _lines(added.address)
        self._pay, self._where, self._note = _lines(added.pay), _lines(added.where), _lines(())
        self._sum, self._currency = QLineEdit(), Choice([(code, code) for code in currencies()])
        self._currency.choose(start.currency or _USUAL)
        self._intimate = Option("intimate", tr("Intimate, published without consent"), risky=True)
        if start.asks_sum:
            self._add("sum", tr("Sum you ask for"), self._sum, tr("Nobody knows it yet."))
            self._fields.addWidget(Labelled(tr("Currency"), self._currency))
        if "to-name" in start.fields:
            self._add("to-name", tr("Goes to"), self._to_name)
        self._add("to-address", self._words_of_address(), self._to)
        if "where" in start.fields:
            self._add("where", tr("Where the content is"), self._where, tr("One address on the web a line."))
        if start.kind == TAKEDOWN:
            self._fields.addWidget(self._intimate)
        self._add("by", tr("Pay by") if start.kind == INVOICE else tr("Answer by"), self._by)
        self._add("address", tr("Your address"), self._address)
        self._add("contact", tr("Your e-mail or telephone"), self._contact)
        if "pay" in start.fields:
            self._add("pay", tr("How to pay you"), self._pay, tr("Account, tax number, whatever must stand there."))
        self._add("note", tr("A sentence of your own"), self._note)
        for line in (self._to_name, self._contact, self._sum):
            line.setMaxLength(LONGEST_LINE)
            line.textChanged.connect(lambda _text: self.changed.emit())
        for box in (self._to, self._address, self._pay, self._where, self._note):
            box.textChanged.connect(self.changed)
        for unasked in (self._to_name, self._sum, self._currency, self._where, self._pay, self._intimate):
            if unasked.parent() is None:  # it goes when the form goes
                unasked.setParent(self)
                unasked.hide()
        self._currency.activated.connect(lambda _at: self.changed.emit())
        self._intimate.toggled.connect(lambda _on: self.changed.emit())

    def _words_of_address(self) -> str:
        company = self._start.company
        if "to-name" in self._start.fields or not company:
            return tr("Their address")
        return tr("Address of {company}", company=company)

    def _add(self, name: str, words: str, control: QWidget, hint: str = "") -> None:
        self._labelled[name] = Labelled(words, control, hint)
        self._fields.addWidget(self._labelled[name])

    def added(self) -> Added:
        """Return what was typed."""
        typed = self._sum.text().strip()
        return Added(
            address=_read(self._address),
            contact=self._contact.text().strip(),
            to_name=self._to_name.text().strip(),
            to_address=_read(self._to),
            by=self._by.day(),
            pay=_read(self._pay),
            where=_read(self._where),
            intimate=self._intimate.isChecked(),
            money=read_sum(typed, self._currency.code()) if typed and self._start.asks_sum else None,
            note=" ".join(self._note.toPlainText().split())[:LONGEST_NOTE],
        )

    def settle(self) -> None:
        """Read the day as if it were left."""
        self._by.settle()

    def point_at(self, field: str) -> None:
        """Put the focus into a field."""
        if field in self._labelled:
            self._labelled[field].control.setFocus()

    def unread(self) -> tuple[str, str]:
        """Return the first field that holds what cannot be read, and why; both empty where all can."""
        typed = self._sum.text().strip() if self._start.asks_sum else ""
        if why := sum_problem(typed, self._currency.code()) if typed else "":
            return "sum", why
        return ("by", self._by.problem()) if self._by.problem() else ("", "")

    def wrong(self, field: str, words: str) -> bool:
        """Say under its field what is missing, and nothing under the others; False if it belongs to none of them."""
        for name, labelled in self._labelled.items():
            labelled.wrong(words if name == field else "")
        return field in self._labelled


def _lines(lines: tuple[str, ...]) -> QPlainTextEdit:
    made = QPlainTextEdit("\n".join(lines))
    hold(made, tall=LINES_HIGH)
    made.setTabChangesFocus(True)
    return made


def _read(box: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in box.toPlainText().splitlines() if line.strip())
