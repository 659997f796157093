"""After the twelve words the first run offers a backup, with real keys and a real disk; and as drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from likeness.acts.backups.back_up import ENDING
from likeness.acts.backups.backup_wish import backup_wish
from likeness.office import Office
from tests.fakes.album import unlike
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.hands import button
from tests.fakes.offices import QUICK
from tests.fakes.seeded_chance import SeededChance
from tests.ui.conftest import usual_wishes
from ui.app import Window
from ui.kit.look.theme import Scheme, theme
from ui.kit.words import choose_language, tr
from ui.pictures import settle
from ui.screens.first_run.backup_view import FirstBackupView
from ui.screens.words.view import WordsView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SECRET = "four new words in a row"


@pytest.fixture
def offered(dressed, qtbot, tmp_path, monkeypatch):
    """Give a function that makes a registry in the window and puts the twelve words off."""
    create = Office.create
    monkeypatch.setattr(Office, "create", lambda *given, **named: create(*given, **{"cost": QUICK, **named}))
    windows = []

    def start(look="light", tongue="en", size=(1280, 800)):
        theme().choose(Scheme(look))
        choose_language(tongue)
        window = Window(tmp_path / "liora.registry", clock=FixedClock(), chance=SeededChance("window"))
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(*size)
        window.begin()
        window.show()
        page = window.centralWidget()
        for given in (("", "", ""), ("Liora Vantreight", "", ""), ("", SECRET, SECRET)):
            page._presenter.go_on(*given)
        qtbot.waitUntil(lambda: isinstance(window.centralWidget(), WordsView), timeout=20_000)
        window.centralWidget().left.emit()
        qtbot.waitUntil(lambda: isinstance(window.centralWidget(), FirstBackupView))
        return window

    yield start
    for window in windows:
        window.close()
    usual_wishes()


def test_it_is_written_where_she_says_and_leads_in(offered, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "stick" / f"mine{ENDING}"
    names = []

    def ask(_parent, _title, name, _kind):
        names.append(name)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window = offered()
    page = window.centralWidget()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is page.save)
    assert QApplication.focusWidget().text() == "Save a backup…"
    button(page, "Save a backup…").click()
    qtbot.waitUntil(lambda: page._presenter.state.written != "", timeout=20_000)
    assert file.exists()
    assert names == [f"liora-2026-03-02{ENDING}"]
    qtbot.waitUntil(lambda: QApplication.focusWidget().text() == "Continue")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.shell is not None
    settle(window)
    assert [row.kind for row in window.shell.page_of("overview")._presenter.state.rows] == ["words"]


@pytest.mark.parametrize(("look", "tongue"), [("light", "en"), ("light", "fr")])
def test_one_a_week_is_offered_and_taken_with_one_press(offered, qtbot, tmp_path, monkeypatch, look, tongue):
    file = tmp_path / "stick" / f"mine{ENDING}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window = offered(look, tongue)
    page = window.centralWidget()
    page.save.click()
    qtbot.waitUntil(lambda: page._presenter.state.offered, timeout=20_000)
    settle(window)
    wrong = unlike(window, f"first-backup-offer-{look}-{tongue}")
    button(page, tr("Make one here every week by itself")).click()
    qtbot.waitUntil(lambda: page._presenter.state.weekly == "stick")
    settle(window)
    assert QApplication.focusWidget() in (page.save, None)
    assert backup_wish(page._presenter.backing._desk.registry).every == "week"
    assert not wrong
    assert not unlike(window, f"first-backup-weekly-{look}-{tongue}")


def test_it_can_be_put_off_and_then_waits_on_the_overview(offered, qtbot):
    window = offered()
    button(window, "Remind me later").click()
    assert window.shell is not None
    settle(window)
    assert [row.kind for row in window.shell.page_of("overview")._presenter.state.rows] == ["backup", "words"]


def test_a_question_that_is_cancelled_leaves_the_page_as_it_was(offered, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page = offered().centralWidget()
    button(page, "Save a backup…").click()
    assert page._presenter.state.written == ""
    assert not page._working.going


@pytest.mark.parametrize(("look", "tongue"), [("light", "en"), ("dark", "en"), ("light", "fr")])
def test_it_looks_as_it_was_drawn(offered, look, tongue):
    window = offered(look, tongue)
    settle(window)
    assert not unlike(window, f"first-backup-{look}-{tongue}")


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_in_the_smallest_window_nothing_is_cut(offered, tongue):
    window = offered(tongue=tongue, size=(1024, 640))
    settle(window)
    page = window.centralWidget()
    for part in (page.save, page.later, page._title, page._lead):
        assert part.isVisible()
        assert part.width() >= part.minimumSizeHint().width()
        assert page.rect().contains(part.mapTo(page, part.rect().bottomRight())), part
