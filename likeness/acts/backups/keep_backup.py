"""A backup that is made by itself, in the chosen folder: a name of its own, then the oldest ones go.

1. Nothing is written over: where the name of the day is taken, the next one has a number.
2. A folder that is not there is never made: the disk may not be plugged in, or this may be another computer.
3. What goes wrong is written down and told once; the backups that are there stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from likeness.acts.backups.back_up import ENDING, TROUBLE, Backup, Cancelled, Progress, note_made, write_backup
from likeness.acts.backups.backup_wish import AWAY, BackupWish, backup_wish, is_there, last_trouble
from likeness.acts.backups.backups_kept import WRITTEN, prune, with_newest
from likeness.acts.desk import Desk
from likeness.errors import Broken, LikenessError, Refused
from likeness.values.days import day_in
from likeness.values.keep import remove_file
from likeness.values.outcome import Change, Outcome

_CHANGED = frozenset({Change.OWNER})
# Nothing is wrong with the folder, or another program was quicker: it is tried again and nobody is told.
_PASSES = ("cancelled", "in-use", "closed", "file-exists")


@dataclass(frozen=True)
class Kept:
    """A backup that was made by itself, and the names of older ones that went for it."""

    made: Backup
    gone: tuple[str, ...]


def backup_name(desk: Desk) -> str:
    """Return what a backup of today is called, unless somebody says otherwise: the registry's name and the day."""
    return f"{desk.registry.path.stem}-{day_in(desk.now(), 'UTC')}{ENDING}"


def keep_backup(desk: Desk, *, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Outcome[Kept]:
    """Make one where it is wished; raises as `back_up` does, Refused ("no-backup-folder") or Broken ("folder-away")."""
    wish = backup_wish(desk.registry)
    if not wish.every:
        raise Refused("no-backup-folder")
    folder = _folder(desk, wish)
    made = write_backup(desk, _free(folder, backup_name(desk)), over=False, progress=progress, cancelled=cancelled)
    try:
        note_made(desk.registry, made, **{WRITTEN: with_newest(desk.registry, made.file)})
    except LikenessError:
        remove_file(made.file)  # what the registry does not know of would never go
        raise
    return Outcome(Kept(made, prune(desk.registry, folder)), _CHANGED)


def keep_backup_quietly(
    desk: Desk, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[str]:
    """Make one as `keep_backup` does; returns the code of what went wrong, empty where nothing did.

    It is written down, and rings only where it is news. What is nobody's fault (a lock, Cancel, another program at
    work) is nothing.
    """
    try:
        return Outcome("", keep_backup(desk, progress=progress, cancelled=cancelled).changed)
    except LikenessError as why:
        if why.code in _PASSES:
            return Outcome("")
        code = why.code if is_there(backup_wish(desk.registry), desk.registry.path) else AWAY  # pulled out meanwhile
        if code == last_trouble(desk.registry):
            return Outcome(code)
        desk.registry.settings.put(TROUBLE, code)
        return Outcome(code, _CHANGED)


def _folder(desk: Desk, wish: BackupWish) -> Path:
    if wish.folder is None or not is_there(wish, desk.registry.path):
        raise Broken(AWAY, file=str(wish.folder))
    return wish.folder


def _free(folder: Path, name: str) -> Path:
    """Return the first path in a folder where nothing lies: the name, or with a number from 2 on before its ending."""
    stem = name.removesuffix(ENDING)
    names = (name if number == 1 else f"{stem}-{number}{ENDING}" for number in count(1))
    return next(folder / one for one in names if not _taken(folder / one))


def _taken(path: Path) -> bool:
    return path.is_symlink() or path.exists()
