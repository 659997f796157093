"""Taking the licence bytes out of whatever somebody hands over: file, PDF, picture of the code, pasted text."""

from __future__ import annotations

from likeness.errors import Unreadable
from likeness.verifier.finding import Stop, find
from likeness.verifier.hostile import read_in_child


def read_licence_file(data: bytes) -> bytes:
    """Return the `.likeness` bytes in `data`, or raise Unreadable; hostile files are read in a child process."""
    found = find(data, read_in_child)
    if isinstance(found, Stop):
        raise Unreadable(found.reason)
    return found.data
