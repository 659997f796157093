"""Pictures among the evidence, by key and by mouse: hidden, shown, seen larger, and hidden again by the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from likeness.acts.uses.add_evidence import add_evidence
from seeds.demo import PASSPHRASE as OF_THE_DEMO
from tests.fakes.album import unlike
from tests.fakes.hands import gone
from tests.fakes.offices import PASSPHRASE
from tests.fakes.stills import DUSK, HARBOUR, write_still
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll
from ui.pictures import settle
from ui.screens.uses.picture_dialog import PictureDialog
from ui.screens.uses.thumb import Thumb

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY, CTRL_SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def files(tmp_path):
    return [write_still(tmp_path / "harbour.png"), write_still(tmp_path / "dusk.webp", DUSK, (40, 120))]


@pytest.fixture
def uses(window, qtbot, files):
    """The screen in front, on a use with two stills."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.go("uses")
    screen = window.shell.page_of("uses")
    qtbot.waitUntil(lambda: screen._state.detail is not None)
    for file in files:
        window.office.do(add_evidence, screen._state.detail.id, file)
    qtbot.waitUntil(lambda: len(screen._state.detail.evidence) == 2)
    return screen


def thumbs(screen):
    return [one for one in screen.findChildren(Thumb) if one.isVisible()]


def press(qtbot, key, how=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, how)


def dialog(qtbot, screen):
    def there():
        return next((one for one in screen.findChildren(PictureDialog) if one.isActiveWindow()), None)

    qtbot.waitUntil(lambda: there() is not None, timeout=20_000)
    return there()


def test_they_are_hidden_until_the_key_and_hidden_again_by_it(uses, qtbot):
    assert thumbs(uses) == []
    press(qtbot, KEY.Key_H, CTRL_SHIFT)
    qtbot.waitUntil(lambda: len(thumbs(uses)) == 2, timeout=20_000)
    assert [one.accessibleName() for one in thumbs(uses)] == ["Show harbour.png larger", "Show dusk.webp larger"]
    middle = thumbs(uses)[0].grab().toImage().pixelColor(8, 40)
    assert (middle.red(), middle.green(), middle.blue()) == HARBOUR
    press(qtbot, KEY.Key_H, CTRL_SHIFT)
    assert thumbs(uses) == []


def test_enter_on_one_shows_it_larger_and_esc_closes_it(uses, qtbot, window):
    (eye,) = [one for one in uses.findChildren(Button) if one.text() == "Show pictures"]
    eye.click()
    qtbot.waitUntil(lambda: len(thumbs(uses)) == 2, timeout=20_000)
    second = thumbs(uses)[1]
    second.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, KEY.Key_Return)
    shown = dialog(qtbot, uses)
    (picture,) = [one for one in shown.findChildren(QLabel) if one.accessibleName()]
    assert (picture.accessibleName(), picture.pixmap().height()) == ("Picture: dusk.webp", 120)
    assert QApplication.focusWidget().accessibleName() == "Close"
    press(qtbot, KEY.Key_Escape)
    assert gone(shown) or not shown.isVisible()
    assert window.focusWidget() is second
    qtbot.keyClick(second, KEY.Key_Space)
    dialog(qtbot, uses).reject()


def test_a_picture_larger_than_the_window_is_made_to_fit(uses, qtbot, window, tmp_path):
    wide = write_still(tmp_path / "wide.png", sides=(4000, 3000))
    window.office.do(add_evidence, uses._state.detail.id, wide)
    qtbot.waitUntil(lambda: len(uses._state.detail.evidence) == 3)
    press(qtbot, KEY.Key_H, CTRL_SHIFT)
    qtbot.waitUntil(lambda: len(thumbs(uses)) == 3, timeout=20_000)
    thumbs(uses)[2].click()
    shown = dialog(qtbot, uses)
    assert shown.width() < window.width()
    assert shown.height() < window.height()
    shown.reject()


def test_one_that_changed_says_so_in_words(uses, qtbot, files):
    write_still(files[0], DUSK)
    press(qtbot, KEY.Key_H, CTRL_SHIFT)
    said = lambda: [one.text() for one in uses.findChildren(QLabel) if one.isVisible()]
    qtbot.waitUntil(lambda: any(words.startswith("Changed since it was added · ") for words in said()), timeout=20_000)
    qtbot.waitUntil(lambda: len(thumbs(uses)) == 1, timeout=20_000)
    assert "harbour.png has changed since it was added." in said()


def test_the_lock_hides_them(uses, qtbot, window):
    press(qtbot, KEY.Key_H, CTRL_SHIFT)
    qtbot.waitUntil(lambda: len(thumbs(uses)) == 2, timeout=20_000)
    use = uses._state.detail.id
    window.lock()
    window.enter(window.open_office(PASSPHRASE), "uses")
    again = window.shell.page_of("uses")
    again.show_one(use)
    qtbot.waitUntil(lambda: again._state.detail is not None and len(again._state.detail.evidence) == 2)
    assert (thumbs(again), again._state.pictures) == ([], False)


def test_the_lock_takes_the_larger_one_away_too(uses, qtbot, window):
    press(qtbot, KEY.Key_H, CTRL_SHIFT)
    qtbot.waitUntil(lambda: len(thumbs(uses)) == 2, timeout=20_000)
    thumbs(uses)[0].click()
    shown = dialog(qtbot, uses)
    window.lock()
    qtbot.waitUntil(lambda: gone(shown))
    window.enter(window.open_office(PASSPHRASE), "uses")


@pytest.mark.parametrize(("scheme", "tongue"), [("light", "en"), ("dark", "fr")])
def test_they_look_as_they_were_drawn(demo_window, qtbot, files, scheme, tongue):
    """Two stills, one file that is gone, one that cannot be shown; the second still larger."""
    shown, office = demo_window, demo_window.open_office(OF_THE_DEMO)
    office.registry.settings.put("theme", scheme)
    office.registry.settings.put("language", tongue)
    shown.enter(office, "uses")
    shown.show()
    settle(shown)
    uses = shown.shell.page_of("uses")
    away, odd = (files[0].with_name(name) for name in ("away.jpg", "odd.png"))
    write_still(away, (9, 9, 9)), odd.write_bytes(b"no picture")
    for file in (*files, away, odd):
        office.do(add_evidence, uses._state.detail.id, file)
    away.unlink()
    qtbot.waitUntil(lambda: len(uses._state.detail.evidence) == 4, timeout=20_000)
    uses._presenter.toggle_pictures()
    qtbot.waitUntil(lambda: len(uses._state.sights) == 4 and bool(uses._state.detail.evidence[2].state), timeout=20_000)
    settle(shown)
    (eye,) = [one for one in uses.findChildren(Button) if one.isVisible() and one._icon == "eye"]
    uses._pane.findChild(Scroll).ensureWidgetVisible(eye)
    settle(shown)
    assert not unlike(shown, f"evidence-{scheme}-{tongue}")
