"""How old the last backup is, in a few words for the foot of the navigation (UX section 2). No Qt."""

from __future__ import annotations

from datetime import date

from ui.kit.words import tr, tr_n

OLD_AFTER = 7  # days; the Overview says more about it after fourteen


def backup_age(made: date | None, begun: date, today: date) -> tuple[str, bool]:
    """Return the words, and whether it is old; a registry without a backup is as old as its beginning."""
    days = max((today - (made or begun)).days, 0)
    old = days > OLD_AFTER
    if made is None:
        return tr("No backup yet"), old
    return tr_n("Last backup {n} day ago", "Last backup {n} days ago", n=days) if days else tr("Backup from today"), old
