"""The window of an agent who keeps the registry of several performers: each list says whose each thing is."""

import pytest
from PySide6.QtCore import Qt

from tests.fakes.album import unlike
from tests.fakes.clients import CLIENTS, an_agency
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.hands import dialog
from tests.fakes.seeded_chance import SeededChance
from ui.app import Window
from ui.kit.asking.pick_one import PickOne
from ui.kit.shortcuts import bound
from ui.kit.words import choose_language
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TODAY = "2026-04-20T12:00:00+00:00"
ASKED = "Sort by: Performer"


@pytest.fixture
def agents(dressed, qtbot, tmp_path):
    """The window on the registry of an agent with three clients."""
    agency = an_agency(tmp_path, FixedClock("2026-03-02T09:00:00+00:00"))
    path = agency.registry.path
    agency.close()
    made = Window(path, clock=FixedClock(TODAY), chance=SeededChance("window"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.office = made.open_office("a passphrase for tests")
    made.enter(made.office, "overview")
    made.show()
    yield made
    made.close()
    choose_language("en")


def headings(screen):
    table = screen._table
    return [name for at, name in enumerate(screen._model.names) if not table.isColumnHidden(at)]


def entries(menu):
    return [one.text() for one in menu.actions() if one.isVisible()]


@pytest.mark.parametrize("name", ["licences", "earnings"])
def test_the_column_and_its_order_are_there_for_several_alone(agents, window, qtbot, name):
    agents.shell.go(name)
    settle(agents)
    theirs = agents.shell.page_of(name)
    assert "Performer" in headings(theirs)
    assert ASKED in entries(theirs._sorting.menu())
    own = window.shell.screen_now(name)
    qtbot.waitUntil(lambda: own._model.rowCount() > 0 and not window.jobs.busy)
    assert "Performer" not in headings(own)
    assert ASKED not in entries(own._sorting.menu())


def test_a_performer_is_offered_as_a_filter_for_several_alone(agents, window, qtbot):
    agents.shell.go("licences")
    settle(agents)
    assert "Performer…" in entries(agents.shell.page_of("licences")._top.add.menu)
    own = window.shell.screen_now("licences")
    qtbot.waitUntil(lambda: own._model.rowCount() > 0 and not window.jobs.busy)
    assert "Performer…" not in entries(own._top.add.menu)


def test_earnings_are_narrowed_to_one_performer(agents, qtbot):
    agents.shell.go("earnings")
    settle(agents)
    earnings = agents.shell.page_of("earnings")
    choice = earnings._performer
    assert [choice.itemText(at) for at in range(choice.count())] == ["Every performer", *sorted(CLIENTS.values())]
    choice.choose(CLIENTS["zoe"])
    choice.activated.emit(choice.currentIndex())
    settle(agents)
    assert {earnings._model.row(at).performer for at in range(earnings._model.rowCount())} == {CLIENTS["zoe"]}


def test_uses_are_narrowed_by_the_key_and_the_chip_takes_it_back(agents, window, qtbot):
    agents.shell.go("uses")
    agents.activateWindow()
    settle(agents)
    uses = agents.shell.page_of("uses")
    uses._presenter.show_all()
    settle(agents)
    qtbot.keyClick(uses._feed, Qt.Key.Key_F)
    asked = dialog(uses, PickOne)
    qtbot.keyClicks(asked._field, "zo")
    qtbot.waitUntil(lambda: [words for _code, words in asked._offers] == [CLIENTS["zoe"]])
    qtbot.keyClick(asked._field, Qt.Key.Key_Return)
    settle(agents)
    ids = lambda: {item.id for item in uses._state.items if item.id}
    assert (ids(), uses._foot.count.text()) == ({"u-zoe"}, "1 of 3 uses")
    qtbot.mouseClick(uses._top.performer._in_force, Qt.MouseButton.LeftButton)
    settle(agents)
    assert (len(ids()), uses._top.performer._add.isVisible()) == (3, True)
    own = window.shell.screen_now("uses")
    qtbot.waitUntil(lambda: bool(own._state.items) and not window.jobs.busy)
    assert not own._top.performer.isVisible()
    assert "add-filter" not in bound(own)


@pytest.mark.parametrize("name", ["licences", "earnings"])
def test_the_first_words_of_a_row_keep_room_to_be_read(agents, name):
    agents.shell.go(name)
    settle(agents)
    table = agents.shell.page_of(name)._table
    assert table.columnWidth(table._kinds.index("strong")) >= 180


@pytest.mark.parametrize(("scheme", "tongue"), [("light", "en"), ("dark", "fr")])
def test_the_screens_of_an_agent_look_as_they_were_drawn(agents, scheme, tongue):
    agents.office.registry.settings.put("theme", scheme)
    agents.office.registry.settings.put("language", tongue)
    agents.enter(agents.office, "overview")
    wrong = []
    for screen in ("overview", "doubles", "licences", "uses", "earnings"):
        agents.shell.go(screen)
        settle(agents)
        wrong.append(unlike(agents, f"agent-{screen}-{scheme}-{tongue}"))
    assert not any(wrong), "\n".join(filter(None, wrong))
