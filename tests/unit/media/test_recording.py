"""A recording is heard as it was recorded, sample by sample, and only while it is the file that was recorded."""

from __future__ import annotations

import gc
import hashlib
import threading

import numpy as np
import pytest
import soundfile

from likeness.errors import Refused, Unreadable
from likeness.media.recording import open_recording

RATE = 8_000


def wave(seconds=1.3, channels=1, seed=7):
    """Noise of the whole range of 16 bits, with its ends."""
    made = np.random.default_rng(seed).integers(-32_768, 32_768, (round(seconds * RATE), channels), dtype=np.int16)
    made[0], made[1] = -32_768, 32_767
    return made


def written(path, samples, subtype="PCM_16"):
    soundfile.write(path, samples, RATE, subtype=subtype)
    return path


def opened(path, **more):
    data = path.read_bytes()
    return open_recording(path, len(data), hashlib.sha256(data).digest(), **more)


def all_of(recording):
    pieces = []
    while piece := recording.read():
        pieces.append(piece)
    return np.frombuffer(b"".join(pieces), "<i2").reshape(-1, recording.channels)


@pytest.mark.parametrize("form", ["wav", "flac"])
@pytest.mark.parametrize("channels", [1, 2])
def test_every_sample_is_that_of_the_file(tmp_path, form, channels):
    samples = wave(channels=channels)
    heard = opened(written(tmp_path / f"voice.{form}", samples))
    assert (heard.rate, heard.channels, heard.seconds) == (RATE, channels, 1.3)
    assert np.array_equal(all_of(heard), samples)
    heard.close()


def test_it_comes_in_pieces_of_half_a_second(tmp_path):
    heard = opened(written(tmp_path / "voice.wav", wave(2.2)))
    sizes = [len(heard.read()) for _ in range(6)]
    assert sizes == [8_000, 8_000, 8_000, 8_000, 3_200, 0]
    heard.close()


def test_eight_bits_are_told_in_sixteen(tmp_path):
    samples = wave() & ~np.int16(255)
    heard = opened(written(tmp_path / "voice.wav", samples, "PCM_U8"))
    assert np.array_equal(all_of(heard), samples)
    heard.close()


def test_finer_samples_are_rounded(tmp_path):
    fine = (wave().astype(np.int32) << 16) + 30_000  # not yet half a step
    fine[5] = (100 << 16) + 40_000
    heard = opened(written(tmp_path / "voice.wav", fine, "PCM_24"))
    wanted = wave().astype(np.int32)
    wanted[5] = 101
    assert np.array_equal(all_of(heard), wanted)
    heard.close()


def test_floats_are_told_in_sixteen_bits_and_what_is_louder_than_full_is_cut(tmp_path):
    samples = np.array([[0.5], [-0.25], [1.0], [3.0], [-7.0], [np.nan], [np.inf], [0.0]], np.float32)
    heard = opened(written(tmp_path / "voice.wav", samples, "FLOAT"))
    assert all_of(heard).ravel().tolist() == [16_384, -8_192, 32_767, 32_767, -32_768, 0, 32_767, 0]
    heard.close()


def test_more_than_two_channels_are_heard_as_their_mean(tmp_path):
    samples = np.array([[400, 0, 0, 0], [-4, -8, -12, -16]], np.int16)
    heard = opened(written(tmp_path / "voice.wav", samples))
    assert heard.channels == 1
    assert all_of(heard).ravel().tolist() == [100, -10]
    heard.close()


def test_a_file_that_changed_is_not_played(tmp_path):
    path = written(tmp_path / "voice.wav", wave())
    data = path.read_bytes()
    print_ = hashlib.sha256(data).digest()
    for other in (data[:-1] + bytes([data[-1] ^ 1]), data + b"\0\0"):
        path.write_bytes(other)
        with pytest.raises(Refused, match="recording-changed") as fault:
            open_recording(path, len(data), print_)
        assert fault.value.file == str(path)
    with pytest.raises(Refused, match="recording-changed"):
        open_recording(path, len(data), print_, cancelled=lambda: True)  # its length tells before anything is read
    path.write_bytes(data)
    open_recording(path, len(data), print_).close()


def test_one_that_is_not_there_or_no_recording_says_so(tmp_path):
    with pytest.raises(Unreadable, match="no-such-file"):
        open_recording(tmp_path / "gone.wav", 4, bytes(32))
    with pytest.raises(Unreadable, match="not-a-file"):
        open_recording(tmp_path, 4, bytes(32))
    other = tmp_path / "voice.wav"
    other.write_bytes(b"RIFF no sound at all")
    with pytest.raises(Unreadable, match="recording-damaged"):
        opened(other)


def test_one_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    path = written(tmp_path / "voice.wav", wave())

    def closed(*_how):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", closed)
    with pytest.raises(Unreadable, match="file-unreadable"):
        open_recording(path, path.stat().st_size, bytes(32))


def test_one_that_is_damaged_in_its_middle_says_so_there(tmp_path):
    path = written(tmp_path / "voice.flac", wave(3.0))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(data)
    heard = opened(path)
    with pytest.raises(Unreadable, match="recording-damaged"):
        all_of(heard)
    heard.close()


def test_comparing_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    path = written(tmp_path / "voice.wav", wave(200.0))
    told: list[tuple[int, int]] = []
    opened(path, progress=lambda done, whole: told.append((done, whole))).close()
    assert told[-1] == (path.stat().st_size, path.stat().st_size)
    assert len(told) > 3
    with pytest.raises(Refused, match="cancelled"):
        opened(path, cancelled=lambda: True)


def test_once_closed_it_says_nothing_more(tmp_path):
    path = written(tmp_path / "voice.wav", wave())
    heard = opened(path)
    heard.close()
    heard.close()
    assert heard.read() == b""
    path.unlink()


def test_it_may_be_closed_while_it_is_read(tmp_path):
    """On another lane, at any moment: the library would fall with its file."""
    path = written(tmp_path / "voice.flac", wave(20.0, channels=2))
    for _ in range(20):
        heard = opened(path)
        reader = threading.Thread(target=all_of, args=(heard,))
        reader.start()
        heard.close()
        reader.join(10)
        assert not reader.is_alive()


def test_one_that_nobody_hears_leaves_no_file_open(tmp_path):
    """With warnings as errors, as in every test here: an open file that is let go would be told."""
    heard = opened(written(tmp_path / "voice.wav", wave()))
    handle = heard._handle
    del heard
    gc.collect()
    assert handle.closed
