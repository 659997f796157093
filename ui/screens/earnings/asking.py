"""What came, and when: asked once, on one small form, before a due is said to be paid, received or done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from likeness.values.money import Money, currencies
from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Choice, Labelled
from ui.kit.fields.sum_reader import read_sum, sum_problem
from ui.kit.words import tr
from ui.screens.earnings.reading import settled_words
from ui.screens.earnings.state import Detail

Then = Callable[[date | None, Money | None, str], None]
LONGEST_NOTE = 400
_USUAL = "EUR"


class SettleForm(Dialog):
    """Asks day, sum where money is owed, and a note; `then(day, sum, note)` gets the answer."""

    def __init__(self, parent: QWidget, detail: Detail, then: Then) -> None:
        super().__init__(parent, detail.title, detail.about, 520)
        self._detail, self._then = detail, then
        self._day = DayField(detail.today)
        self._day.set_day(detail.today)
        self._sum, self._currency = QLineEdit(detail.sum_typed), Choice()
        self._note = QLineEdit()
        self._note.setMaxLength(LONGEST_NOTE)
        self._day_field = Labelled(tr("On which day"), self._day)
        self._sum.setPlaceholderText(tr("Empty if you do not know it."))
        self._sum_field = Labelled(tr("Sum that came"), self._sum)
        self._place_fields()
        self.keep_button()
        yes = self.answer(settled_words(detail.kind), "main")
        yes.clicked.connect(self._save)
        self._day.setFocus()

    def _place_fields(self) -> None:
        self.add(self._day_field)
        if self._detail.pays:
            fixed = self._detail.currency
            self._currency.set_choices([(code, code) for code in ([fixed] if fixed else currencies())])
            self._currency.choose(fixed or _USUAL)
            self._currency.setEnabled(not fixed)
            self.add(self._sum_field, Labelled(tr("Currency"), self._currency))
        self.add(Labelled(tr("Note"), self._note))

    def _save(self) -> None:
        typed = self._sum.text().strip() if self._detail.pays else ""
        money = read_sum(typed, self._currency.code()) if typed else None
        self._sum_field.wrong(sum_problem(typed, self._currency.code()) if typed else "")
        wrong_day = self._wrong_day()
        self._day_field.wrong(wrong_day)
        if wrong_day:
            self._day.setFocus()
        elif typed and money is None:
            self._sum.setFocus()
        else:
            self.accept()
            self._then(self._day.day(), money, self._note.text().strip())

    def _wrong_day(self) -> str:
        """Return what is wrong with the day, or nothing."""
        day = self._day.day()
        if self._day.unread() or day is None:
            return tr("Write a day such as 1 December 2026.")
        return tr("This day is still to come. Write the day on which it came.") if day > self._detail.today else ""
