"""The file of a backup: others kept in it as they are, a ZIP without compression, so that any computer opens it."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from likeness.errors import Refused, Unreadable
from likeness.values.keep import disk_fault, remove_file

Step = Callable[[int, int], None]  # bytes done, bytes in all; may raise to stop
_PIECE = 1024 * 1024
# What the library raises at bytes that are not as they were written, or a member that is not there.
_DAMAGED = (zipfile.BadZipFile, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a ZIP must have some time: when it was made stands inside


def pack_files(path: Path, members: Mapping[str, Path], step: Step, beside: Path, *, over: bool) -> None:
    """Write files under their names into `path`, which holds all of it or what it held before.

    It is written at `beside` first, on the same disk. Where not `over`, a file that has come to lie at `path` meanwhile
    is left alone: Refused ("file-exists").
    """
    try:
        whole, done = sum(file.stat().st_size for file in members.values()), 0
        with beside.open("wb") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as archive:
                for name, file in members.items():
                    info = zipfile.ZipInfo(name, _EARLIEST)
                    with archive.open(info, "w", force_zip64=True) as into, file.open("rb") as source:
                        while piece := source.read(_PIECE):
                            into.write(piece)
                            done += len(piece)
                            step(done, whole)
            raw.flush()
            os.fsync(raw.fileno())
        if not over and path.exists():
            raise Refused("file-exists", file=str(path))
        beside.replace(path)
    except OSError as why:
        raise disk_fault(why, path) from why
    finally:
        remove_file(beside)


def names_in(path: Path) -> tuple[str, ...]:
    """Return the names in a file of `pack_files`; none where it is something else. Raises Unreadable for no file."""
    try:
        with path.open("rb") as raw, zipfile.ZipFile(raw) as archive:
            return tuple(info.filename for info in archive.infolist() if info.compress_type == zipfile.ZIP_STORED)
    except FileNotFoundError as why:
        raise Unreadable("no-such-file", file=str(path)) from why
    except IsADirectoryError as why:
        raise Unreadable("not-a-file", file=str(path)) from why
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ()
    except OSError as why:
        raise Unreadable("file-unreadable", file=str(path)) from why


def first_bytes(path: Path, member: str, count: int) -> bytes:
    """Return how a member of a file of `pack_files` begins; raises Unreadable where there is no such member to read."""
    try:
        with path.open("rb") as raw, zipfile.ZipFile(raw) as archive, archive.open(member) as inside:
            return inside.read(count)
    except _DAMAGED as why:
        raise Unreadable("backup-damaged", file=str(path)) from why
    except OSError as why:
        raise Unreadable("file-unreadable", file=str(path)) from why


def unpack_files(path: Path, members: Mapping[str, Path], step: Step) -> None:
    """Write the files of those names to where they belong; raise Unreadable("backup-damaged") where a byte differs."""
    done = 0
    try:
        with path.open("rb") as raw, zipfile.ZipFile(raw) as archive:
            whole = sum(archive.getinfo(name).file_size for name in members)
            for name, file in members.items():
                with archive.open(name) as source, file.open("wb") as into:
                    while piece := source.read(_PIECE):
                        into.write(piece)
                        done += len(piece)
                        step(done, whole)
                    into.flush()
                    os.fsync(into.fileno())
    except _DAMAGED as why:
        raise Unreadable("backup-damaged", file=str(path)) from why
    except OSError as why:
        raise disk_fault(why, next(iter(members.values()))) from why
