"""Letting an agent sign: which likenesses, for which companies, which acts, up to which fee, until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from likeness.acts.keys.give_word import Scope
from likeness.paper.wording import word
from likeness.values.codes import EVERY, MAKING
from likeness.values.money import currencies
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Choice, Labelled
from ui.kit.fields.sum_reader import read_sum, sum_problem
from ui.kit.parts.flow import Flow
from ui.kit.parts.frames import boxed
from ui.kit.parts.ticks import Option
from ui.kit.words import language, tr
from ui.screens.contacts.asking import SigningForm, Then, instant_of
from ui.screens.contacts.state import Pairs

_USUAL, _YEAR = "EUR", timedelta(days=365)
_FIRST = ("generate", "alter")  # the narrow beginning: training and the rest are ticked on purpose


class DelegationForm(SigningForm):
    """Asks for the scope of a delegation; nothing wider than what is ticked."""

    def __init__(self, parent: QWidget, name: str, doubles: Pairs, companies: Pairs, today: date, then: Then) -> None:
        text = tr("{name} may then sign licences in your name, within what you set here and not beyond."
                  " They cannot pass it on. You can take it back at any time.", name=name)  # fmt: skip
        super().__init__(parent, tr("Let {name} sign for you?", name=name), text, tr("Let them sign"), then)
        self._double = Choice([*doubles, (EVERY, tr("Every likeness, future ones too"))])
        self._company = Choice([*companies, (EVERY, tr("Every company"))])
        self._acts = [Option(act, word(language(), "act", act).capitalize(), risky=act not in _FIRST) for act in MAKING]
        self._sum, self._currency, self._day = QLineEdit(), Choice([(code, code) for code in currencies()]), \
            DayField(today)  # fmt: skip
        self._currency.choose(_USUAL)
        self._day.set_day(today + _YEAR)
        self._sum_field = Labelled(tr("Largest fee of one licence"), self._sum)
        self._day_field = Labelled(tr("Until"), self._day)
        self._lay_out()
        self.finish()

    def _lay_out(self) -> None:
        acts = Flow()
        for option in self._acts:
            option.setChecked(option.code in _FIRST)
            acts.addWidget(option)
        self.add(Labelled(tr("Which likeness?"), self._double), Labelled(tr("For which company?"), self._company))
        self.add(boxed(acts))
        self.add(self._sum_field, Labelled(tr("Currency"), self._currency))
        self.add(self._day_field)

    def said(self) -> dict[str, Any] | None:
        """Return scope and end, or None where something cannot be read."""
        typed, currency = self._sum.text(), self._currency.code()
        most = read_sum(typed, currency)
        day = None if self._day.unread() else self._day.day()
        self._sum_field.wrong(sum_problem(typed, currency))
        self._day_field.wrong(tr("Write a day such as 1 December 2026.") if day is None else "")
        acts = tuple(option.code for option in self._acts if option.isChecked())
        if not acts:
            self.complain(tr("Tick at least one thing they may allow."))
        if most is None or day is None or not acts:
            return None
        return {"scope": Scope((self._double.code(),), (self._company.code(),), acts, most),
                "at": instant_of(day, whole=True)}  # fmt: skip
