"""Hearing a likeness: which of its files can be heard, and that only those are opened."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile

from likeness.acts.doubles.hear_double import can_be_heard, hear_double
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.errors import Refused, Unreadable


@pytest.fixture
def voice(liora, tmp_path):
    """A likeness of a recording, a damaged one and a note."""
    take, cut, note = (tmp_path / name for name in ("take.wav", "cut.wav", "note.txt"))
    soundfile.write(take, np.arange(-4_000, 4_000, dtype=np.int16), 8_000)
    cut.write_bytes(take.read_bytes()[:4_000])
    note.write_text("a note")
    liora.do(record_double, NewDouble("voice", "voice-recording", "A voice", paths=(take, cut, note)))
    return liora, take, cut, note


def test_a_recording_is_opened_from_where_it_lies(voice):
    office, take, *_ = voice
    told = []
    heard = hear_double(office.desk, "voice", str(take), lambda *far: told.append(far))
    assert np.frombuffer(heard.read(), "<i2").tolist() == list(range(-4_000, 0))
    assert told == [(take.stat().st_size, take.stat().st_size)]
    heard.close()


def test_what_is_no_recording_is_not_opened(voice):
    office, take, cut, note = voice
    files = {file.name: can_be_heard(file) for file in office.registry.doubles.get("voice").files}
    assert files == {"take.wav": True, "cut.wav": False, "note.txt": False}
    for path in (str(cut), str(note), str(take.with_name("other.wav")), ""):
        with pytest.raises(Refused, match="no-recording"):
            hear_double(office.desk, "voice", path)
    with pytest.raises(Refused, match="unknown-likeness"):
        hear_double(office.desk, "nobody", str(take))


def test_one_that_changed_or_is_gone_or_was_given_up_is_not_opened(voice):
    office, take, *_ = voice
    with pytest.raises(Refused, match="cancelled"):
        hear_double(office.desk, "voice", str(take), cancelled=lambda: True)
    data = take.read_bytes()
    take.write_bytes(data[:-1] + b"\x7f")
    with pytest.raises(Refused, match="recording-changed"):
        hear_double(office.desk, "voice", str(take))
    take.unlink()
    with pytest.raises(Unreadable, match="no-such-file"):
        hear_double(office.desk, "voice", str(take))
