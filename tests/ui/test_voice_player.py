"""Playing: what is decoded reaches the process that plays sample by sample; every way to silence is told."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from PySide6.QtWidgets import QWidget

from likeness.media.fingerprint import fingerprint
from likeness.media.recording import open_recording
from tests.fakes.noise import RATE, noise
from tests.fakes.speaker import speaker
from ui.kit.background.jobs import Jobs
from ui.kit.sound.sound_codes import GONE, SILENT
from ui.kit.sound.voice_player import PLAYS, VoicePlayer

WAIT = 20_000


@pytest.fixture
def jobs(dressed):
    made = Jobs()
    yield made
    made.rest()


@pytest.fixture
def around(qtbot, dressed):
    made = QWidget()
    qtbot.addWidget(made)
    return made


class Heard:
    """What a player told."""

    def __init__(self, player):
        self.places: list[float] = []
        self.ends: list[bool] = []
        self.lost: list[str] = []
        self.faults: list[Exception] = []
        player.moved.connect(self.places.append)
        player.ended.connect(lambda: self.ends.append(True))
        player.lost.connect(self.lost.append)
        player.failed.connect(self.faults.append)


def take(tmp_path, samples):
    path = tmp_path / "take.wav"
    soundfile.write(path, samples, RATE)
    return open_recording(path, *fingerprint(path))


@pytest.mark.parametrize("channels", [1, 2])
def test_every_sample_of_a_recording_is_heard_once_and_in_order(qtbot, jobs, around, tmp_path, channels):
    samples = noise(7.3, channels)
    player = VoicePlayer(jobs, around, speaker(tmp_path / "heard"))
    heard = Heard(player)
    recording = take(tmp_path, samples)
    player.play(recording)
    qtbot.waitUntil(lambda: bool(heard.ends), timeout=WAIT)
    assert np.array_equal(np.fromfile(tmp_path / "heard", "<i2").reshape(-1, channels), samples)
    assert heard.places == sorted(heard.places)
    assert heard.places[-1] == pytest.approx(7.3)
    assert (heard.ends, heard.lost, heard.faults) == ([True], [], [])
    assert recording._handle.closed


def test_no_more_than_two_pieces_lie_ready_however_long_it_is(qtbot, jobs, around, tmp_path):
    player = VoicePlayer(jobs, around, speaker(tmp_path / "heard", "stuck"))
    heard, recording = Heard(player), take(tmp_path, noise(60))
    read: list[bytes] = []
    whole = recording.read

    def noted():
        read.append(whole())
        return read[-1]

    recording.read = noted
    player.play(recording)
    qtbot.waitUntil(lambda: heard.places[-1:] == [0.5], timeout=WAIT)
    qtbot.wait(300)
    assert sum(len(piece) for piece in read) < 400_000  # the pipe and its buffers hold some; all of it is 960,000
    assert len(player._pieces) <= 2
    player.stop()


def test_stopped_it_is_silent_at_once_and_lets_the_file_go(qtbot, jobs, around, tmp_path):
    player = VoicePlayer(jobs, around, speaker(tmp_path / "heard", "stuck"))
    heard, recording = Heard(player), take(tmp_path, noise(5))
    player.play(recording)
    qtbot.waitUntil(lambda: bool(heard.places), timeout=WAIT)
    process = player._process
    gone = []
    process.destroyed.connect(lambda: gone.append(True))
    player.stop()
    assert process.processId() == 0
    assert recording._handle.closed
    before = list(heard.places)
    qtbot.waitUntil(lambda: bool(gone))
    assert (heard.places, heard.ends, heard.lost) == (before, [], [])
    player.stop()


def test_another_recording_takes_its_place(qtbot, jobs, around, tmp_path):
    (tmp_path / "b").mkdir()
    player = VoicePlayer(jobs, around, speaker(tmp_path / "heard"))
    heard, first = Heard(player), take(tmp_path, noise(30))
    player.play(first)
    second = noise(0.4)
    player.play(take(tmp_path / "b", second))
    assert first._handle.closed
    qtbot.waitUntil(lambda: bool(heard.ends), timeout=WAIT)
    assert np.array_equal(np.fromfile(tmp_path / "heard", "<i2").reshape(-1, 1), second)
    assert len(heard.ends) == 1


@pytest.mark.parametrize(("how", "code"), [("dies", GONE), *((code, code) for code in SILENT)])
def test_why_nothing_is_heard_is_told_by_its_code(qtbot, jobs, around, tmp_path, how, code):
    player = VoicePlayer(jobs, around, speaker(tmp_path / "heard", how))
    heard, recording = Heard(player), take(tmp_path, noise(5))
    player.play(recording)
    qtbot.waitUntil(lambda: bool(heard.lost), timeout=WAIT)
    assert (heard.lost, heard.ends, recording._handle.closed) == ([code], [], True)


def test_a_process_that_cannot_be_started_is_no_output(qtbot, jobs, around, tmp_path):
    player = VoicePlayer(jobs, around, (str(tmp_path / "nowhere"),))
    heard, recording = Heard(player), take(tmp_path, noise(1))
    player.play(recording)
    qtbot.waitUntil(lambda: bool(heard.lost), timeout=WAIT)
    assert (heard.lost, recording._handle.closed) == ([GONE], True)


def test_a_recording_that_fails_on_its_way_is_told(qtbot, jobs, around, tmp_path):
    player = VoicePlayer(jobs, around, speaker(tmp_path / "heard"))
    heard, recording = Heard(player), take(tmp_path, noise(5))
    fault = ValueError("damaged")

    def fails():
        raise fault

    recording.read = fails
    player.play(recording)
    qtbot.waitUntil(lambda: bool(heard.faults), timeout=WAIT)
    assert (heard.faults, heard.lost, recording._handle.closed) == ([fault], [], True)


def test_the_real_process_plays_silence_or_says_why_not(qtbot, jobs, around, tmp_path):
    """Whatever this machine has: a loudspeaker, none, or QtMultimedia without a library that it needs."""
    player = VoicePlayer(jobs, around)
    heard = Heard(player)
    assert player._words == PLAYS
    player.play(take(tmp_path, np.zeros((RATE // 10, 1), np.int16)))
    qtbot.waitUntil(lambda: bool(heard.ends or heard.lost), timeout=WAIT)
    assert heard.ends or heard.lost[0] in SILENT
