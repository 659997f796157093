"""The newest licences of a kind, however many there are: what is looked at is bounded on any registry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from likeness.registry.columns import instant_to
from likeness.registry.db import Database
from likeness.registry.licence_row import STATE_NOW
from likeness.registry.owing import Some

_NAMING = "SELECT licence FROM licence_likeness WHERE likeness = {likeness} ORDER BY licence DESC LIMIT {limit}"
_BEYOND = _NAMING.format(likeness="?1", limit="1 OFFSET ?2")
_ONCE = f"""SELECT id FROM licence WHERE id IN ({_NAMING.format(likeness="?2", limit="?3")}) AND own AND performer = ?4
    AND {STATE_NOW} IN ('in-force', 'suspended', 'expired') ORDER BY id DESC LIMIT ?5"""


class NewestLicences:
    """Asks the table of licences."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def more_than(self, most: int) -> bool:
        """Tell whether there are more licences than that, drafts included, without counting all."""
        return self._db.one("SELECT 1 FROM licence LIMIT 1 OFFSET ?", (most,)) is not None

    def from_elsewhere(self, most: int) -> list[bytes]:
        """Return the digests of the newest licences that came from elsewhere, at most `most`."""
        sql = "SELECT digest FROM licence WHERE NOT own AND digest IS NOT NULL ORDER BY id DESC LIMIT ?"
        return [row[0] for row in self._db.rows(sql, (most,))]

    def once_in_force(self, performer: str, likenesses: Iterable[str], now: datetime, most: int, farthest: int) -> Some:
        """Return own licences of a performer that are or were in force and were not ended early, newest first.

        Of each likeness the newest `farthest` are looked at, however many there are: its index walks them backwards.
        """
        found, whole = set[int](), True
        for likeness in sorted(likenesses):
            whole = whole and not self._db.rows(_BEYOND, (likeness, farthest))
            found.update(row[0] for row in self._db.rows(_ONCE, (instant_to(now), likeness, farthest, performer, most)))
        return Some(sorted(found, reverse=True)[:most], whole)
