"""A voice is heard from the list by Space, and silenced by Space, Esc, another likeness, another screen or the lock."""

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from likeness.acts.doubles.record_double import NewDouble, record_double
from seeds.demo import PASSPHRASE as OF_THE_DEMO
from tests.fakes.album import unlike
from tests.fakes.offices import PASSPHRASE
from tests.fakes.speaker import speaker
from tests.fakes.stills import write_still
from ui.kit.fields.fields import Choice
from ui.kit.sound import voice_player
from ui.pictures import settle
from ui.screens.doubles.voice_part import VoicePart
from ui.screens.doubles.wave import Wave

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY, WAIT = Qt.Key, 20_000


@pytest.fixture
def sounds(monkeypatch, tmp_path):
    """Choose how the loudspeaker is; what it heard lies in the file that comes back."""

    def choose(how):
        monkeypatch.setattr(voice_player, "PLAYS", speaker(tmp_path / "heard", how))
        return tmp_path / "heard"

    choose("stuck")
    return choose


@pytest.fixture
def takes(window, tmp_path):
    """Two recordings of one likeness, of 2 and 3 seconds, and another likeness."""
    paths = [tmp_path / f"take-{number}.wav" for number in (1, 2)]
    for seconds, path in zip((2, 3), paths, strict=True):
        loud = np.linspace(0, 20_000, 8_000 * seconds) * np.sin(np.arange(8_000 * seconds) / 9)
        soundfile.write(path, loud.astype(np.int16), 8_000)
    note = tmp_path / "note.txt"
    note.write_text("a note")
    window.office.do(record_double, NewDouble("a-voice", "voice-recording", "A voice", paths=tuple(paths)))
    window.office.do(record_double, NewDouble("b-walk", "motion-capture", "A walk", paths=(note,)))
    return paths


@pytest.fixture
def doubles(window, qtbot, sounds, takes):
    """The screen in front, its list in focus on the likeness with two recordings."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.go("doubles")
    screen = window.shell.page_of("doubles")
    screen.show_one("a-voice")
    screen._gallery.setFocus()
    qtbot.waitUntil(lambda: screen.shown() == "a-voice")
    return screen


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def part(screen):
    return screen._pane.findChildren(VoicePart)[-1]


def heard(screen):
    return screen._presenter._state.heard


def plays(qtbot, screen):
    """Press Space, and wait until half a second was heard."""
    press(qtbot, KEY.Key_Space)
    qtbot.waitUntil(lambda: part(screen)._wave._heard > 0.1, timeout=WAIT)
    assert heard(screen)


def silent(screen):
    """Tell whether no process plays any more, and where a recording is shown, that it can be played."""
    offered = [one._button.text() for one in screen._pane.findChildren(VoicePart)[-1:]]
    return not heard(screen) and screen._player._process is None and offered in ([], ["Play"])


def test_space_plays_from_the_list_to_the_end(doubles, qtbot, sounds, takes):
    file = sounds("quick")
    screen_words = lambda: (part(doubles)._button.text(), part(doubles)._place.text())
    assert screen_words() == ("Play", "0:00 of 0:02")
    doubles._player._words = voice_player.PLAYS
    press(qtbot, KEY.Key_Space)
    qtbot.waitUntil(lambda: screen_words() == ("Stop", "0:01 of 0:02"), timeout=WAIT)
    qtbot.waitUntil(lambda: silent(doubles), timeout=WAIT)
    assert screen_words() == ("Play", "0:00 of 0:02")
    assert np.array_equal(np.fromfile(file, "<i2"), soundfile.read(takes[0], dtype="int16")[0])


def leave_by_arrow(qtbot, _window, screen):
    before = screen._presenter._state.detail.id
    press(qtbot, KEY.Key_Right if screen._gallery.currentIndex().row() == 0 else KEY.Key_Left)
    assert screen._presenter._chosen != before


def leave_the_pane(qtbot, _window, screen):
    part(screen)._button.setFocus()
    press(qtbot, KEY.Key_Escape)
    assert screen._gallery.hasFocus()


def choose_the_other(_qtbot, _window, screen):
    part(screen).findChild(Choice).setCurrentIndex(1)


LEAVES = {
    "space": lambda qtbot, window, screen: press(qtbot, KEY.Key_Space),
    "esc": lambda qtbot, window, screen: press(qtbot, KEY.Key_Escape),
    "esc in the pane": leave_the_pane,
    "the button": lambda qtbot, window, screen: part(screen)._button.click(),
    "another likeness": leave_by_arrow,
    "another recording": choose_the_other,
    "another screen": lambda qtbot, window, screen: window.shell.go("uses"),
    "the wizard": lambda qtbot, window, screen: window.shell.open_wizard(),
}


@pytest.mark.parametrize("leave", LEAVES)
def test_it_is_silent_at_once_by(doubles, qtbot, window, leave):
    plays(qtbot, doubles)
    process = doubles._player._process
    LEAVES[leave](qtbot, window, doubles)
    assert process.processId() == 0  # no one turn of the loop later
    assert silent(doubles)


def test_the_lock_silences_it(doubles, qtbot, window):
    plays(qtbot, doubles)
    process = doubles._player._process
    window.lock()
    assert process.processId() == 0
    assert doubles._player._process is None  # before the screen itself is gone
    window.enter(window.open_office(PASSPHRASE), "doubles")
    assert silent(window.shell.page_of("doubles"))


def test_esc_in_the_search_empties_it_and_the_voice_goes_on(doubles, qtbot):
    plays(qtbot, doubles)
    doubles._search.setFocus()
    qtbot.keyClicks(doubles._search, "voice")
    press(qtbot, KEY.Key_Escape)
    assert (doubles._search.text(), bool(heard(doubles))) == ("", True)
    doubles._player.stop()


def test_the_other_recording_has_its_own_wave_and_length(doubles, qtbot, takes):
    choose_the_other(qtbot, None, doubles)
    assert part(doubles)._place.text() == "0:00 of 0:03"
    assert part(doubles)._wave._peaks == doubles._presenter._state.detail.voices[1].peaks
    plays(qtbot, doubles)
    assert heard(doubles) == str(takes[1])
    press(qtbot, KEY.Key_Space)


def test_one_that_changed_says_so_and_nothing_is_heard(doubles, qtbot, takes):
    soundfile.write(takes[0], np.zeros(16_000, np.int16), 8_000)
    press(qtbot, KEY.Key_Space)

    def there():
        said = [one.text() for box in QApplication.topLevelWidgets() if isinstance(box, QDialog) and box.isVisible()
                for one in box.findChildren(QLabel)]  # fmt: skip
        return "take-1.wav: This recording has changed since it was recorded here, so it is not played." in said

    qtbot.waitUntil(there, timeout=WAIT)
    assert silent(doubles)
    next(box for box in QApplication.topLevelWidgets() if isinstance(box, QDialog) and box.isVisible()).close()


def test_without_an_output_one_plain_sentence_says_so(doubles, qtbot, window, sounds):
    sounds("no-output")
    doubles._player._words = voice_player.PLAYS
    press(qtbot, KEY.Key_Space)
    qtbot.waitUntil(lambda: window.shell._toast._words.text() == "This computer has no sound output.", timeout=WAIT)
    assert silent(doubles)


def test_where_there_is_no_voice_space_does_nothing(doubles, qtbot):
    doubles.show_one("b-walk")
    press(qtbot, KEY.Key_Space)  # the pane still shows the voice that was left
    assert silent(doubles)
    qtbot.waitUntil(lambda: doubles._presenter._state.detail.id == "b-walk")
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Escape)
    assert silent(doubles)
    assert doubles._pane.findChildren(VoicePart) == [] or not part(doubles).isVisible()


def test_what_is_seen_can_be_heard_too(doubles, qtbot, window, takes, tmp_path):
    still = write_still(tmp_path / "face.png")
    window.office.do(record_double, NewDouble("c-both", "full-double", "All of her", paths=(still, takes[0])))
    doubles.show_one("c-both")
    doubles._gallery.setFocus()
    qtbot.keyClick(doubles._gallery, KEY.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    names = lambda: [one.accessibleName() for one in doubles._pane.findChildren(QLabel) if one.isVisible()]
    qtbot.waitUntil(lambda: "Picture of All of her" in names())
    plays(qtbot, doubles)
    press(qtbot, KEY.Key_Escape)
    assert silent(doubles)


def test_the_wave_shows_what_was_heard(dressed, qtbot):
    wave = Wave(bytes([129, 127] * 480))
    qtbot.addWidget(wave)
    wave.resize(340, 56)
    colours = lambda: [wave.grab().toImage().pixelColor(x, 28).name() for x in (1, 338 - 3)]
    whole = colours()
    wave.show_place(0.5)
    assert (colours()[0] == whole[0], colours()[1] == whole[1]) == (True, False)
    wave.show_place(None)
    assert colours() == whole


@pytest.mark.parametrize(("scheme", "tongue"), [("light", "en"), ("dark", "fr")])
def test_a_voice_that_is_played_looks_as_it_was_drawn(demo_window, qtbot, sounds, scheme, tongue):
    shown, office = demo_window, demo_window.open_office(OF_THE_DEMO)
    office.registry.settings.put("theme", scheme)
    office.registry.settings.put("language", tongue)
    shown.enter(office, "doubles")
    shown.show()
    settle(shown)
    screen = shown.shell.page_of("doubles")
    screen._pane.play()
    qtbot.waitUntil(lambda: part(screen)._wave._heard > 0.1, timeout=WAIT)
    screen._pane.move_to(2.5)
    assert not unlike(shown, f"hearing-{scheme}-{tongue}")
    screen._player.stop()
