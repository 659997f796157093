"""The button “Read it to me”: there where a voice is, reading the plain words, silent by itself and with the page."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QObject

from tests.fakes.album import unlike
from tests.fakes.reciter import heard_by, reciter
from tests.ui.test_text_size import entered
from ui.kit.sound import read_aloud as room
from ui.kit.sound.read_aloud import ReadAloud
from ui.kit.sound.speech_child import find_voice, read_aloud
from ui.kit.sound.speech_codes import END, NONE, READY
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
REVIEW, WAIT = 6, 20_000
MOCK = (sys.executable, "-m", "ui.kit.sound.speech_child", "en", "mock")


class Told:
    def __init__(self, aloud):
        self.able: list[bool] = []
        self.reading: list[bool] = []
        aloud.able.connect(self.able.append)
        aloud.reading.connect(self.reading.append)


@pytest.fixture
def voice(qtbot, dressed, tmp_path):
    """Make one that reads in some way; gives (it, what it told, where what was read is written down)."""
    made: list[ReadAloud] = []

    def begin(how="quick"):
        aloud = ReadAloud(holder, reciter(tmp_path / "heard", how))
        made.append(aloud)
        return aloud, Told(aloud), tmp_path / "heard"

    holder = QObject()
    yield begin
    for one in made:
        one.stop()


def test_a_text_is_read_and_its_end_is_told(qtbot, voice):
    aloud, told, book = voice()
    aloud.look("fr")
    qtbot.waitUntil(lambda: told.able == [True], timeout=WAIT)
    aloud.toggle("Elles peuvent créer,\ndès le 1er mars.")
    qtbot.waitUntil(lambda: told.reading == [True, False], timeout=WAIT)
    assert heard_by(book) == [("fr", "Elles peuvent créer,\ndès le 1er mars.")]
    aloud.toggle("Encore.")  # at once, before the next voice is ready
    qtbot.waitUntil(lambda: told.reading == [True, False, True, False], timeout=WAIT)
    assert heard_by(book)[1:] == [("fr", "Encore.")]


def test_the_same_again_silences_it_and_then_reads_anew(qtbot, voice):
    aloud, told, book = voice("slow")
    aloud.look("en")
    aloud.toggle("All of it.")
    qtbot.waitUntil(lambda: len(heard_by(book)) == 1, timeout=WAIT)
    aloud.toggle("All of it.")
    assert heard_by(book)[-1] == ("en", "silent")  # it was told so, and not only ended: a server may speak for it
    assert told.reading == [True, False]
    assert aloud._process is not None  # the next one is on its way
    aloud.toggle("All of it.")
    qtbot.waitUntil(lambda: len(heard_by(book)) == 3, timeout=WAIT)


def test_silence_before_it_was_ready_is_silence(qtbot, voice):
    aloud, told, book = voice("slow")
    aloud.look("en")
    aloud.toggle("All of it.")
    aloud.stop()
    qtbot.wait(300)
    assert (heard_by(book), told.reading, aloud._process) == ([], [True, False], None)


@pytest.mark.parametrize(("how", "language"), [("none", "en"), ("quick", "de")])
def test_without_a_voice_it_says_so_and_rests(qtbot, voice, how, language):
    aloud, told, _book = voice(how)
    aloud.look(language)
    qtbot.waitUntil(lambda: told.able == [False], timeout=WAIT)
    assert aloud._process is None


def test_a_voice_that_falls_is_no_voice_any_more(qtbot, voice, dressed, tmp_path):
    aloud, told, _book = voice("falls")
    aloud.look("en")
    qtbot.waitUntil(lambda: told.able == [True], timeout=WAIT)
    aloud.toggle("All of it.")
    qtbot.waitUntil(lambda: told.able == [True, False], timeout=WAIT)
    assert told.reading == [True, False]
    holder = QObject()
    nowhere = ReadAloud(holder, (str(tmp_path / "nowhere"),))
    told = Told(nowhere)
    nowhere.look("en")
    qtbot.waitUntil(lambda: told.able == [False], timeout=WAIT)


def speaks():
    """Skip where QtTextToSpeech is not, or a library that it needs; asked in a process of its own."""
    if subprocess.run([sys.executable, "-c", "import PySide6.QtTextToSpeech"], check=False).returncode:
        pytest.skip("no QtTextToSpeech here")


def test_the_real_process_reads_with_qts_own_engine_for_tests():
    """Ten words take it a second."""
    speaks()
    done = subprocess.run(MOCK, input='"one two three four five six seven eight nine ten"\n', capture_output=True,
                          text=True, check=True, timeout=60)  # fmt: skip
    assert done.stdout.split() == [READY]  # its input ended with the text: it is silent, and says no end
    begun = time.monotonic()
    with subprocess.Popen(MOCK, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().strip() == READY
        process.stdin.write('"one two three four five six seven eight nine ten"\n')
        process.stdin.flush()
        assert process.stdout.readline().strip() == END
        process.stdin.close()
    assert time.monotonic() - begun > 1.0
    other = subprocess.run([*MOCK[:3], "fr", "mock"], capture_output=True, text=True, check=True, timeout=60)
    assert other.stdout.split() == [NONE]


def test_qts_engine_for_tests_is_never_taken_for_a_voice():
    speaks()
    asked = """if True:
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtTextToSpeech import QTextToSpeech
        here = QCoreApplication([])
        print(*QTextToSpeech.availableEngines())"""
    engines = _said([sys.executable, "-c", asked])
    assert "mock" in engines
    others = [one for one in engines if one != "mock" and _said([*MOCK[:3], "fi", one]) == [READY]]
    assert _said([*MOCK[:3], "fi", "mock"]) == [READY]
    assert _said([*MOCK[:3], "fi"]) == ([READY] if others else [NONE])


def _said(words):
    return subprocess.run(words, input="", capture_output=True, text=True, check=True, timeout=60).stdout.split()


def test_without_qttexttospeech_there_is_no_voice(monkeypatch):
    import PySide6

    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    monkeypatch.delattr(PySide6, "QtTextToSpeech", raising=False)
    assert find_voice("en", (), lambda: None) is None


class Engine:
    """Stands for QTextToSpeech: ready after some turns, with voices of some languages."""

    State = SimpleNamespace(Ready="ready", Error="error", Speaking="speaking")

    def __init__(self, name):
        self.name, self.asked, self.said, self.silent = name, 0, [], False

    @classmethod
    def availableEngines(cls):  # noqa: N802 - Qt's name, as below
        return ["mock", "broken", "slow"]

    def state(self):
        self.asked += 1
        return self.State.Error if self.name == "broken" else self.State.Ready if self.asked > 5 else "starting"

    def availableLocales(self):  # noqa: N802
        return [QLocale(one) for one in ("de_DE", "fr_CA", "fr_FR")]

    def setLocale(self, locale):  # noqa: N802
        self.locale = locale.name()

    def say(self, text):
        self.said.append(text)

    def stop(self):
        self.silent = True


def test_the_first_engine_with_a_voice_of_the_language_is_taken_of_the_own_country_if_there_is_one(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", SimpleNamespace(QTextToSpeech=Engine))
    turns: list[int] = []
    found = find_voice("fr", (), lambda: turns.append(1))
    assert (found.name, found.locale, bool(turns)) == ("slow", "fr_CA", True)
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_FR"))
    assert find_voice("fr", (), lambda: None).locale == "fr_FR"
    assert find_voice("es", (), lambda: None) is None


def test_it_is_silent_when_its_input_ends():
    engine, said = Engine("slow"), list[str]()
    read_aloud(engine, io.StringIO(""), said.append, lambda: time.sleep(0.001))
    assert (engine.said, engine.silent, said) == ([], True, [])


@pytest.fixture
def review(demo_window, qtbot, monkeypatch, tmp_path):
    """The review of the draft of the demo, with a voice that reads in some way."""

    def opened(how, tongue="en"):
        monkeypatch.setattr(room, "SPEAKS", reciter(tmp_path / "heard", how))
        window = entered(demo_window, 100, tongue)
        window.shell.open_wizard("2026-0007")
        window.shell.front.jump(REVIEW)
        settle(window)
        return window.shell.front, tmp_path / "heard"

    return opened


@pytest.mark.parametrize(("tongue", "words"), [
    ("en", ("Read it to me", "Stop reading")), ("fr", ("Me le lire", "Arrêter la lecture"))
])  # fmt: skip
def test_the_review_is_read_in_plain_words_and_stopped_by_the_same_button(review, qtbot, tongue, words):
    wizard, book = review("slow", tongue)
    button = wizard._read
    qtbot.waitUntil(button.isVisible, timeout=WAIT)
    assert (button.text(), button.accessibleName()) == (words[0], words[0])
    button.click()
    qtbot.waitUntil(lambda: len(heard_by(book)) == 1, timeout=WAIT)
    assert (button.text(), button.accessibleName()) == (words[1], words[1])
    assert heard_by(book) == [(tongue, "".join(text for text, _mark in wizard._presenter._state.plain))]
    assert "Tern Island" in heard_by(book)[0][1]
    assert not unlike(wizard.window(), f"review-read-{tongue}")
    button.click()
    assert (button.text(), heard_by(book)[-1]) == (words[0], (tongue, "silent"))


def leave_by_step(wizard, _window):
    wizard.jump(2)


def leave_wizard(wizard, _window):
    wizard.leave()


def lock(_wizard, window):
    window.lock()


@pytest.mark.parametrize("leave", [leave_by_step, leave_wizard, lock])
def test_it_is_silent_when_the_review_is_left(review, demo_window, qtbot, leave):
    wizard, book = review("slow")
    qtbot.waitUntil(wizard._read.isVisible, timeout=WAIT)
    wizard._read.click()
    qtbot.waitUntil(lambda: len(heard_by(book)) == 1, timeout=WAIT)
    leave(wizard, demo_window)
    qtbot.waitUntil(lambda: heard_by(book)[-1] == ("en", "silent"), timeout=WAIT)


@pytest.mark.parametrize("step", [0, 3])
def test_no_voice_is_looked_for_on_other_pages(review, step):
    wizard, _book = review("slow")
    wizard.jump(step)
    assert wizard._read._aloud._process is None
    assert not wizard._read.isVisible()


def test_where_there_is_no_voice_there_is_no_button(review, qtbot):
    wizard, _book = review("none")
    qtbot.waitUntil(lambda: wizard._read._aloud._process is None, timeout=WAIT)
    assert not wizard._read.isVisible()
