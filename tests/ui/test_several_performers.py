"""The window of an agent who keeps the registry of several performers: each list says whose each thing is."""

import pytest

from tests.fakes.album import unlike
from tests.fakes.clients import CLIENTS, an_agency
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.seeded_chance import SeededChance
from ui.app import Window
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
