"""The foot of the navigation: how old the backup is, amber when it is old; a press leads to where one is made."""

import pytest
from PySide6.QtCore import Qt

from likeness.acts.backups.back_up import back_up
from tests.fakes.hands import let_days_go
from ui.kit.look.theme import tint

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def amber(age):
    """Tell whether something of it is painted in amber."""
    picture, wanted = age.grab().toImage(), tint("amber").rgb()
    return any(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))


def test_the_age_of_the_backup_is_read_again_and_grows_old(window, qtbot, registry, tmp_path):
    office, _folder, clock = registry
    age = window.shell._navigation.backup.age
    assert age.text() == "No backup yet"
    assert amber(age)
    office.do(back_up, tmp_path / "a.likeness-backup")
    qtbot.waitUntil(lambda: age.text() == "Backup from today")
    assert not amber(age)
    let_days_go(window, clock, 8)
    window.shell.go("uses")
    assert age.text() == age.accessibleName() == "Last backup 8 days ago"
    assert amber(age)


@pytest.mark.parametrize("wide", [1024, 1280])
def test_a_press_leads_to_settings_in_the_rail_too(window, qtbot, wide):
    window.resize(wide, 640)
    age = window.shell._navigation.backup.age
    qtbot.mouseClick(age, Qt.MouseButton.LeftButton)
    assert window.shell.here == "settings"
    assert amber(age)


def test_in_french_its_words_have_room(window, qtbot, registry):
    _office, _folder, clock = registry
    window.wish("language", "fr")
    let_days_go(window, clock, 900)
    age = window.shell._navigation.backup.age
    for made in (clock.now(), None):
        if made:
            window.office.registry.settings.put("backup.at", "2024-03-02T09:00:00+00:00")
        window.shell.go("uses")
        assert age.fontMetrics().horizontalAdvance(age.text()) <= age.width() - 54, age.text()
