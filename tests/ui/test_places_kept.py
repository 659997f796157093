"""What the window keeps of itself across a restart: where it stood, its splitters screen by screen, its navigation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from tests.fakes.hands import laid_out
from tests.fakes.offices import PASSPHRASE
from ui.app import SMALLEST
from ui.kit.parts.split import Split
from ui.splits import SETTING
from ui.window_place import fitted, keep_place, put_back

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SCREEN, SECOND = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)


def split_of(window, place):
    (split,) = window.shell.page_of(place).findChildren(Split)
    return split


def drag(qtbot, split, by):
    """Move the line between the two parts as a hand does."""
    handle = split.handle(1)
    start = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(handle, start + QPoint(by, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)


def left_share(split):
    return split.sizes()[0] / split.width()


def test_a_splitter_is_where_it_was_left_on_its_screen_and_on_no_other(window, qtbot, again):
    laid_out(qtbot, window)
    window.shell.go("contacts")
    usual = split_of(window, "contacts").sizes()
    window.shell.go("licences")
    laid_out(qtbot, window)
    split = split_of(window, "licences")
    before = split.sizes()[0]
    drag(qtbot, split, -120)
    left = split.sizes()[0]
    assert before - left == pytest.approx(120, abs=2)
    window = again(window)
    assert split_of(window, "licences").sizes()[0] == pytest.approx(left, abs=2)
    window.shell.go("contacts")
    assert split_of(window, "contacts").sizes() == usual


def test_it_is_kept_through_the_lock_and_in_a_window_of_another_size(window, qtbot, again):
    laid_out(qtbot, window)
    drag(qtbot, split_of(window, "licences"), -120)
    share = left_share(split_of(window, "licences"))
    window.lock()
    window.enter(window.open_office(PASSPHRASE), "licences")
    laid_out(qtbot, window)
    assert left_share(split_of(window, "licences")) == pytest.approx(share, abs=0.01)
    window = again(window, size=(1500, 900))
    assert left_share(split_of(window, "licences")) == pytest.approx(share, abs=0.01)
    assert window.office.registry.settings.get(SETTING)


def test_a_screen_that_was_not_opened_keeps_what_it_had(window, qtbot, again):
    drag(qtbot, split_of(window, "licences"), -120)
    share = left_share(split_of(window, "licences"))
    window = again(window, "contacts")
    window = again(window, "licences")
    assert left_share(split_of(window, "licences")) == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize("kept", ["", "{", "[1]", '{"licences": "wide"}', '{"licences": 7}', '{"licences": NaN}'])
def test_what_nobody_can_read_is_nothing(window, qtbot, again, kept):
    laid_out(qtbot, window)
    usual = split_of(window, "licences").sizes()
    window.office.registry.settings.put(SETTING, kept)
    window = again(window)
    assert split_of(window, "licences").sizes() == usual


def test_nothing_is_written_where_nothing_was_moved(window, again):
    window = again(window)
    assert window.office.registry.settings.get(SETTING) == ""


def test_a_navigation_that_was_made_narrow_stays_so(window, again):
    wide = window.shell._navigation.width()
    window.shell.toggle_rail()
    narrow = window.shell._navigation.width()
    assert narrow < wide
    window = again(window)
    assert window.shell._navigation.width() == narrow
    window.shell.toggle_rail()
    window = again(window)
    assert window.shell._navigation.width() == wide


@pytest.mark.parametrize(
    ("wanted", "is_now"),
    [
        (QRect(100, 80, 1300, 900), QRect(100, 80, 1300, 900)),
        (QRect(2000, 40, 1100, 700), QRect(2000, 40, 1100, 700)),  # on the second screen
        (QRect(5000, 40, 1100, 700), QRect(820, 40, 1100, 700)),  # of a screen that is gone
        (QRect(-900, -400, 1100, 700), QRect(0, 0, 1100, 700)),
        (QRect(1200, 900, 1300, 900), QRect(620, 180, 1300, 900)),
        (QRect(1500, 900, 1300, 900), QRect(1920, 124, 1280, 900)),  # most of it lies on the second screen
        (QRect(10, 10, 300, 200), QRect(10, 10, 1024, 640)),
        (QRect(10, 10, 4000, 3000), QRect(0, 0, 1920, 1080)),
    ],
)
def test_a_window_never_opens_off_screen_or_smaller_than_its_least_size(wanted, is_now):
    assert fitted(wanted, [SCREEN, SECOND], SMALLEST) == is_now


def test_on_a_screen_smaller_than_it_the_window_begins_at_its_corner():
    assert fitted(QRect(300, 300, 1024, 640), [QRect(0, 0, 800, 600)], SMALLEST) == QRect(0, 0, 1024, 640)


def test_where_it_stood_is_kept(dressed, qtbot, own_place):
    first, second = QWidget(), QWidget()
    for one in (first, second):
        qtbot.addWidget(one)
        one.setMinimumSize(QSize(400, 300))
    first.setGeometry(20, 60, 700, 640)
    keep_place(first)
    put_back(second)
    assert second.geometry() == first.geometry()
    first.setGeometry(9000, 9000, 500, 400)
    keep_place(first)
    put_back(second)
    assert any(one.availableGeometry().contains(second.geometry()) for one in dressed.screens())
    assert second.size() == first.size()


def test_without_anything_kept_it_stays_as_it_is(dressed, qtbot, own_place):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(10, 50, 640, 480)
    put_back(window)
    assert window.geometry() == QRect(10, 50, 640, 480)
