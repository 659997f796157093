"""What goes with every PDF on the Settings screen, with real widgets: certificate, time stamp, letters, sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from likeness.acts.licences.kept_wishes import kept_authority, kept_wishes, name_authority
from likeness.acts.licences.paper_wishes import request_certificate
from tests.fakes.agency import as_bag, certified
from tests.fakes.album import unlike
from tests.ui.test_window import nameless
from ui.kit.look.theme import Scheme, theme
from ui.kit.words import choose_language
from ui.screens.settings.view import SettingsView

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("no_letters")]


@pytest.fixture
def settings(window, qtbot):
    window.shell.go("settings")
    page = window.shell.page_of("settings")
    qtbot.waitUntil(lambda: bool(page._state.paper.certificate), timeout=20_000)
    page.show_one("paper")
    return page


def test_an_address_is_typed_checked_named_and_given_up(settings, registry, qtbot):
    office, part = registry[0], settings._paper
    assert not part.use.isEnabled()
    qtbot.keyClicks(part.address, "example.org")
    qtbot.keyClick(part.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.field._words.text().startswith("example.org is not the address"), timeout=20_000)
    assert (part.address.text(), kept_authority(office.desk)) == ("example.org", "")
    part.address.setText("https://tsa.example.org")
    assert part.field._words.text() == ""
    part.use.click()
    qtbot.waitUntil(lambda: "https://tsa.example.org" in part.words.text(), timeout=20_000)
    assert not part.use.isEnabled()
    part.address.setText("https://tsa.exam")
    settings.refresh()
    qtbot.wait(50)
    assert part.address.text() == "https://tsa.exam"
    part.address.clear()
    assert part.use.text() == "Ask nobody"
    part.use.click()
    qtbot.waitUntil(lambda: kept_authority(office.desk) == "", timeout=20_000)


def test_a_locked_certificate_is_chosen_opened_and_given_up(settings, registry, qtbot, tmp_path, monkeypatch):
    office, line = registry[0], settings._paper.certificate
    bag = tmp_path / "agency.p12"
    bag.write_bytes(as_bag(certified(office.do(request_certificate, tmp_path / "a.pem").value.read_bytes()), "secret"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(bag), ""))
    assert not line.locked.isVisibleTo(settings)
    line._choose()
    assert line.locked.isVisibleTo(settings)
    qtbot.keyClicks(line.passphrase, "wrong")
    qtbot.keyClick(line.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "passphrase is wrong" in line.field._words.text(), timeout=20_000)
    line.passphrase.setText("secret")
    assert line.field._words.text() == ""
    line._open()
    qtbot.waitUntil(lambda: "Halden Roe Talent" in line.words.text(), timeout=20_000)
    assert (line.locked.isVisibleTo(settings), line.passphrase.text()) == (False, "")
    assert line.own.isVisibleTo(settings)
    line.own.click()
    qtbot.waitUntil(lambda: kept_wishes(office.desk).own and not line.own.isVisibleTo(settings), timeout=20_000)


def test_request_and_sheet_are_saved_and_a_wrong_font_is_told(settings, qtbot, tmp_path, monkeypatch):
    part = settings._paper
    for do, name in ((part.certificate._request, "a.pem"), (part.save.click, "a.pdf")):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, path=path: (str(path), ""))
        with qtbot.waitSignal(settings.said, timeout=20_000):
            do()
        assert path.stat().st_size > 100
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(tmp_path / "a.pem"), ""))
    with qtbot.waitSignal(settings.failed, timeout=20_000) as told:
        part.add.click()
    assert told.args[0].code == "unknown-font"
    assert not settings._working.isVisible()


def test_every_control_of_the_section_has_a_name(settings):
    assert list(nameless(settings)) == []


@pytest.mark.parametrize(("scheme", "tongue"), [("light", "en"), ("dark", "en"), ("light", "fr")])
def test_the_section_looks_as_it_was_drawn(dressed, registry, qtbot, scheme, tongue):
    from ui.kit.background.jobs import Jobs

    theme().choose(Scheme(scheme))
    choose_language(tongue)
    registry[0].do(name_authority, "https://tsa.example.org/rfc3161")
    jobs = Jobs()
    page = SettingsView(registry[0], jobs)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: bool(page._state.paper.certificate), timeout=20_000)
    page.ask_passphrase("agency.p12")
    page.paper_wrong("passphrase", "No.")
    page._paper.certificate.print.show_print("\n".join(["0123 4567 89ab cdef 0123 4567 89ab cdef"] * 2))
    page._paper.certificate.passphrase.clearFocus()  # a cursor that blinks is in no picture
    qtbot.wait(50)
    wrong = unlike(page._paper, f"settings-paper-{scheme}-{tongue}")
    jobs.rest()
    choose_language("en")
    theme().choose(Scheme.LIGHT)
    assert not wrong
