"""What the owner wishes of backups that are made by themselves: how often and where. Off until she says so.

The wish stands in the registry, and so does what went wrong the last time, until a backup is made again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from likeness.acts.backups.back_up import TROUBLE, last_backup
from likeness.acts.desk import Desk
from likeness.errors import Unreadable
from likeness.registry.registry import Registry
from likeness.values.days import day_in
from likeness.values.outcome import Change, Outcome

DAYS = {"day": 1, "week": 7}  # how often, and after how many days the next one is due
AWAY = "folder-away"
_WISH = "backup.wish"
_CHANGED = frozenset({Change.OWNER})


@dataclass(frozen=True)
class BackupWish:
    """How often (a code of `DAYS`, empty for never) and in which folder, None where none was ever chosen.

    `own_disk` says that the folder lay on another disk than the registry when it was chosen.
    """

    every: str = ""
    folder: Path | None = None
    own_disk: bool = False


def backup_wish(registry: Registry) -> BackupWish:
    """Return what is wished now."""
    text = registry.settings.get(_WISH)
    if not text:
        return BackupWish()
    kept = json.loads(text)
    return BackupWish(kept["every"], Path(kept["folder"]), kept["own_disk"])


def choose_backups(desk: Desk, every: str, folder: Path) -> Outcome[BackupWish]:
    """Wish for a backup every day or week in a folder that is there; raises Unreadable ("no-such-folder")."""
    if not folder.is_dir():
        raise Unreadable("no-such-folder", file=str(folder))
    place = folder.absolute()
    wish = BackupWish(every, place, on_own_disk(place, desk.registry.path))
    _keep(desk, wish)
    return Outcome(wish, _CHANGED)


def choose_no_backups(desk: Desk) -> Outcome[BackupWish]:
    """Let none be made any more; the folder is remembered, and what lies there stays."""
    before = backup_wish(desk.registry)
    wish = BackupWish("", before.folder, before.own_disk)
    if before.folder is not None:
        _keep(desk, wish)
    return Outcome(wish, _CHANGED)


def is_due(registry: Registry, today: date) -> bool:
    """Tell whether one is wished and the last one, however it was made, is that old; `today` is a day in UTC."""
    wish, made = backup_wish(registry), last_backup(registry)
    if not wish.every:
        return False
    if made is None:
        return True
    days = (today - day_in(made, "UTC")).days
    return days >= DAYS[wish.every] or days < 0  # a last one that is still to come was made by a clock that was wrong


def last_trouble(registry: Registry) -> str:
    """Return the code of what went wrong when one was to be made by itself; empty where the last one was made."""
    return registry.settings.get(TROUBLE)


def on_own_disk(folder: Path, registry: Path) -> bool:
    """Tell whether a folder lies on another disk than the registry, as far as the system says."""
    try:
        return folder.stat().st_dev != registry.stat().st_dev
    except OSError:
        return False


def is_there(wish: BackupWish, registry: Path) -> bool:
    """Tell whether the folder of a wish is the one that was chosen.

    Where a disk is not plugged in, its folder is missing, or an empty one of that name lies on the disk of the
    registry: a backup in there would be none.
    """
    if wish.folder is None or not wish.folder.is_dir():
        return False
    return not wish.own_disk or on_own_disk(wish.folder, registry)


def _keep(desk: Desk, wish: BackupWish) -> None:
    text = json.dumps({"every": wish.every, "folder": str(wish.folder), "own_disk": wish.own_disk})
    desk.registry.settings.put_all({_WISH: text, TROUBLE: ""})
