"""Rows of a report that say something else than before: what differs comes first, and any of them can wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from likeness.acts.uses.import_report import import_report
from tests.fakes.fits import cut_words
from tests.fakes.hands import button
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED
from ui.kit.lists.comparison import ComparisonTable
from ui.kit.parts.buttons import Button
from ui.pictures import settle
from ui.screens.uses.held_form import HeldForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
COMPANY = "Compagnie générale d’édition, de distribution & d’exploitation <b>Les Îles nues</b> et fils, successeurs"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def held(window, tmp_path):
    """Three rows of a company with a long name are held; gives the screen."""
    for more in (0, 1):
        uses = [
            replace(ALLOWED, id=f"l-{day}", at=datetime(2026, 4, day, tzinfo=UTC), quantity={"line": day + more})
            for day in (1, 2, 3)
        ]
        write_uses(tmp_path / "avril.csv", uses)
        window.office.do(import_report, tmp_path / "avril.csv", reporter=COMPANY, period="april")
    screen = window.shell.screen_now("uses")
    settle(window)
    return screen


def asked(window):
    settle(window)
    return next(one for one in window.findChildren(HeldForm) if one.isVisible())


def about(form):
    return next(one.text() for one in form.findChildren(QLabel) if "avril.csv" in one.text())


def press(qtbot, root, words):
    qtbot.mouseClick(button(root, words), LEFT)


def test_the_next_one_can_be_looked_at_without_an_answer_and_the_last_leads_round(window, held, qtbot):
    press(qtbot, held._held, "See them")
    for line in ("l-1", "l-2", "l-3", "l-1"):
        assert about(asked(window)).startswith(f"{line} · ")
        press(qtbot, asked(window), "Another row")
    assert len(window.office.registry.reports.held()) == 3
    press(qtbot, asked(window), "The new one is right")
    assert about(asked(window)).startswith("l-3 · ")
    press(qtbot, asked(window), "The earlier one is right")
    form = asked(window)
    assert about(form).startswith("l-1 · ")
    assert "Another row" not in [one.text() for one in form.findChildren(Button)]
    assert [one.line_id for one in window.office.registry.reports.held()] == ["l-1"]


def test_what_differs_comes_first(window, held):
    held._presenter.book.see_held()
    states = [row.state for row in asked(window).findChild(ComparisonTable)._rows]
    assert states == ["changed", *["same"] * (len(states) - 1)]
    assert len(states) > 5


def test_the_banner_says_all_of_it_whatever_the_name(window, held, qtbot):
    window.resize(1024, 640)
    window.wish("language", "fr")
    window.wish("text-size", "150")
    screen = window.shell.screen_now("uses")
    settle(window)
    words = next(one for one in screen._held.findChildren(QLabel) if COMPANY in one.text())
    assert words.text().endswith("disent autre chose qu’avant.")
    assert cut_words(screen._held) == []


def test_in_a_small_window_the_facts_scroll_and_the_answers_stay(window, held, qtbot):
    window.resize(1024, 640)
    window.wish("text-size", "150")
    window.activateWindow()
    screen = window.shell.screen_now("uses")
    settle(window)
    screen._presenter.book.see_held()
    form = asked(window)
    assert form.height() <= window.height()
    for words in ("Later", "Another row", "The earlier one is right", "The new one is right"):
        at = button(form, words)
        assert form.rect().contains(at.geometry())
    table, scroll = form.findChild(ComparisonTable), form._scroll
    assert table.height() > scroll.viewport().height()
    scroll.setFocus()
    qtbot.keyClick(scroll, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
