"""Writing a signed statement to hand out: as a code to scan, as text to paste, or as the bytes themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from likeness.errors import Broken, Refused
from likeness.paper.qr.qr_payload import MOST_BYTES, qr_text
from likeness.values.keep import keeping, may_keep


def hand_out(data: bytes, file: Path) -> None:
    """Write `data`: a name that ends in .png is a QR code, .txt the text to paste, anything else the bytes."""
    with handing_out(data, file):
        pass


@contextmanager
def handing_out(data: bytes, file: Path) -> Iterator[None]:
    """Have the file written beside while `data` is recorded; it takes its place once that is done, else it goes."""
    may_hand_out(file)
    ending = file.suffix.lower()
    if ending == ".png":
        written = _picture(data)
    elif ending == ".txt":
        written = (as_text(data) + "\n").encode()
    else:
        written = data
    with keeping(file, written):
        yield


def may_hand_out(file: Path) -> None:
    """Refuse a place where no file can be written: asked before something is signed, for that cannot be taken back."""
    may_keep(file)
    there = next((one for one in file.absolute().parents if one.exists()), None)
    if there is None or not there.is_dir() or not os.access(there, os.W_OK):
        raise Broken("read-only", file=str(file))


def as_text(data: bytes) -> str:
    """Return the text of a statement, to be pasted; raise Refused ("too-long-for-code")."""
    if len(data) > MOST_BYTES:
        raise Refused("too-long-for-code")
    return qr_text(data)


def _picture(data: bytes) -> bytes:
    from likeness.paper.qr.qr_image import make_qr  # noqa: PLC0415  Pillow is met only where a picture is made

    code = make_qr(data)
    if code is None:
        raise Refused("too-long-for-code")
    return code.png()
