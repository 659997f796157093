"""The section of strikes: what is known, and a day on which one began or ended."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtWidgets import QWidget

from likeness.values.days import day_in
from ui.kit.background.working import Working
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Labelled
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import column
from ui.kit.words import tr
from ui.screens.settings.beside import beside
from ui.screens.settings.strike_noting import StrikeNoting, StrikeState

_FIELD_WIDE = 240


class StrikePart(QWidget):
    """A line, a day and a button; `said` and `failed` tell what came of it."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"
        self._noting = StrikeNoting(desk, jobs, self, zone)
        self._words = label("", "body-medium", wrap=True)
        self.day = DayField(day_in(desk.clock.now(), zone))
        self._field = Labelled(tr("A strike began on"), self.day)
        self.button = Button(tr("Note it"))
        self.button.clicked.connect(self._note)
        self.day.returnPressed.connect(self._note)
        self._working = Working()
        self._working.cancelled.connect(self._noting.cancel)
        self.setLayout(column(self._words, 10, beside(self._field, self.button, _FIELD_WIDE), self._working))

    def refresh(self) -> None:
        """Read again."""
        self._noting.refresh()

    def draw(self, state: StrikeState) -> None:
        """Draw the state."""
        self._words.setText(state.said)
        self._field.rename(tr("It was over on") if state.on else tr("A strike began on"))
        self.button.setEnabled(not state.doing)
        self._working.follow(state.doing, *state.far)

    def _note(self) -> None:
        self._field.wrong("")
        self._noting.note(self.day.day())

    def wrong(self, words: str) -> None:
        """Say under the field why nothing was noted."""
        self._field.wrong(words)
        self.day.setFocus()

    def noted(self, words: str) -> None:
        """Say what was done."""
        self.day.set_day(None)
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
