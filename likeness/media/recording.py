"""A recording (WAV, FLAC) open to be heard: piece after piece as 16-bit samples, never as a whole.

- It is fingerprinted through the very handle that is played: another file in its place is not heard.
- Read on one lane and closed on another: a lock stands between, for the library falls if a file is closed under it.
- Samples are those of the file wherever it holds 16 bits or fewer; finer ones are rounded, louder ones than full cut.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from threading import Lock
from typing import BinaryIO

import numpy as np
import soundfile

from likeness.errors import Refused, Unreadable
from likeness.media.facts import FOREIGN
from likeness.media.fingerprint import Cancelled, Progress, regular_size

PIECE = 0.5  # seconds
_STRETCH = 1 << 20
_MOST_AT_ONCE = 1 << 20  # samples
_FULL = 32_768


class Recording:
    """`rate` frames a second, `channels` one or two (of more, their mean), `seconds` in all; close it in the end."""

    def __init__(self, handle: BinaryIO, sound: soundfile.SoundFile) -> None:
        self._handle, self._sound, self._lock = handle, sound, Lock()
        self.rate: int = sound.samplerate
        self.channels: int = sound.channels if sound.channels <= 2 else 1
        self.seconds: float = sound.frames / sound.samplerate
        self._frames = max(1, min(round(PIECE * self.rate), _MOST_AT_ONCE // sound.channels))

    def read(self) -> bytes:
        """Return the next half second as 16-bit little-endian frames; nothing at the end, or once it is closed.

        Raises Unreadable ("recording-damaged").
        """
        with self._lock:
            if self._sound.closed:
                return b""
            try:
                block = self._sound.read(self._frames, dtype="float32", always_2d=True)
            except FOREIGN as fault:
                raise Unreadable("recording-damaged", detail=type(fault).__name__) from fault
        if block.shape[1] > 2:
            block = block.mean(axis=1, keepdims=True)
        known = np.nan_to_num(block, nan=0.0, posinf=1.0, neginf=-1.0).clip(-1.0, 1.0)
        whole = np.rint(known * np.float32(_FULL)).clip(-_FULL, _FULL - 1)
        return bytes(whole.astype("<i2"))

    def close(self) -> None:
        """Let go of the file; what is being read is finished first."""
        with self._lock:
            self._sound.close()
            self._handle.close()

    def __del__(self) -> None:
        """Let go of the file also where nobody heard it: what was asked for and given up in the last moment."""
        self.close()


def open_recording(path: Path, size: int, sha256: bytes, progress: Progress | None = None,
                   cancelled: Cancelled | None = None) -> Recording:  # fmt: skip
    """Open a recording if it is still the file of that size and fingerprint (32 bytes); `progress` is in bytes.

    Raises Unreadable ("no-such-file", "file-unreadable", "recording-damaged", ...) and Refused ("recording-changed",
    "cancelled").
    """
    if regular_size(path) != size:
        raise Refused("recording-changed", file=str(path))
    try:
        handle = path.open("rb")
    except OSError as fault:
        raise Unreadable("file-unreadable", file=str(path), detail=fault.strerror or "") from fault
    try:
        _compare(handle, size, sha256, progress, cancelled)
        handle.seek(0)
        return Recording(handle, soundfile.SoundFile(handle))
    except Refused as fault:
        handle.close()
        raise fault.at(file=str(path)) from None
    except FOREIGN as fault:
        handle.close()
        raise Unreadable("recording-damaged", file=str(path), detail=type(fault).__name__) from fault


def _compare(handle: BinaryIO, size: int, sha256: bytes, progress: Progress | None, cancelled: Cancelled | None
             ) -> None:  # fmt: skip
    digest, done = hashlib.sha256(), 0
    while stretch := handle.read(_STRETCH):
        if cancelled and cancelled():
            raise Refused("cancelled")
        digest.update(stretch)
        done += len(stretch)
        if progress:
            progress(min(done, size), size)
    if digest.digest() != sha256:
        raise Refused("recording-changed")
