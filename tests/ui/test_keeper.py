"""Backups made by themselves in the real window: seen at the foot, stopped by a press, by the lock and by the end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from likeness.acts.backups.back_up import last_backup
from likeness.acts.backups.backup_wish import choose_backups
from likeness.acts.check_registry import check_registry
from likeness.registry.registry import Registry
from tests.fakes.hands import let_days_go
from tests.fakes.offices import PASSPHRASE
from tests.ui.test_window import nameless
from ui.kit.backup.keeper import Keeper
from ui.screens.unlock.view import UnlockView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def disk(registry):
    _office, folder, _clock = registry
    stick = folder / "stick"
    stick.mkdir()
    return stick


@pytest.fixture
def slow(monkeypatch):
    """A disk on which a copy waits until a test lets it go on; gives (begun, let it go)."""
    copy, gate, begun = Registry.copy_to, threading.Event(), threading.Event()

    def waiting(self, path, key, step):
        def held(done, whole):
            begun.set()
            for _turn in range(2_000):
                if gate.wait(0.01):
                    break
                step(0, whole)  # Cancel is asked about here
            step(done, whole)

        copy(self, path, key, held)

    monkeypatch.setattr(Registry, "copy_to", waiting)
    yield begun, gate
    gate.set()


def wish(window, disk, every="week"):
    window.office.do(choose_backups, every, disk)


def begin(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.shell.findChild(Keeper).look()


def test_a_week_later_one_appears_by_itself_and_the_foot_says_so(window, qtbot, registry, disk):
    _office, _folder, clock = registry
    foot = window.shell._navigation.backup
    before = QApplication.focusWidget()
    wish(window, disk)
    begin(window, qtbot)
    qtbot.waitUntil(lambda: foot.age.text() == "Backup from today", timeout=20_000)
    assert len(list(disk.iterdir())) == 1
    let_days_go(window, clock, 7)
    begin(window, qtbot)
    qtbot.waitUntil(lambda: len(list(disk.iterdir())) == 2, timeout=20_000)
    qtbot.waitUntil(foot.stop.isHidden)
    assert foot.age.text() == "Backup from today"
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("wide", [1024, 1280])
def test_while_it_is_made_the_foot_says_so_and_a_press_stops_it(window, qtbot, disk, slow, wide):
    window.resize(wide, 640)
    foot = window.shell._navigation.backup
    wish(window, disk)
    begin(window, qtbot)
    assert slow[0].wait(20)
    qtbot.waitUntil(foot.stop.isVisible)
    assert foot.age.text() == "Backing up…"
    assert list(nameless(foot)) == []
    assert not window.jobs.busy  # the window may lock itself
    assert foot.rect().contains(foot.stop.geometry())
    qtbot.mouseClick(foot.stop, Qt.MouseButton.LeftButton)
    assert (foot.age.text(), foot.stop.isHidden()) == ("No backup yet", True)
    qtbot.waitUntil(lambda: list(disk.iterdir()) == [], timeout=20_000)
    begin(window, qtbot)
    assert foot.stop.isHidden()  # until tomorrow


def test_others_write_while_it_is_made(window, qtbot, disk, slow):
    wish(window, disk)
    begin(window, qtbot)
    assert slow[0].wait(20)
    done: list[object] = []
    work = lambda _job: window.office.registry.settings.put("recent", "x")
    window.jobs.submit("write", window, work, done.append, done.append)
    qtbot.waitUntil(lambda: done == [None], timeout=20_000)
    slow[1].set()
    qtbot.waitUntil(lambda: len(list(disk.glob("liora-*"))) == 1, timeout=20_000)


def test_the_lock_stops_it_at_once_and_leaves_no_trace(window, qtbot, disk, slow):
    wish(window, disk)
    begin(window, qtbot)
    assert slow[0].wait(20)
    window.lock()
    assert isinstance(window.centralWidget(), UnlockView)
    assert list(disk.iterdir()) == []
    again = window.open_office(PASSPHRASE)
    assert last_backup(again.registry) is None
    assert check_registry(again.desk) == []
    window.enter(again)


def test_the_end_of_the_window_stops_it_too(window, qtbot, disk, slow):
    wish(window, disk)
    begin(window, qtbot)
    assert slow[0].wait(20)
    window.close()
    assert list(disk.iterdir()) == []


def test_another_language_begins_anew_and_both_never_write_at_once(window, qtbot, disk, slow):
    wish(window, disk)
    begin(window, qtbot)
    assert slow[0].wait(20)
    window.wish("language", "fr")
    begin(window, qtbot)
    slow[1].set()
    foot = window.shell._navigation.backup
    qtbot.waitUntil(lambda: foot.age.text() == "Sauvegardé aujourd’hui", timeout=20_000)
    qtbot.waitUntil(lambda: len(list(disk.iterdir())) == 1)


def test_a_new_wish_is_looked_at_soon_without_another_unlocking(window, qtbot, disk):
    keeper = window.shell.findChild(Keeper)
    keeper._quiet.stop()
    wish(window, disk)
    qtbot.waitUntil(keeper._quiet.isActive)


def test_it_waits_while_somebody_waits_for_something_else(window, qtbot, disk):
    wish(window, disk)
    held = threading.Event()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.jobs.submit("read", window, lambda _job: held.wait(20), lambda _value: None, lambda _why: None)
    keeper = window.shell.findChild(Keeper)
    keeper.look()
    assert not keeper.keeping.going
    assert keeper._quiet.isActive()
    held.set()


def test_ctrl_k_offers_to_stop_it_only_while_it_is_made(window, qtbot, disk, slow):
    words = lambda: [offer.words for offer in window.shell.doings.offers()]
    assert "Cancel the backup" not in words()
    wish(window, disk)
    begin(window, qtbot)
    assert slow[0].wait(20)
    assert "Cancel the backup" in words()
    window.shell.doings._table["stop-backup"].do()
    assert not window.shell.foot.keeping.going


def test_a_disk_that_is_not_plugged_in_stands_at_the_foot_and_on_the_overview(window, qtbot, registry, disk):
    _office, _folder, clock = registry
    wish(window, disk)
    disk.rmdir()
    let_days_go(window, clock, 9)
    begin(window, qtbot)
    foot = window.shell._navigation.backup
    low = foot.age.height()
    qtbot.waitUntil(lambda: foot.age._where == "stick is not there", timeout=20_000)
    assert str(disk) in foot.age.toolTip()
    assert foot.age.toolTip() == foot.age.accessibleName()
    qtbot.waitUntil(lambda: foot.age.height() > low)
    overview = window.shell.screen_now("overview")
    qtbot.waitUntil(lambda: any("stick, which is not there" in row.second for row in overview._presenter.state.rows))
    assert QApplication.activeModalWidget() is None
