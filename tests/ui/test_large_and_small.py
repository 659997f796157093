"""The largest words in the smallest window, with the navigation narrow or wide: nothing is cut or scrolled across."""

from __future__ import annotations

import pytest

from tests.fakes.fits import cut_words
from tests.ui.test_report_view import a_report
from tests.ui.test_text_size import SCREENS, entered, told
from ui.kit.parts.ticks import Chip
from ui.pictures import settle
from ui.screens.verify.start_page import StartPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def smallest(demo_window):
    """Give a function that opens the demo in French, 1024 x 640, at 150 %, with the navigation as it is wished."""

    def opened(rail=""):
        demo_window.resize(1024, 640)
        window = entered(demo_window, 150, "fr")
        if rail == "wide":
            window.shell.toggle_rail()
        return window

    return opened


@pytest.mark.parametrize("rail", ["", "wide"])
def test_no_screen_cuts_a_word(smallest, qtbot, rail):
    window, wrong = smallest(rail), []
    for name in SCREENS:
        window.shell.go(name)
        wrong += told(window, name)
    assert (window.width(), window.height()) == (1024, 640)
    assert not wrong, "\n".join(wrong)


def test_no_page_of_the_import_cuts_a_word(smallest, qtbot, tmp_path):
    window = smallest()
    window.shell.open_import()
    report = window.shell.front
    report.take_file(a_report(tmp_path))
    wrong = told(window, "sender")
    report._presenter.choose_reporter("Tidewrack Pictures Ltd")
    report.show_columns()
    wrong += told(window, "columns")
    report._presenter.say_for_all("user", "tidewrack")
    report._presenter.choose("TX date", "at %d/%m/%Y")
    settle(window)
    report._go_on()
    wrong += told(window, "result")
    assert not wrong, "\n".join(wrong)


def test_buttons_come_back_beside_the_title_where_there_is_room_again(smallest, qtbot):
    window = smallest()
    window.shell.go("earnings")
    settle(window)
    header, save = window.shell.front._header, window.shell.front._file
    assert save.y() > header.title.geometry().bottom()
    window.resize(1500, 800)
    settle(window)
    assert save.geometry().bottom() < header.title.geometry().bottom()
    assert save.geometry().right() > header.width() - 40


def test_buttons_of_a_drop_zone_that_wrap_stand_in_its_middle(smallest, qtbot):
    window = smallest("wide")
    window.shell.go("verify")
    settle(window)
    page = window.shell.front.findChild(StartPage)
    assert page.camera.y() > page.choose.y()
    assert abs(page.camera.geometry().center().x() - page.drop.rect().center().x()) <= 1


def test_in_french_the_chips_of_licences_stand_in_one_line_at_the_usual_size(demo_window, qtbot):
    window = entered(demo_window, 100, "fr")
    window.shell.go("licences")
    settle(window)
    chips = [chip for chip in window.shell.front.findChildren(Chip) if chip.isVisible()]
    assert len({chip.y() for chip in chips}) == 1
    window.shell.go("earnings")
    settle(window)
    assert cut_words(window) == []
