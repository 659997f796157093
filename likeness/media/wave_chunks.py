"""The chunks of a WAV file: is it whole, and what does a Broadcast Wave say about itself.

Source: RIFF (Microsoft, IBM 1991); `bext`, EBU Tech 3285; RF64 and `ds64`, EBU Tech 3306.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from likeness.media.facts import Fact, damaged, plain

_UNKNOWN_LENGTH = (0, 0xFFFFFFFF)  # written by recorders that stream and never come back
_MOST_CHUNKS = 10_000


def read_chunks(path: Path, size: int) -> dict[str, Fact]:
    """Return description, maker and day of a `bext` chunk, or nothing; raise Unreadable if cut short."""
    told: dict[str, Fact] = {}
    has_sound = False
    with path.open("rb") as handle:
        large = handle.read(12)[:4] != b"RIFF"
        for _ in range(_MOST_CHUNKS):
            name, length = _next(handle)
            if not name:
                break
            if name == b"data":
                has_sound = True
                if large or length in _UNKNOWN_LENGTH:
                    break  # its length stands elsewhere, or nowhere; the decoder will count
            if handle.tell() + length > size:
                raise damaged("cut short")
            after = handle.tell() + length + length % 2
            if name == b"bext":
                told = _broadcast(handle.read(min(length, 602)))
            handle.seek(after)
    if not has_sound:
        raise damaged("no sound")
    return told


def _next(handle: BinaryIO) -> tuple[bytes, int]:
    head = handle.read(8)
    if len(head) < 8:
        return b"", 0
    return head[:4], int.from_bytes(head[4:], "little")


def _broadcast(chunk: bytes) -> dict[str, Fact]:
    fields = {"description": chunk[:256], "originator": chunk[256:288], "recorded_on": chunk[320:330]}
    texts = {key: plain(raw.split(b"\0")[0].decode("latin-1").strip(), 256) for key, raw in fields.items()}
    return {key: text for key, text in texts.items() if text}
