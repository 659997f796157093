"""The Settings screen with real widgets: the page for phones (host, two ticks, file), and a new passphrase."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from likeness.acts.keys.export_page import page_host
from tests.fakes.offices import PASSPHRASE
from tests.ui.test_window import nameless

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def settings(window, qtbot):
    window.shell.go("settings")
    page = window.shell.page_of("settings")
    qtbot.waitUntil(lambda: bool(page._state.packs))
    page.show_one("page")
    return page


def test_a_host_is_typed_checked_named_and_taken_away(settings, registry, qtbot):
    office, part = registry[0], settings._page
    assert not part._use.isEnabled()
    qtbot.keyClicks(part.host, "https://example.org")
    qtbot.keyClick(part.host, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part._field._words.text().startswith("https://example.org is not the name of a host."))
    assert part.host.text() == "https://example.org"
    assert page_host(office.registry) is None
    part.host.setText("Example.org")
    assert part._field._words.text() == ""
    part._use.click()
    qtbot.waitUntil(lambda: part.host.text() == "example.org", timeout=20_000)
    assert "https://example.org/V" in part._words.text()
    assert not part._use.isEnabled()
    part.host.clear()
    assert part._use.text() == "Name no host"
    part._use.click()
    qtbot.waitUntil(lambda: page_host(office.registry) is None, timeout=20_000)


def test_what_is_being_typed_stays_when_something_else_changes(settings, qtbot):
    settings._page.host.setText("exam")
    settings.refresh()
    assert settings._page.host.text() == "exam"


def test_the_page_is_saved_and_opens_nothing(settings, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "verify.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    with qtbot.waitSignal(settings.said, timeout=20_000) as told:
        settings._page.save.click()
    assert told.args == ["Page saved in verify.html"]
    assert path.read_text("utf-8").startswith("<!doctype html>")
    assert not settings._working.isVisible()


def test_every_control_of_the_section_has_a_name(settings):
    assert list(nameless(settings)) == []


def test_a_passphrase_is_changed_in_a_form_that_stays_until_it_is(settings, registry, qtbot):
    settings.passphrase.button.click()
    form = settings.passphrase._form
    assert (form.focusWidget(), list(nameless(form))) == (form._old, [])
    form._old.setText("not the passphrase")
    for field in (form._new.first, form._new.again):
        field.setText("four new words in a row")
    form._yes.click()
    form.reject()
    assert (form.isVisible(), form._keep.isEnabled()) == (True, False)
    qtbot.waitUntil(form._yes.isEnabled, timeout=20_000)
    assert form._problem.text() == "That is not your passphrase."
    form._old.setText(PASSPHRASE)
    with qtbot.waitSignal(settings.said, timeout=20_000) as told:
        form._yes.click()
    assert told.args[0].startswith("Passphrase changed.")
    assert settings.passphrase._form is None
    assert registry[0].confirm("four new words in a row")
