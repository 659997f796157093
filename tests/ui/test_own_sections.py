"""You, Backups and Data on the Settings screen, with real widgets; and as they are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from likeness.acts.backups.back_up import ENDING
from likeness.acts.backups.backup_wish import backup_wish
from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.trust_book import confirm_card
from likeness.seal.keys import PublicKey
from seeds.demo import PASSPHRASE
from tests.fakes.album import unlike
from tests.fakes.hands import dialog
from tests.fakes.offices import an_office
from tests.ui.test_window import nameless
from ui.kit.parts.notes import Note
from ui.pictures import settle
from ui.screens.contacts.own_card import OwnCardDialog

ABOVE = 480  # pixels above the section of backups
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def settings(active, qtbot):
    active.shell.go("settings")
    page = active.shell.page_of("settings")
    qtbot.waitUntil(lambda: bool(page._state.packs))
    return page


def press(qtbot, settings, key, part):
    settings.show_one(key)
    settle(settings.window())
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def test_the_digits_are_those_of_the_card_and_a_press_shows_it(settings, registry, qtbot):
    assert settings.you.digits.text() == PublicKey(registry[0].owner.public_key).digits
    assert (settings.you.name.text(), settings.you.role.text()) == ("Liora Vantreight", "Performer")
    press(qtbot, settings, "you", settings.you.card)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in settings.window().findChildren(OwnCardDialog)))
    dialog(settings.window(), OwnCardDialog).reject()


def test_who_is_trusted_follows_contacts_and_a_press_leads_there(settings, registry, qtbot, tmp_path):
    office, _folder, clock = registry
    trust, shell = settings.trust, settings.window().shell
    qtbot.waitUntil(lambda: trust.words.text() == "You trust nobody yet")
    agent = an_office(tmp_path / "agent", "Halden & Roe <b>", "agent", clock)
    card = agent.registry.owner.get().card
    agent.close()
    office.do(take_in, card)
    qtbot.waitUntil(lambda: "1 card waits for your answer" in seen(trust), timeout=20_000)
    office.do(confirm_card, card)
    says = ["You trust 1 signer", "Halden & Roe <b>", "Confirmed by you on 11 April 2026"]
    qtbot.waitUntil(lambda: seen(trust) == says, timeout=20_000)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in trust.findChildren(QLabel) if one.isVisible())
    press(qtbot, settings, "trust", trust.open)
    assert shell.here == "contacts"
    shell.way.back()
    assert shell.here == "settings"


def seen(part):
    return [one.text() for one in part.findChildren(QLabel) if one.isVisible() and one.text()]


def test_every_week_asks_for_a_folder_once_and_then_holds(settings, registry, qtbot, monkeypatch, tmp_path):
    office, part = registry[0], settings.backups
    asked = []

    def nowhere(*given):
        asked.append(given)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", nowhere)
    press(qtbot, settings, "backup", part.every._parts["week"])
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert part.every._parts[""].isChecked()
    assert not part.folder.isVisible()
    folder = tmp_path / "Blue stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    with qtbot.waitSignal(settings.said, timeout=20_000) as told:
        press(qtbot, settings, "backup", part.every._parts["week"])
    assert told.args == ["A backup is made in Blue stick every week"]
    assert (backup_wish(office.registry).every, part.folder.text()) == ("week", str(folder))
    assert part.folder.isVisible()
    with qtbot.waitSignal(settings.said, timeout=20_000):
        press(qtbot, settings, "backup", part.every._parts[""])
    assert backup_wish(office.registry).every == ""
    assert not part.folder.isVisible()


def test_after_one_by_hand_it_offers_the_next_ones(settings, registry, qtbot, monkeypatch, tmp_path):
    part, file = settings.backups, tmp_path / "stick" / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    assert not part.weekly.isVisible()
    with qtbot.waitSignal(settings.said, timeout=20_000) as told:
        press(qtbot, settings, "backup", part.save)
    assert told.args == [f"Backup written to mine{ENDING} and read back"]
    assert file.with_name(f"mine{ENDING}").exists()
    assert part.weekly.isVisible()
    with qtbot.waitSignal(settings.said, timeout=20_000):
        press(qtbot, settings, "backup", part.weekly)
    assert not part.weekly.isVisible()
    assert backup_wish(registry[0].registry).folder == file.parent


def test_a_check_answers_in_its_section_and_can_be_asked_again(settings, qtbot):
    part = settings.data
    for _ask in range(2):
        press(qtbot, settings, "data", part.check)
        qtbot.waitUntil(lambda: part.check.isEnabled() and bool(part.findChildren(Note)), timeout=20_000)
        settle(settings.window())
        [note] = [one for one in part.findChildren(Note) if one.isVisible()]
        assert note.accessibleName() == "Everything in this registry is as it was recorded."


def test_all_uses_are_saved_where_she_says(settings, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "uses.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), "CSV (*.csv)"))
    with qtbot.waitSignal(settings.said, timeout=20_000) as told:
        press(qtbot, settings, "data", settings.data.save)
    assert told.args == ["3 uses saved in uses.csv"]
    assert path.exists()


def test_every_control_has_a_name(settings):
    assert list(nameless(settings)) == []


@pytest.mark.parametrize(("scheme", "tongue"), [("light", "en"), ("dark", "en"), ("light", "fr")])
def test_backups_and_data_look_as_they_were_drawn(demo_window, qtbot, monkeypatch, tmp_path, scheme, tongue):
    """A folder is chosen; where the test lies is no part of the picture."""
    shown, office = demo_window, demo_window.open_office(PASSPHRASE)
    office.registry.settings.put("theme", scheme)
    office.registry.settings.put("language", tongue)
    shown.enter(office, "settings")
    shown.show()
    settle(shown)
    page = shown.shell.page_of("settings")
    folder = tmp_path / "Blue stick"
    folder.mkdir()
    page.backups.choosing.put_in(folder, "week")
    settle(shown)
    shown.shell._toast.hide()
    page.backups.folder.setText("Blue stick")
    page.backups.disk.hide()
    settle(shown)  # as high as these words need, not as the folder of the test
    bar = page._scroll.verticalScrollBar()
    bar.setValue(page.backups.mapTo(page._scroll.widget(), QPoint()).y() - ABOVE)
    settle(shown)
    wrong = [unlike(shown, f"settings-backup-{scheme}-{tongue}")]
    page.data.check.click()
    settle(shown)
    page.data._folder.setText("Likeness")
    page.data._files.setText("liora.registry · liora.registry.vault")  # its size changes with every release
    bar.setValue(bar.maximum())
    settle(shown)
    wrong.append(unlike(shown, f"settings-data-{scheme}-{tongue}"))
    assert not any(wrong), "\n".join(filter(None, wrong))
