"""How old the last backup is, in a few words for the foot of the navigation (UX section 2). No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from likeness.acts.backups.back_up import last_backup
from likeness.acts.backups.backup_wish import AWAY, backup_wish, is_due, last_trouble
from likeness.paper.words import attention_words as said
from likeness.values.days import day_in
from likeness.values.text import shown
from ui.kit.words import language, tr, tr_n

OLD_AFTER = 7  # days; the Overview says more about it after fourteen


@dataclass(frozen=True)
class BackupFoot:
    """What the foot says: the age, whether it is old; where one could not be made by itself, and the whole of that."""

    words: str
    old: bool
    where: str = ""
    told: str = ""


def backup_foot(registry: Any, begun: date, today: date) -> BackupFoot:
    """Return what the foot says of a registry that was begun on a day; days are those of UTC."""
    made = last_backup(registry)
    words, old = backup_age(made and day_in(made, "UTC"), begun, today)
    trouble = last_trouble(registry) if is_due(registry, today) else ""
    if not trouble:
        return BackupFoot(words, old)
    folder = backup_wish(registry).folder
    place = shown(folder.name or str(folder)) if folder else ""
    where = tr("{folder} is not there", folder=place) if trouble == AWAY else tr("The next could not be made")
    return BackupFoot(words, True, where, said.about_backup(language(), str(folder), trouble))


def backup_age(made: date | None, begun: date, today: date) -> tuple[str, bool]:
    """Return the words, and whether it is old; a registry without a backup is as old as its beginning."""
    days = max((today - (made or begun)).days, 0)
    old = days > OLD_AFTER
    if made is None:
        return tr("No backup yet"), old
    return tr_n("Last backup {n} day ago", "Last backup {n} days ago", n=days) if days else tr("Backup from today"), old
