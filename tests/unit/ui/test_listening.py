"""Which recording is heard: one at a time, opened off the window's thread, silent with whatever it belongs to."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile

from likeness.acts.doubles.record_double import NewDouble, record_double
from tests.fakes.film import Straight, filmed, told
from ui.kit.sound.sound_codes import SILENT
from ui.screens.doubles.listening import Listening, output_words
from ui.screens.doubles.presenter import DoublesPresenter
from ui.screens.doubles.reading import clock_text


@pytest.fixture
def takes(office, tmp_path):
    """Two recordings of one likeness, and another likeness."""
    paths = tuple(tmp_path / f"take-{number}.wav" for number in (1, 2))
    for path in paths:
        soundfile.write(path, np.zeros(4_000, np.int16), 8_000)
    note = tmp_path / "note.txt"
    note.write_text("a note")
    office.do(record_double, NewDouble("voice", "voice-recording", "A voice", paths=paths))
    office.do(record_double, NewDouble("other", "motion-capture", "Another", paths=(note,)))
    return [str(path) for path in paths]


@pytest.fixture
def screen(office, takes):
    presenter, film = filmed(DoublesPresenter, office)
    presenter.choose("voice")
    yield presenter, film
    for (recording,) in told(film, "play"):
        recording.close()


def test_the_pane_knows_what_can_be_heard(screen, takes):
    _presenter, film = screen
    assert [(one.path, one.name, one.seconds) for one in film.last.detail.voices] == [
        (takes[0], "take-1.wav", 0.5), (takes[1], "take-2.wav", 0.5),
    ]  # fmt: skip


def test_a_recording_is_played_and_stopped_by_the_same(screen, takes):
    presenter, film = screen
    presenter.listening.toggle("voice", takes[0])
    assert (len(told(film, "play")), film.last.heard, film.last.doing) == (1, takes[0], "")
    assert "Checking the file" in [state.doing for state in film.states]
    presenter.listening.toggle("voice", takes[0])
    assert (len(told(film, "play")), len(told(film, "hush")), film.last.heard) == (1, 1, "")


def test_another_takes_its_place(screen, takes):
    presenter, film = screen
    presenter.listening.toggle("voice", takes[0])
    presenter.listening.toggle("voice", takes[1])
    assert (len(told(film, "hush")), film.last.heard) == (1, takes[1])


def test_it_is_silent_with_another_likeness_or_when_the_one_is_not_listed_any_more(screen, takes):
    presenter, film = screen
    for leave in (lambda: presenter.choose("other"), lambda: presenter.search("another")):
        presenter.search("")
        presenter.choose("voice")
        presenter.listening.toggle("voice", takes[0])
        assert film.last.heard == takes[0]
        leave()
        assert (film.last.detail.id, film.last.heard) == ("other", "")
    assert len(told(film, "hush")) == 2


def test_at_its_end_it_can_be_played_again(screen, takes):
    presenter, film = screen
    presenter.listening.toggle("voice", takes[0])
    presenter.listening.ended()
    assert film.last.heard == ""
    presenter.listening.toggle("voice", takes[0])
    assert (len(told(film, "play")), film.last.heard) == (2, takes[0])


def test_one_that_changed_is_told_and_not_played(screen, takes):
    presenter, film = screen
    soundfile.write(takes[0], np.ones(4_000, np.int16), 8_000)
    presenter.listening.toggle("voice", takes[0])
    assert (told(film, "play"), film.last.heard, film.last.doing) == ([], "", "")
    assert [fault.code for fault in film.failures] == ["recording-changed"]
    presenter.listening.toggle("voice", takes[1])
    assert film.last.heard == takes[1]


def test_every_reason_for_silence_is_said(screen, takes):
    presenter, film = screen
    for code in SILENT:
        presenter.listening.toggle("voice", takes[0])
        presenter.listening.lost(code)
        assert film.last.heard == ""
    assert [words for (words,) in told(film, "warn")] == [output_words(code) for code in SILENT]
    assert len({output_words(code) for code in SILENT}) == len(SILENT)
    assert output_words("no-output") == "This computer has no sound output."
    presenter.listening.toggle("voice", takes[0])
    fault = ValueError("damaged")
    presenter.listening.failed(fault)
    assert (film.failures[-1], film.last.heard) == (fault, "")


class Late(Straight):
    """Does the work when it is told to; a job that was cancelled tells nobody, as ever."""

    def submit(self, lane, owner, work, then, fail, progress=None):
        self.go = lambda: self._done(work, then, fail)
        self.stopped = False
        return self

    def _done(self, work, then, fail):
        try:
            answer = work(self)
        except Exception as why:  # noqa: BLE001 - as Jobs does
            if not self.stopped:
                fail(why)
        else:
            if not self.stopped:
                then(answer)

    def cancel(self):
        self.stopped = True

    def cancelled(self):
        return self.stopped

    def say(self, done, whole):
        pass


def test_what_is_stopped_before_it_was_opened_is_never_played(screen, office, takes):
    _presenter, film = screen
    shown = []
    listening = Listening(office, jobs := Late(), film, lambda **state: shown.append(state))
    listening.toggle("voice", takes[0])
    assert shown == [{"doing": "Checking the file"}]
    listening.toggle("voice", takes[0])
    assert shown[-1] == {"doing": "", "heard": ""}
    jobs.go()
    assert (told(film, "play"), film.failures) == ([], [])


def test_a_length_is_told_in_minutes_and_seconds():
    assert [clock_text(one) for one in (0, 3.9, 60, 754.2, 4_350)] == ["0:00", "0:03", "1:00", "12:34", "72:30"]
