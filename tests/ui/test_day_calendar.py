"""The calendar under a day field speaks the window's language and wears its colours."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from tests.ui.conftest import usual_wishes
from ui.kit.fields.day_field import DayField
from ui.kit.look.icons import icon
from ui.kit.look.theme import Scheme, theme, tint
from ui.kit.parts.frames import column
from ui.kit.words import choose_language

pytestmark = pytest.mark.qt_log_ignore("does not support")
TODAY = date(2026, 11, 20)


@pytest.fixture
def opened(dressed, qtbot):
    """Give a function that opens the calendar of a field, in a language and a look; gives (field, calendar)."""

    windows = []

    def open_one(lang, scheme):
        choose_language(lang)
        theme().choose(scheme)
        around = QWidget()
        windows.append(around)
        qtbot.addWidget(around)
        field = DayField(TODAY)
        around.setLayout(column(field))
        around.show()
        field._open.click()
        return field, field.findChild(QCalendarWidget)

    yield open_one
    usual_wishes()


@pytest.mark.parametrize(("lang", "month", "before"), [("en", "November", "The month before"),
                                                       ("fr", "novembre", "Le mois d’avant")])  # fmt: skip
def test_it_speaks_the_language_of_the_window(opened, lang, month, before):
    _field, calendar = opened(lang, Scheme.LIGHT)
    assert calendar.findChild(QToolButton, "qt_calendar_monthbutton").text() == month
    assert calendar.findChild(QToolButton, "qt_calendar_prevmonth").accessibleName() == before


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_weekends_and_arrows_have_the_colours_of_words(opened, scheme):
    _field, calendar = opened("en", scheme)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert calendar.weekdayTextFormat(day).foreground().color() == tint("text")
    drawn = calendar.findChild(QToolButton, "qt_calendar_nextmonth").icon().pixmap(16)
    assert drawn.toImage() == icon("arrow-right", "text2").pixmap(16).toImage()


def test_the_day_that_is_chosen_goes_into_the_field_over_what_could_not_be_read(opened):
    field, calendar = opened("en", Scheme.LIGHT)
    field.setText("some day")
    field.settle()
    assert field.problem()
    calendar.clicked.emit(QDate(2026, 12, 1))
    assert (field.text(), field.day(), field.problem()) == ("1 December 2026", date(2026, 12, 1), "")
