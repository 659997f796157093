"""Files that are whole or not there: written beside, flushed, then renamed over. Reading with a limit and a place.

Whatever somebody names, a registry and its lock are never written over: with them everything would be gone. Nor is
anything but a file: a device that is renamed over is gone from the computer.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from likeness.errors import Broken, Refused, Unreadable

LOCK = ".vault"  # the lock of a registry lies beside it, and has its name with this ending
_MEANINGS = {errno.ENOSPC: "disk-full", errno.EDQUOT: "disk-full", errno.EFBIG: "disk-full", errno.EROFS: "read-only",
             errno.EACCES: "read-only", errno.EPERM: "read-only", errno.EIO: "disk-error",
             errno.ENAMETOOLONG: "file-name-too-long"}  # fmt: skip


def keep_file(path: Path, data: bytes) -> None:
    """Write `data` so that `path` holds all of it or what it held before; raise Broken if the disk says no."""
    keep_files({path: data})


def keep_files(files: Mapping[Path, bytes]) -> None:
    """Write several files: all are written beside and flushed before the first one is renamed."""
    for path in files:
        may_keep(path)
    _keep(files)


def keep_lock(path: Path, data: bytes) -> None:
    """Write the lock of a registry as `keep_file` writes a file: only who holds its keys does."""
    _keep({path: data})


def _keep(files: Mapping[Path, bytes]) -> None:
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            beside = _beside(path)
            written[beside] = path
            _write(beside, data)
        for beside, path in written.items():
            beside.replace(path)
    except OSError as why:
        for beside in written:
            remove_file(beside)
        raise disk_fault(why, path) from why


def disk_fault(why: OSError, path: Path | str) -> Broken:
    """Return what to tell somebody whose file could not be written."""
    return Broken(_MEANINGS.get(why.errno or 0, "file-refused"), file=str(path))


@contextmanager
def keeping(path: Path, data: bytes) -> Iterator[None]:
    """Have `data` written and flushed beside `path` while something is done with it; it takes its place after that.

    Where the disk says no, or what is done with it fails, `path` holds what it held before.
    """
    may_keep(path)
    beside = _beside(path)
    try:
        try:
            _write(beside, data)
        except OSError as why:
            raise disk_fault(why, path) from why
        yield
        try:
            beside.replace(path)
        except OSError as why:
            raise disk_fault(why, path) from why
    finally:
        remove_file(beside)


def keep_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that may be larger than memory: `path` holds all of it, or what it held before."""
    may_keep(path)
    beside = _beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as why:
        raise disk_fault(why, path) from why
    finally:
        remove_file(beside)


def may_keep(path: Path) -> None:
    """Refuse to write over a folder, a device, a registry or the lock of one."""
    if path.is_dir():
        raise Refused("file-is-folder", file=str(path))
    if path.exists() and not path.is_file():
        raise Refused("file-is-device", file=str(path))
    registry = str(path).removesuffix(LOCK)
    if os.path.lexists(registry) and os.path.lexists(registry + LOCK):
        raise Refused("registry-in-the-way", file=str(path))


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def remove_file(path: Path) -> None:
    """Remove a file of ours if it is there and can be removed."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def unlike_file(path: Path, mode: int) -> Unreadable:
    """Return what to raise where `mode` (of `stat`) is no regular file's: a folder, or a device or pipe."""
    return Unreadable("not-a-file" if stat.S_ISDIR(mode) else "no-ordinary-file", file=str(path))


def read_file(path: Path, most: int) -> bytes:
    """Return the bytes of a file of at most `most`, or raise Unreadable naming it.

    A pipe is read as long as somebody writes into it; where nobody does, nobody is waited for.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            data = file.read(most + 1)
            mode = os.fstat(file.fileno()).st_mode
    except FileNotFoundError as why:
        raise Unreadable("no-such-file", file=str(path)) from why
    except IsADirectoryError as why:
        raise Unreadable("not-a-file", file=str(path)) from why
    except (OSError, ValueError) as why:
        raise Unreadable("file-unreadable", file=str(path)) from why
    if stat.S_ISFIFO(mode) and not data:
        raise unlike_file(path, mode)
    if len(data) > most:
        raise Unreadable("too-large", file=str(path), most=most)
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe too, which is opened at once and read in the usual way."""
    if not hasattr(os, "O_NONBLOCK"):
        return os.open(path, flags)
    opened = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(opened, True)
    return opened
