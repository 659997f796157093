"""A window that stays open over midnight: what it says of today is said of the new day."""

from __future__ import annotations

from ui.kit.background.new_hour import NewHour


def test_the_overview_of_a_window_left_open_is_that_of_today(window, qtbot):
    window.shell.go("overview")
    overview = window.shell.screen_now("overview")
    qtbot.waitUntil(lambda: overview._presenter.state.read)
    before = overview._presenter.state.today
    hours, heard = window.shell.findChild(NewHour), list[object]()
    window.changes.rung.connect(heard.append)
    hours.look()
    assert heard == []  # the same hour: nothing is read for nothing
    window._clock.forward(days=1)
    hours.look()
    qtbot.waitUntil(lambda: (overview._presenter.state.today - before).days == 1)
    hours.look()
    assert len(heard) == 1
