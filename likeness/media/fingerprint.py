"""SHA-256 of a file as it streams past, with progress and a way to stop.

- Only regular files are read: a pipe or a device would keep us waiting, a folder has no bytes.
- The file stays where it is and is never written to.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

from likeness.errors import Refused, Unreadable
from likeness.values.keep import unlike_file

Progress = Callable[[int, int], None]  # bytes done, bytes in all
Cancelled = Callable[[], bool]

_STRETCH = 1 << 20


def fingerprint(path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None) -> tuple[int, bytes]:
    """Return the size in bytes and the 32 bytes of SHA-256.

    Raises Unreadable ("no-such-file", "not-a-file", "no-ordinary-file", "file-unreadable") and Refused ("cancelled").
    """
    total = regular_size(path)
    digest = hashlib.sha256()
    done = 0
    try:
        with path.open("rb") as handle:
            while stretch := handle.read(_STRETCH):
                if cancelled and cancelled():
                    raise Refused("cancelled", file=str(path))
                digest.update(stretch)
                done += len(stretch)
                if progress:
                    progress(done, max(total, done))
    except OSError as fault:
        raise Unreadable("file-unreadable", file=str(path), detail=fault.strerror or "") from fault
    return done, digest.digest()


def regular_size(path: Path) -> int:
    """Return the size of a regular file, or raise Unreadable saying what is there instead."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise Unreadable("no-such-file", file=str(path)) from fault
    except (OSError, ValueError) as fault:  # ValueError: a name with a NUL in it
        raise Unreadable("file-unreadable", file=str(path), detail=str(fault)) from fault
    if not stat.S_ISREG(found.st_mode):
        raise unlike_file(path, found.st_mode)
    return found.st_size
