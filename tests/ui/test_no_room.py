"""A small window with large text: what stood side by side stands one below the other, and nothing is read sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea

from seeds.demo import PASSPHRASE
from tests.fakes.fits import cut_words
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("does not support")

SMALL, USUAL = QSize(1024, 640), QSize(1280, 800)


def sideways(widget):
    """Return how far each part that scrolls would have to be moved to the side to be read."""
    areas = [area for area in widget.findChildren(QScrollArea) if area.isVisible()]
    return [far for area in areas if (far := area.horizontalScrollBar().maximum())]


@pytest.mark.parametrize(("size", "percent"), [(SMALL, "130"), (SMALL, "150"), (USUAL, "150")], ids=str)
@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_nothing_is_read_sideways(demo_window, size, percent, tongue):
    demo_window.resize(size)
    demo_window.enter(demo_window.open_office(PASSPHRASE), "uses")
    demo_window.wish("language", tongue)
    demo_window.wish("text-size", percent)
    demo_window.show()
    found = {}
    for screen in ("uses", "licences", "doubles", "contacts", "earnings"):
        demo_window.shell.go(screen)
        settle(demo_window)
        found[screen] = sideways(demo_window.shell.page_of(screen))
    licences, now = demo_window.office.registry.licences, demo_window.office.clock.now()
    draft = next(row for row in licences.all(now) if not row.signed)
    demo_window.shell.open_wizard(draft.number)
    for step in range(7):
        demo_window.shell._wizard.jump(step)
        settle(demo_window)
        found[f"wizard {step}"] = sideways(demo_window.shell._wizard)
    assert {name: far for name, far in found.items() if far} == {}


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_at_130_in_the_smallest_window_nothing_is_cut_or_lies_over_something_else(demo_window, tongue):
    """A count of 69 read as 6 once, badges lay over names, and the buttons of the Overview were out of sight."""
    demo_window.resize(SMALL)
    demo_window.enter(demo_window.open_office(PASSPHRASE), "overview")
    demo_window.wish("language", tongue)
    demo_window.wish("text-size", "130")
    demo_window.show()
    wrong = {}
    for screen in ("overview", "settings", "licences", "earnings", "contacts"):
        demo_window.shell.go(screen)
        settle(demo_window)
        page = demo_window.shell.page_of(screen)
        wrong[screen] = [one for one in cut_words(page) if not one.startswith("SearchField")], sideways(page)
    assert {name: found for name, found in wrong.items() if found != ([], [])} == {}
