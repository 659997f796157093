"""Two windows on one registry: what is done in one is seen in the other, and one's own work rings nothing twice."""

from __future__ import annotations

import pytest

from likeness.acts.uses.settle_flag import move_flag
from likeness.office import Office
from likeness.values.outcome import Change
from tests.fakes.offices import PASSPHRASE
from tests.fakes.seeded_chance import SeededChance
from ui.kit.background.elsewhere import Elsewhere


@pytest.fixture
def other(window, registry):
    """Another office on the same file, as a second window has it."""
    _office, folder, clock = registry
    made = Office.open(folder / "liora.registry", passphrase=PASSPHRASE, clock=clock, chance=SeededChance("other"))
    yield made
    made.close()


@pytest.fixture
def rung(window, qtbot):
    """What the bell of the window rang, once it has begun to look."""
    qtbot.waitUntil(lambda: not window.jobs.busy)
    heard = list[frozenset[Change]]()
    window.changes.rung.connect(heard.append)
    return heard


def look(window, qtbot):
    window.shell.findChild(Elsewhere).look()
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_a_flag_that_is_set_in_one_shows_in_the_other(window, qtbot, other, rung):
    uses = window.shell.screen_now("uses")
    qtbot.waitUntil(lambda: uses._state.detail is not None and uses._state.detail.flag == "open")
    other.do(move_flag, uses._state.chosen, "letter-sent")
    look(window, qtbot)
    qtbot.waitUntil(lambda: uses._state.detail.flag == "letter-sent")
    assert rung == [frozenset(Change)]
    look(window, qtbot)
    assert len(rung) == 1


def test_what_the_window_writes_itself_rings_once(window, qtbot, rung):
    uses = window.shell.screen_now("uses")
    qtbot.waitUntil(lambda: uses._state.detail is not None)
    uses._presenter.flags.move(uses._state.chosen, "letter-sent")
    qtbot.waitUntil(lambda: len(rung) == 1)
    look(window, qtbot)
    assert rung == [frozenset({Change.USES})]


def test_a_wish_that_the_window_keeps_rings_nothing(window, qtbot, rung):
    for value in ("one", "two"):
        window.office.registry.settings.put("recent", value)
        look(window, qtbot)
    assert rung == []
