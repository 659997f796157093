"""A backup: one file with the registry and its locks as they stand, read back before it counts; and bringing it back.

1. Both are copied as they are kept, the registry encrypted, its secret behind its locks: the file opens with the
   passphrase of the day it was made, or with the twelve words of that day, and with nothing else.
2. The copy is opened with the registry's own key; its pages must be in order and its log must end in the same root.
   Only then does the file take its place, and the day is kept, so that the window can say that it grows old.
3. The copy knows that day too: a registry that is brought back says of which day its backup is.
4. What fails or is cancelled leaves nothing behind, and an earlier backup as it was. Nothing is ever written over that
   is not a backup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from likeness.acts.backups.backup_aside import COPY, PACKED, aside
from likeness.acts.backups.backup_file import first_bytes, names_in, pack_files, unpack_files
from likeness.acts.desk import Desk
from likeness.errors import Broken, LikenessError, Refused, Unreadable
from likeness.registry.registry import Registry, open_registry
from likeness.seal.vault import open_vault, vault_path
from likeness.seal.vault_lock import Opener
from likeness.values.chance import Chance
from likeness.values.days import parse_instant
from likeness.values.keep import disk_fault, read_file, remove_file
from likeness.values.outcome import Change, Outcome

ENDING = ".likeness-backup"
_MEMBERS = ("registry", "vault")
_WHEN, _FROM, _OFFERED, TROUBLE = "backup.at", "backup.from", "backup.offered", "backup.trouble"
_LARGEST_VAULT, _MARK_BYTES = 65_536, 16
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Backup:
    """A file that was written or brought back, and when it was written; how many leaves its log has, and their root.

    `at` is None in a file that was written before backups knew their own day.
    """

    file: Path
    at: datetime | None
    leaves: int
    root: bytes


def last_backup(registry: Registry) -> datetime | None:
    """Return the instant of the last backup, or None if there never was one."""
    text = registry.settings.get(_WHEN)
    return parse_instant(text, _WHEN) if text else None


def came_from(registry: Registry) -> datetime | None:
    """Return the instant of the backup that a registry was brought back from, or None."""
    text = registry.settings.get(_FROM)
    return parse_instant(text, _FROM) if text else None


def note_offered(desk: Desk) -> Outcome[None]:
    """Remember that the owner of a new registry was offered a backup: until there is one, it waits for her."""
    with desk.registry.transaction():
        desk.registry.settings.put(_OFFERED, desk.now().isoformat())
    return Outcome(None, frozenset({Change.OWNER}))


def was_offered(registry: Registry) -> bool:
    """Tell whether the owner was offered a backup and has made none since."""
    return bool(registry.settings.get(_OFFERED)) and last_backup(registry) is None


def back_up(
    desk: Desk, file: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[Backup]:
    """Write a backup; raise Refused ("file-exists", "cancelled") or Broken ("disk-full", "in-use"...).

    Broken ("backup-not-noted") says that the backup is good and the registry takes no word of it.
    """
    if file.exists() and not is_backup(file):
        raise Refused("file-exists", file=str(file))
    made = write_backup(desk, file, over=True, progress=progress, cancelled=cancelled)
    try:
        note_made(desk.registry, made)
    except Broken as why:
        raise Broken("backup-not-noted", file=str(file), cause=why.code) from why
    return Outcome(made, frozenset({Change.OWNER}))


def write_backup(
    desk: Desk, file: Path, *, over: bool, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Backup:
    """Write a backup that nobody has noted yet; raises as `back_up` does. `over`: what lies there may be replaced."""
    registry, key, step = desk.registry, desk.vault.database_key(), _stepping(file, progress, cancelled)
    at = desk.now().replace(microsecond=0)
    notes = {_WHEN: at.isoformat(), _FROM: at.isoformat(), TROUBLE: ""}
    with aside(file, registry.path, at) as folder:
        copy = folder / COPY
        _copy(registry, copy, key, file, step)
        made = _read_back(copy, key, file, notes, cancelled)
        if made.root != registry.journal.root(made.leaves):
            raise Broken("in-use", file=str(registry.path))
        members = dict(zip(_MEMBERS, (copy, vault_path(registry.path)), strict=True))
        pack_files(file, members, step, folder / PACKED, over=over)
    return made


def _copy(registry: Registry, copy: Path, key: bytes, file: Path, step: Progress) -> None:
    try:
        registry.copy_to(copy, key, step)
    except Broken as why:  # the registry is only read: the disk that is full is the one of the backup
        raise Broken(why.code, file=str(file)) if why.code == "disk-full" else why from why.__cause__


def note_made(registry: Registry, made: Backup, **more: str) -> None:
    """Keep that a backup was written, and more settings with it, as one."""
    registry.settings.put_all({_WHEN: made.at.isoformat() if made.at else "", TROUBLE: "", **more})


def is_backup(file: Path) -> bool:
    """Tell whether a file is one of ours, of whatever registry, by what lies in it."""
    return names_in(file) == _MEMBERS


def mark_of(file: Path) -> str:
    """Return the mark of the copy in a backup: sixteen bytes of chance that the engine gives each file of its own.

    No two backups have the same one, not even of one registry and one day. Raises Unreadable.
    """
    return first_bytes(file, _MEMBERS[0], _MARK_BYTES).hex()


def restore_backup(
    file: Path,
    path: Path,
    passphrase: Opener,
    chance: Chance,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Backup:
    """Bring a registry back from a backup to `path`, where none lies; with passphrase or words of the day it was made.

    Raises Refused ("file-exists", "cancelled"), Unreadable ("not-a-backup", "backup-damaged") or Broken
    ("wrong-passphrase", "wrong-words", "no-words"...).
    """
    for taken in (path, vault_path(path)):
        if taken.exists():
            raise Refused("file-exists", file=str(taken))
    if not is_backup(file):
        raise Unreadable("not-a-backup", file=str(file))
    beside = path.with_name(f".{path.name}.restored")
    _clear(beside, vault_path(beside))
    try:
        _make_room(path.parent)
        members = dict(zip(_MEMBERS, (beside, vault_path(beside)), strict=True))
        unpack_files(file, members, _stepping(file, progress, cancelled))
        found = _read_back(beside, _key_of(vault_path(beside), passphrase, chance, file), file, {}, cancelled)
        vault_path(beside).replace(vault_path(path))
        beside.replace(path)
    except OSError as why:
        raise disk_fault(why, path) from why
    finally:
        _clear(beside, vault_path(beside))
    return found


def _key_of(vault: Path, passphrase: Opener, chance: Chance, file: Path) -> bytes:
    try:
        text = read_file(vault, _LARGEST_VAULT).decode("utf-8")
        return open_vault(text, passphrase, chance).database_key()
    except UnicodeError as why:
        raise Unreadable("backup-damaged", file=str(file)) from why
    except LikenessError as fault:
        raise fault.at(file=str(file)) from None


def _read_back(copy: Path, key: bytes, file: Path, notes: Mapping[str, str], cancelled: Cancelled | None) -> Backup:
    """Let a copy keep `notes` and return what it holds; raise Broken("damaged") where its pages are not in order."""
    try:
        registry = open_registry(copy, key)
        try:
            if notes:
                registry.settings.put_all(notes)
            if not registry.engine_says_sound(cancelled):
                raise Broken("damaged")
            return Backup(file, came_from(registry), registry.journal.size(), registry.journal.root())
        finally:
            registry.close()
    except LikenessError as fault:
        raise fault.at(file=str(file)) from None


def _stepping(file: Path, progress: Progress | None, cancelled: Cancelled | None) -> Progress:
    def step(done: int, whole: int) -> None:
        if cancelled is not None and cancelled():
            raise Refused("cancelled", file=str(file))
        if progress is not None:
            progress(done, whole)

    return step


def _make_room(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise disk_fault(why, folder) from why


def _clear(*files: Path) -> None:
    for file in files:
        remove_file(file)
        remove_file(file.with_name(file.name + "-journal"))
