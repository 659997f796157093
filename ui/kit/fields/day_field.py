"""A day: typed as people type it, shown in full, or chosen from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton

from ui.kit.fields.day_calendar import DayCalendar
from ui.kit.fields.day_reader import read_day
from ui.kit.fields.read_field import Read, ReadField
from ui.kit.figures import day_text
from ui.kit.look.icons import icon
from ui.kit.look.theme import theme
from ui.kit.words import language, tr


class DayField(ReadField):
    """A field for one day; empty is None. `today` is asked once, from the office's clock."""

    def __init__(self, today: date, none: str = "", *, needed: bool = False) -> None:
        super().__init__(none, needed=_how() if needed else "")
        self._today = today
        self.setTextMargins(-2, 0, 22, 0)
        self._open = QToolButton(self)
        self._open.setStyleSheet("border: 0; background: transparent;")
        self._open.setFixedSize(28, 28)
        self._open.setAccessibleName(tr("Choose a day"))
        self._open.setToolTip(tr("Choose a day"))
        self._open.clicked.connect(self._show_calendar)
        theme().changed.connect(self._draw)
        self._draw()

    def read(self, text: str) -> Read:
        day = read_day(text, self._today)
        return day, "" if day else _how()

    def written(self, value: date) -> str:
        return day_text(value, language())

    def day(self) -> date | None:
        """Return the day, or None where the field is empty or cannot be read."""
        day: date | None = self.value()
        return day

    def unread(self) -> bool:
        """Tell whether what stands there is no day."""
        return bool(self.problem())

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.set_value(day)

    def _show_calendar(self) -> None:
        calendar = DayCalendar(self, self.day() or self._today)
        calendar.clicked.connect(lambda chosen: self._take(chosen, calendar))
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        calendar.show()

    def _take(self, chosen: QDate, calendar: DayCalendar) -> None:
        self._put(date(chosen.year(), chosen.month(), chosen.day()))
        calendar.close()
        self.picked.emit()

    def _draw(self) -> None:
        self._open.setIcon(icon("calendar", "text3", 15))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._open.move(self.width() - 31, (self.height() - 28) // 2)


def _how() -> str:
    return tr("Write a day such as 1 December 2026.")
