"""A list that is read for the first time: nothing at first, grey bars after 0.3 seconds, the bar of work after one."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QAccessible

from tests.fakes.album import pixels
from tests.fakes.hands import at_rest, button
from ui.kit.background.jobs import Jobs
from ui.kit.background.working import AFTER_MS as BAR_AFTER_MS
from ui.kit.background.working import LATE_MS, Working
from ui.kit.lists.skeleton import AFTER_MS, Skeleton
from ui.kit.look.theme import tint
from ui.screens.contacts.view import ContactsView
from ui.screens.doubles.view import DoublesView
from ui.screens.earnings.view import EarningsView
from ui.screens.licences.view import LicencesView
from ui.screens.uses.listing import VERDICTS
from ui.screens.uses.view import UsesView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
VIEWS = (LicencesView, UsesView, EarningsView, ContactsView, DoublesView)


class Slow:
    """A screen on a registry whose readers are held up until `go_on`; its timers are told when to ring."""

    def __init__(self, kind, office, jobs):
        self._hold, begun = threading.Event(), threading.Semaphore(0)

        def wait(_job):
            begun.release()
            return self._hold.wait(20)

        for _ in range(2):
            jobs.submit("read", jobs, wait, lambda _answer: None, lambda _why: None)
        for _ in range(2):
            assert begun.acquire(timeout=20)
        self.view = kind(office, jobs)
        self.view.resize(1070, 800)
        self.view.show()
        self.failures: list[Exception] = []
        self.view.failed.connect(self.failures.append)
        if kind is LicencesView:  # the newest are read at once; by another order they are not
            self.view._presenter.sort("fee")
        else:
            self.view.refresh()
        self.list = self.view._stack.widget(0)
        self.timer = self.view.findChild(Skeleton)._timer

    def ring(self):
        self.timer.stop()
        self.timer.timeout.emit()

    def go_on(self):
        self._hold.set()

    def count(self):
        """Return what the screen says of how many there are."""
        counts = self.view._header.sub if isinstance(self.view, DoublesView) else self.view._foot.count
        return counts.text()

    def bars(self):
        """Return how many pixels of the list have the grey of the bars."""
        grey, drawn = tint("sunken"), pixels(self.list.viewport().grab().toImage())
        return int((abs(drawn - [grey.red(), grey.green(), grey.blue()]).max(axis=2) == 0).sum())


@pytest.fixture
def slow(dressed, qtbot, registry):
    """Give a function that opens a screen while its first reading is held up."""
    jobs, made = Jobs(), []

    def opened(kind):
        made.append(Slow(kind, registry[0], jobs))
        qtbot.addWidget(made[-1].view)
        return made[-1]

    yield opened
    for one in made:
        one.go_on()
        at_rest(one.view, jobs)


@pytest.fixture
def said(monkeypatch):
    """What whoever hears the window is told."""
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


@pytest.mark.parametrize("kind", VIEWS)
def test_bars_stand_where_rows_will_be_until_they_come(slow, said, qtbot, kind):
    one = slow(kind)
    assert (one.timer.isActive(), one.timer.interval()) == (True, AFTER_MS)
    assert one.view._stack.currentWidget() is one.list
    assert one.count() == ""
    if kind is UsesView:
        assert [code for code, chip in one.view._top._chips.items() if chip.isChecked()] == list(VERDICTS[:2])
    assert (one.bars(), said) == (0, [])
    one.ring()
    assert one.bars() > 5000
    one.view._presenter._show()
    one.view._presenter._show()
    assert (said, one.timer.isActive()) == (["Reading…"], False)
    assert one.list.accessibleName()
    one.go_on()
    qtbot.waitUntil(lambda: not one.view._stack.waiting)
    assert not one.view.findChild(Skeleton).shown
    assert one.count()
    assert not getattr(one.view._presenter._state, "reading", False)
    assert (said, one.failures) == (["Reading…"], [])


@pytest.mark.parametrize("kind", VIEWS)
def test_a_quick_reading_shows_none_of_it(slow, said, qtbot, kind):
    one = slow(kind)
    one.go_on()
    qtbot.waitUntil(lambda: not one.view._stack.waiting)
    assert not one.timer.isActive()
    assert (one.view.findChild(Skeleton).shown, said) == (False, [])


def test_rows_that_are_there_stay_while_they_are_read_again(slow, qtbot):
    one = slow(UsesView)
    one.go_on()
    qtbot.waitUntil(lambda: one.view._model.rowCount() > 0)
    one.view.refresh()
    assert one.view._state.reading
    assert not one.timer.isActive()


def test_the_bar_of_work_waits_longer_beside_bars_than_beside_rows(slow, qtbot):
    one = slow(EarningsView)
    timer = one.view.findChild(Working)._timer
    assert (timer.isActive(), timer.interval()) == (True, LATE_MS)
    one.go_on()
    qtbot.waitUntil(lambda: not one.view._stack.waiting)
    one.view.refresh()
    assert timer.interval() == BAR_AFTER_MS


@pytest.mark.parametrize("kind", [UsesView, ContactsView, DoublesView])
def test_a_reading_that_fails_ends_the_waiting(slow, qtbot, monkeypatch, kind):
    one = slow(kind)
    one.ring()
    asked = {
        UsesView: "ui.screens.uses.presenter.listed",
        ContactsView: "ui.screens.contacts.presenter.everybody",
        DoublesView: "ui.screens.doubles.presenter.find",
    }
    monkeypatch.setattr(asked[kind], lambda *_given, **_more: 1 / 0)
    one.go_on()
    qtbot.waitUntil(lambda: len(one.failures) == 1)
    assert not one.view.findChild(Skeleton).shown


@pytest.mark.parametrize("kind", VIEWS)
def test_who_stops_it_is_told_that_nothing_was_read_and_can_read_again(slow, qtbot, kind):
    one = slow(kind)
    bar = one.view.findChild(Working)
    bar._timer.stop()
    bar._timer.timeout.emit()
    button(bar, "Cancel").click()
    again = button(one.view._stack, "Read again")
    assert not bar.going
    assert (one.timer.isActive(), one.count()) == (False, "")
    one.go_on()
    again.click()
    qtbot.waitUntil(lambda: not one.view._stack.waiting)
    assert one.view._stack.currentWidget() is one.list
    assert one.failures == []
