"""The process that plays: all that comes in reaches the output, and why nothing is heard is all that it says."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from time import sleep
from types import SimpleNamespace

import PySide6
import pytest

from tests.fakes.noise import RATE, noise
from ui.kit.sound import sound_child
from ui.kit.sound.sound_child import play
from ui.kit.sound.sound_codes import END, GONE, NO_FORM, NO_MODULE, NO_OUTPUT
from ui.kit.sound.sound_output import SoundOutput
from ui.kit.sound.voice_player import PLAYS


class Form:
    """Stands for QAudioFormat."""

    class SampleFormat:
        Int16 = "16 bits"

    def setSampleRate(self, rate):  # noqa: N802 - Qt's name, as all here
        self.rate = rate

    def setChannelCount(self, channels):  # noqa: N802
        self.channels = channels

    def setSampleFormat(self, kind):  # noqa: N802
        self.kind = kind


class State:
    """Stands for QtAudio.State."""

    ActiveState, StoppedState, IdleState = "active", "stopped", "idle"


class Sink:
    """Stands for QAudioSink: takes what fits its buffer; each turn plays so many bytes of it."""

    def __init__(self, _device, form):
        self.form, self.heard, self.waiting, self.ended = form, b"", b"", False

    def setBufferSize(self, size):  # noqa: N802
        self.size = size

    def start(self):
        return self if self.form.rate != 1 else None

    def bytesFree(self):  # noqa: N802
        return self.size - len(self.waiting)

    def write(self, data):
        assert len(data) <= self.bytesFree()
        self.waiting += data
        return len(data)

    def turn(self, size):
        self.heard, self.waiting = self.heard + self.waiting[:size], self.waiting[size:]

    def processedUSecs(self):  # noqa: N802
        return len(self.heard) * 1_000_000 // (2 * self.form.channels * self.form.rate)

    def state(self):
        return State.StoppedState if self.ended else State.ActiveState if self.waiting else State.IdleState

    def reset(self):
        self.waiting = b""

    def stop(self):
        self.ended = True


class Device:
    """Stands for QAudioDevice."""

    def __init__(self, there, takes):
        self._there, self._takes = there, takes

    def isNull(self):  # noqa: N802
        return not self._there

    def isFormatSupported(self, form):  # noqa: N802
        return self._takes and form.kind == Form.SampleFormat.Int16


class Multimedia:
    """Stands for QtMultimedia: a loudspeaker that is there or not, and takes what it is given or not."""

    def __init__(self, there=True, takes=True):
        self.sinks: list[Sink] = []
        self.QAudioFormat = Form
        self.QAudioSink = self._made
        self.QMediaDevices = SimpleNamespace(defaultAudioOutput=lambda: Device(there, takes))
        self.QtAudio = SimpleNamespace(State=State)

    def _made(self, device, form):
        self.sinks.append(Sink(device, form))
        return self.sinks[-1]


def test_what_stands_for_qtmultimedia_has_no_name_that_it_lacks():
    """Asked in a process of its own: brought into this one, its libraries would say what they miss."""
    names = {"QAudioFormat": Form, "QAudioSink": Sink, "QAudioDevice": Device, "QtAudio.State": State,
             "QAudioFormat.SampleFormat": Form.SampleFormat}  # fmt: skip
    wanted = {name: [one for one in vars(kind) if not one.startswith("_")] for name, kind in names.items()}
    wanted["QMediaDevices"] = ["defaultAudioOutput"]
    for ours in ("turn", "write"):  # what a test does; what is asked of the device that it opens
        wanted["QAudioSink"].remove(ours)
    script = (
        "try:\n    from PySide6 import QtMultimedia\nexcept ImportError:\n    print('absent'); raise SystemExit\n"
        "from operator import attrgetter\n"
        f"print([(name, one) for name, ones in {wanted!r}.items() for one in ones\n"
        "       if not hasattr(attrgetter(name)(QtMultimedia), one)])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    if done.stdout.strip() == "absent":
        pytest.skip("QtMultimedia is not installed, or a library that it needs")
    assert done.stdout.strip() == "[]"


def played(multimedia, data, rate=RATE, channels=1, turn=None):
    said: list[str] = []

    def usual():
        sleep(0.001)
        for one in multimedia.sinks:
            one.turn(1_234)

    play(SoundOutput(multimedia), rate, channels, io.BytesIO(data), said.append, turn or usual)
    return said


def test_all_that_comes_in_is_handed_to_the_output_and_its_end_is_told():
    multimedia, data = Multimedia(), noise(3.0, 2).tobytes()
    said = played(multimedia, data, channels=2)
    (sink,) = multimedia.sinks
    assert sink.heard == data
    assert (sink.form.rate, sink.form.channels, sink.size, sink.ended) == (RATE, 2, 16_000, True)
    assert said[-1] == END
    assert float(said[-2]) == 3.0
    assert [float(one) for one in said[:-1]] == sorted(float(one) for one in said[:-1])


def test_why_there_is_no_output_is_the_only_thing_that_is_said(monkeypatch):
    assert played(Multimedia(there=False), b"12") == [NO_OUTPUT]
    assert played(Multimedia(takes=False), b"12") == [NO_FORM]
    assert played(Multimedia(), b"12", rate=1) == [GONE]
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.delattr(PySide6, "QtMultimedia", raising=False)  # it may be in, for the camera
    assert played(None, b"12") == [NO_MODULE]


def test_an_output_that_ends_by_itself_or_takes_nothing_for_long_is_gone(monkeypatch):
    multimedia = Multimedia()

    def pulled_out():
        sleep(0.001)
        for one in multimedia.sinks:
            one.turn(1_234)
            one.ended = len(one.heard) > 4_000

    assert played(multimedia, noise(3.0).tobytes(), turn=pulled_out)[-1] == GONE
    monkeypatch.setattr(sound_child, "PATIENCE", 20)
    assert played(Multimedia(), noise(3.0).tobytes(), turn=lambda: sleep(0.001)) == [GONE]


def test_the_process_is_where_the_player_looks():
    assert Path(sound_child.__file__).stem == PLAYS[-1].rsplit(".", 1)[-1]
    assert PLAYS[-1] == sound_child.__name__
