"""The calendar under a day field: in the window's language and colours, the week from Monday, no day in red.

Qt's own would speak the language of the system, paint weekends red (a colour that means a broken term here, UX section
1), and draw its arrows in black on every ground.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from ui.kit.look.icons import icon
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font
from ui.kit.words import language, tr

_LOCALES = {"en": QLocale.Language.English, "fr": QLocale.Language.French}
_COUNTRIES = {"en": QLocale.Country.UnitedKingdom, "fr": QLocale.Country.France}


class DayCalendar(QCalendarWidget):
    """A popup on the month of a day; it is made when it opens and goes when it closes."""

    def __init__(self, parent: QWidget, shown: date) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLocale(QLocale(_LOCALES[language()], _COUNTRIES[language()]))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setFont(font("body"))
        self._colour()
        self._arrow("qt_calendar_prevmonth", "arrow-left", tr("The month before"))
        self._arrow("qt_calendar_nextmonth", "arrow-right", tr("The next month"))
        self.setSelectedDate(QDate(shown.year, shown.month, shown.day))

    def _colour(self) -> None:
        heading, day = QTextCharFormat(), QTextCharFormat()
        heading.setBackground(tint("surface"))
        day.setForeground(tint("text"))
        self.setHeaderTextFormat(heading)
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, day)

    def _arrow(self, name: str, drawing: str, words: str) -> None:
        button = self.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(drawing, "text2"))
            button.setAccessibleName(words)
            button.setToolTip(words)
