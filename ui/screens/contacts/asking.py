"""Before something is signed here: what it means in plain words, what must be said, and the passphrase.

The form stays until the signature stands: a wrong passphrase is said in it, and nothing else is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Labelled, NumberField
from ui.kit.fields.pass_field import PassField
from ui.kit.look.typeface import hold
from ui.kit.words import tr

Then = Callable[[str, dict[str, Any]], None]  # the passphrase, and what was said
LONGEST_REASON = 200
_DAYS, _MOST_DAYS = 365, 1_098
_PAPER_HIGH = 76  # three lines: sixteen groups of five digits


class SigningForm(Dialog):
    """A title, what happens, fields, the passphrase; `then(passphrase, said)` is asked to sign."""

    def __init__(self, parent: QWidget, title: str, text: str, verb: str, then: Then, *, final: bool = False) -> None:
        super().__init__(parent, title, text, 540)
        self._then = then
        self._pass = PassField()
        self.keep_button()
        self._yes = self.answer(verb, "final" if final else "main")
        self._yes.setAutoDefault(False)
        self._yes.clicked.connect(self._sign)

    def finish(self) -> None:
        """Put the passphrase below the other fields."""
        self.add(Labelled(tr("Your passphrase"), self._pass))

    def said(self) -> dict[str, Any] | None:
        """Return what the fields say, or None where one cannot be read; the form without fields says nothing."""
        return {}

    def _sign(self) -> None:
        said = self.said()
        if said is None:
            return
        if not self._pass.text():
            self.complain(tr("Type your passphrase to sign."))
            self._pass.setFocus()
            return
        self.complain("")
        self._yes.setEnabled(False)
        self._then(self._pass.text(), said)

    def refused(self, words: str) -> None:
        """Say why it was not signed; the form stays."""
        self._yes.setEnabled(True)
        self.complain(words)
        self._pass.setFocus()


class DayForm(SigningForm):
    """Asks one day, and perhaps a reason; the instant is the beginning of that day, or its end."""

    def __init__(self, parent: QWidget, words: tuple[str, str, str], about_day: str, today: date, then: Then, *,
                 reason: bool = False, whole: bool = False, final: bool = False, day: date | None = None,
                 first: Labelled | None = None,
                 ) -> None:  # fmt: skip
        super().__init__(parent, *words, then, final=final)
        self._whole = whole
        self._day, self._reason = DayField(today), QLineEdit() if reason else None
        self._day.set_day(day or today)
        self._day_field = Labelled(about_day, self._day)
        if first is not None:
            self.add(first)
        self.add(self._day_field)
        if self._reason is not None:
            self._reason.setMaxLength(LONGEST_REASON)
            self.add(Labelled(tr("Reason, shown to others"), self._reason))
        self.finish()

    def said(self) -> dict[str, Any] | None:
        """Return the instant, and the reason."""
        day = None if self._day.unread() else self._day.day()
        self._day_field.wrong(tr("Write a day such as 1 December 2026.") if day is None else "")
        if day is None:
            return None
        found: dict[str, Any] = {"at": instant_of(day, whole=self._whole)}
        return found | ({"reason": self._reason.text().strip()} if self._reason is not None else {})


class PaperForm(DayForm):
    """Asks for the digits of a recovery key, or the twelve words, typed or pasted, besides the day and the reason."""

    def __init__(self, parent: QWidget, words: tuple[str, str, str], about_day: str, today: date, then: Then) -> None:
        self._digits = QPlainTextEdit()
        hold(self._digits, tall=_PAPER_HIGH)
        self._digits.setTabChangesFocus(True)
        field = Labelled(tr("The eighty digits, or the twelve words, on the paper"), self._digits)
        super().__init__(parent, words, about_day, today, then, reason=True, final=True, first=field)
        self._digits.setFocus()

    def said(self) -> dict[str, Any] | None:
        """Return the digits as they were typed, the instant and the reason."""
        found = super().said()
        return None if found is None else found | {"digits": self._digits.toPlainText()}


class VouchForm(SigningForm):
    """Asks for how many days one vouches."""

    def __init__(self, parent: QWidget, name: str, then: Then) -> None:
        text = tr("Whoever trusts you will see that this card is of {name}: the name, and nothing else."
                  " You say that you know them.", name=name)  # fmt: skip
        super().__init__(parent, tr("Vouch for the name {name}?", name=name), text, tr("Vouch"), then)
        self._days = NumberField(tr("days"), most=_MOST_DAYS)
        self._days.setMinimum(1)
        self._days.setValue(_DAYS)
        self.add(Labelled(tr("For how long?"), self._days))
        self.finish()

    def said(self) -> dict[str, Any] | None:
        """Return the days."""
        return {"days": self._days.value()}


def plain_form(parent: QWidget, words: tuple[str, str, str], then: Then, *, final: bool = False) -> SigningForm:
    """Return a form that asks for the passphrase alone."""
    form = SigningForm(parent, *words, then, final=final)
    form.finish()
    return form


def instant_of(day: date, *, whole: bool = False) -> datetime:
    """Return the beginning of a day in UTC, or with `whole` its end: the beginning of the next."""
    return datetime.combine(day + timedelta(days=1) if whole else day, time(), UTC)
