"""Who sees which screens: agents find checking first, and whoever only checks licences finds nothing else."""

import pytest

from tests.fakes.offices import PASSPHRASE, an_office
from ui.app import Window
from ui.wish_menu import wish_menu

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ALL = ["overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings"]


def lines(window):
    return list(window.shell._navigation._lines)


def marked(window):
    return [key for key, line in window.shell._navigation._lines.items() if line.isChecked()]


def test_a_performer_sees_every_screen(window):
    assert lines(window) == ALL


@pytest.fixture
def agents_window(dressed, qtbot, tmp_path):
    an_office(tmp_path, "Halden Roe", "agent").close()
    made = Window(tmp_path / "halden.registry")
    qtbot.addWidget(made)
    made.enter(made.open_office(PASSPHRASE))
    made.show()
    yield made
    made.jobs.rest()
    made.close()


def test_an_agent_finds_verify_and_contacts_first(agents_window):
    assert lines(agents_window)[:2] == ["verify", "contacts"]
    assert sorted(lines(agents_window)) == sorted(ALL)
    assert agents_window.shell.here == "verify"


def test_whoever_only_checks_sees_three_screens_and_can_go_back(agents_window):
    window = agents_window
    action = next(one for one in wish_menu(window).actions() if one.text() == "I only check licences")
    action.setChecked(True)
    assert lines(window) == ["verify", "contacts", "settings"]
    assert window.office.registry.settings.get("only-checks") == "1"
    action = next(one for one in wish_menu(window).actions() if one.text() == "I only check licences")
    assert action.isChecked()
    action.setChecked(False)
    assert sorted(lines(window)) == sorted(ALL)


def test_a_link_leads_to_a_screen_that_is_not_offered(window):
    """A contact's licence is a link, also for whoever only checks; another language finds the same screen again."""
    next(one for one in wish_menu(window).actions() if one.text() == "I only check licences").setChecked(True)
    window.shell.show_thing("licences", "2026-0001")
    assert (window.shell.here, window.windowTitle()) == ("licences", "Likeness, Licences")
    assert window.shell.doings.help_state().screen == "Licences"
    assert marked(window) == []
    window.wish("language", "fr")
    assert (window.shell.here, window.windowTitle()) == ("licences", "Likeness, Licences")
    window.wish("language", "en")
    window.shell.go("verify")
    assert (lines(window), marked(window)) == (["verify", "contacts", "settings"], ["verify"])
