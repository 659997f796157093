"""The form that asks on which day somebody died. What is written down cannot be taken back, so it asks once more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Labelled
from ui.kit.words import tr


class DeathForm(Dialog):
    """`then(day)` gets the day, of the zone in which `today` is one."""

    def __init__(self, parent: QWidget, name: str, today: date, then: Callable[[date], None]) -> None:
        text = tr("Licences that end with a death end on that day, and the uses after it are judged again. It stands in"
                  " your registry alone: nothing is signed, and nobody else learns of it. You cannot take this back."
                  )  # fmt: skip
        super().__init__(parent, tr("Write down that {name} has died?", name=name), text)
        self._today, self._then = today, then
        self._day = DayField(today, needed=True)
        self._field = Labelled(tr("Day of death"), self._day)
        self.add(self._field)
        self.keep_button()
        self.answer(tr("Write it down"), "final").clicked.connect(self._write)

    def _write(self) -> None:
        self._day.read_anew()  # even where nothing was typed
        day = self._day.day()
        if day is not None and day <= self._today:
            self.accept()
            self._then(day)
            return
        self._field.wrong(self._day.problem() or tr("That day has not come yet."))
        self._day.setFocus()
