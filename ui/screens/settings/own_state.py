"""What the sections Backups and Data show, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BackupState:
    """The last backup; how often one is made by itself (a code, empty for never), where, and what is said of that.

    `offer` says that one was just written by hand and could be made there every week. `trouble` is why none could be
    made by itself.
    """

    last: str = ""
    old: bool = False
    every: str = ""
    folder: str = ""
    same_disk: bool = False
    trouble: str = ""
    offer: bool = False


@dataclass(frozen=True)
class DataState:
    """Where the registry lies, how large it is, whence it comes; what is being done, and what a check found.

    `sound` is None until somebody asked; `found` are sentences.
    """

    files: tuple[str, ...] = ()
    folder: str = ""
    size: str = ""
    begun: str = ""
    doing: str = ""
    far: tuple[int, int] = (0, 0)
    sound: bool | None = None
    answer: str = ""
    found: tuple[str, ...] = ()
