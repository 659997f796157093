"""Looking at evidence: a picture is read from where it lies, and shown only while it is the file that was added.

- The bytes that are fingerprinted are the bytes that are looked at: nobody can swap the file in between.
- Whoever made the picture may wish us ill: it is unpacked in the limited child (`likeness.verifier.hostile`).
- Nothing is stored. What was found is a value, whatever it is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.uses.add_evidence import CHANGED, MISSING
from likeness.errors import Unreadable
from likeness.media.fingerprint import regular_size
from likeness.media.glance import HEAD, MOST_BYTES, Glance, seems_picture
from likeness.registry.flags import Evidence
from likeness.verifier.hostile import see_in_child

NO_PICTURE, TOO_LARGE, CLOSED = "no-picture", "picture-too-large", "file-unreadable"
THUMB, VIEW = "thumb", "view"
_GONE = frozenset({"no-such-file", "not-a-file", "no-ordinary-file"})


@dataclass(frozen=True)
class Sight:
    """A picture, or why there is none: MISSING, CHANGED, NO_PICTURE, or the code of why it cannot be read."""

    state: str = ""
    picture: Glance | None = None


def see_evidence(desk: Desk, name: str, evidence: int, size: str) -> Sight:
    """Return what there is to be seen of one file of a use; `size` is THUMB (160 pixels) or VIEW (1200).

    Of a file that was taken away from the use meanwhile, nothing.
    """
    row = desk.registry.uses.get(name)
    kept = desk.registry.flags.evidence(row.row) if row is not None else []
    one = next((one for one in kept if one.id == evidence), None)
    if one is None:
        return Sight(NO_PICTURE)
    try:
        return _seen(one, size)
    except Unreadable as fault:
        return Sight(MISSING if fault.code in _GONE else fault.code)
    except OSError:  # gone, or changed hands, while it was read
        return Sight(CLOSED)


def _seen(one: Evidence, size: str) -> Sight:
    path = Path(one.path)
    if regular_size(path) != one.size:
        return Sight(CHANGED)
    with path.open("rb") as handle:
        head = handle.read(HEAD)
        if not seems_picture(head, one.name):
            return Sight(NO_PICTURE)
        if one.size > MOST_BYTES:
            return Sight(TOO_LARGE)
        data = head + handle.read(one.size)
    if hashlib.sha256(data).digest() != one.sha256:
        return Sight(CHANGED)
    return Sight(picture=see_in_child(size, data))
