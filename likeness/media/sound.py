"""A recording (WAV, FLAC): how long, how many channels, and the outline of its wave.

- A WAV that promises more than the file holds is damaged (`wave_chunks`); a FLAC must decode to its last frame.
- Sound is read in stretches; a long recording never stands in memory as a whole.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from likeness.errors import Refused
from likeness.media.facts import FOREIGN, PEAKS, Fact, Inside, damaged, too_large
from likeness.media.fingerprint import Cancelled
from likeness.media.wave_chunks import read_chunks

STRETCHES = 480  # as many as a wide preview has columns
_MOST_SAMPLES = 1 << 33
_MOST_AT_ONCE = 1 << 20
_MOST_CHANNELS = 64
_FULL = 32_768


def read_sound(path: Path, form: str, size: int, cancelled: Cancelled | None = None) -> Inside:
    """Return seconds, rate, channels and bits, a Broadcast Wave's own words, and 2 x 480 peaks."""
    try:
        told = read_chunks(path, size) if form == "wav" else {}
        with soundfile.SoundFile(str(path)) as sound:
            frames, rate, channels = sound.frames, sound.samplerate, sound.channels
            if channels > _MOST_CHANNELS or frames * channels > _MOST_SAMPLES:
                raise too_large("samples")
            if frames <= 0 or rate <= 0:
                raise damaged("empty")
            peaks = _peaks(sound, cancelled)
            sort = sound.subtype
    except FOREIGN as fault:
        raise damaged(type(fault).__name__) from fault
    facts: dict[str, Fact] = {
        "seconds": round(frames / rate, 3),
        "rate": rate,
        "channels": channels,
        "sort": sort.lower().replace("_", "-"),
    }
    return Inside("voice-recording", facts | told, peaks.tobytes(), PEAKS)


def _peaks(sound: soundfile.SoundFile, cancelled: Cancelled | None) -> np.ndarray:
    """The lowest and highest sample of each stretch, -127 to 127; raise if the sound ends before it should."""
    out = np.zeros((STRETCHES, 2), np.int8)
    edges = np.linspace(0, sound.frames, STRETCHES + 1).astype(np.int64)
    for index in range(STRETCHES):
        if cancelled and cancelled():
            raise Refused("cancelled")
        low, high = _extremes(sound, int(edges[index + 1] - edges[index]))
        out[index] = max(-127, round(low / 258)), min(127, round(high / 258))
    return out


def _extremes(sound: soundfile.SoundFile, frames: int) -> tuple[float, float]:
    """The lowest and highest sample, in steps of 16 bits; as floats, for of floats the library makes no whole steps."""
    low = high = 0.0
    while frames > 0:
        block = sound.read(min(frames, _MOST_AT_ONCE // sound.channels), dtype="float32", always_2d=True)
        if not len(block):
            raise damaged("the sound ends early")
        known = np.nan_to_num(block, nan=0.0).clip(-1.0, 1.0)
        low, high = min(low, float(known.min())), max(high, float(known.max()))
        frames -= len(block)
    return low * _FULL, high * _FULL
