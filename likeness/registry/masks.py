"""Masks: what the judge reads of each signed licence, derived from its terms and events, and who is judged by which.

- Written in the transaction that changes a licence; `registry check` makes each again and compares.
- For engines that read all of them, 65,536 licences at a time are kept packed; a trigger drops what has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

from likeness.bulk.keys import Keyring
from likeness.bulk.lexicon import text_list
from likeness.bulk.mask import ANYONE, COLUMNS, STRIKE, Mask, grant_from, history_from, mask_of
from likeness.bulk.roll import SELDOM, Roll
from likeness.bulk.roll_frame import roll_frame
from likeness.registry.db import Database
from likeness.registry.packed import pack, unpack
from likeness.registry.words import WordTable
from likeness.scope.event import Event, History, history_of
from likeness.scope.grant import Grant

if TYPE_CHECKING:
    import polars as pl

BLOCK = 16  # a block is the licences whose rows agree but for the last 16 bits
_MASK = ", ".join(f"mask.{name}" for name in COLUMNS)
_MASKED = f"SELECT licence.id, licence.number, {_MASK} FROM mask JOIN licence ON licence.id = mask.licence"
_ANYBODY = 0


class MaskTable:
    """Masks and candidates of all signed licences."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.words = WordTable(database)
        self._roll: tuple[int, Roll] | None = None  # with the stamp it was made at

    def put(self, licence: int, grant: Grant, events: Iterable[Event]) -> None:
        """Derive the mask of a licence (its row) from what it grants and what happened."""
        mask = mask_of(grant, history_of(grant, events), self.words)
        columns = ", ".join(("licence", *COLUMNS))
        marks = ", ".join("?" * (len(COLUMNS) + 1))
        self._db.run(f"INSERT OR REPLACE INTO mask ({columns}) VALUES ({marks})", (licence, *mask))
        self._db.run("DELETE FROM candidate WHERE licence = ?", (licence,))
        for row in names_of(mask, self.words):
            self._db.run("INSERT INTO candidate VALUES (?, ?, ?, ?)", (*row, licence))

    def put_many(self, rows: Iterable[tuple[int, Mask]]) -> None:
        """Record the masks of many new licences, in the order of their rows."""
        listed = list(rows)
        marks = ", ".join("?" * (len(COLUMNS) + 1))
        self._db.many(f"INSERT INTO mask VALUES ({marks})", ((row, *mask) for row, mask in listed))
        names = sorted((*name, row) for row, mask in listed for name in names_of(mask, self.words))
        self._db.many("INSERT INTO candidate VALUES (?, ?, ?, ?)", names)

    def put_history(self, licence: int, grant: Grant, events: Iterable[Event]) -> None:
        """Derive anew only what events say of a licence."""
        mask = mask_of(grant, history_of(grant, events), self.words)
        self._db.run(
            "UPDATE mask SET withdrawn = ?, superseded = ?, died = ?, paused = ? WHERE licence = ?",
            (mask.withdrawn, mask.superseded, mask.died, mask.paused, licence),
        )

    def get(self, licence: int) -> Mask | None:
        """Return the mask of a licence's row, None for a draft."""
        row = self._db.one(f"SELECT {_MASK} FROM mask WHERE licence = ?", (licence,))
        return None if row is None else Mask(*row)

    def grants(self, where: str, values: tuple[object, ...]) -> Iterator[tuple[int, Mask, Grant]]:
        """Yield (row, mask, grant) of the licences that meet a condition of our own code."""
        for row, number, *columns in self._db.rows(f"{_MASKED} WHERE {where}", values):
            mask = Mask(*columns)
            yield row, mask, grant_from(number, mask, self.words)

    def stopped_by_strikes(self) -> Iterator[frozenset[str]]:
        """Yield the likenesses of each licence under which nothing is made during a strike."""
        return (grant.likenesses for _, _, grant in self.grants("mask.flags & ?", (STRIKE,)))

    def candidates(self, likeness: str, user: str | None, project: str | None) -> list[tuple[int, Grant, History]]:
        """Return (row, grant, history) of the licences a use is judged by: those of its project, else all (FORMAT 4.2).

        Only licences of the use's own project can cover it, and where there is one, no other is nearer (FORMAT 4.8).
        """
        found = self._candidates(likeness, user, project) if project is not None else []
        return found or self._candidates(likeness, user, None)

    def naming(self, likenesses: Iterable[str]) -> list[tuple[int, Grant]]:
        """Return (row, grant) of the signed licences that name one of the likenesses."""
        numbers = [self.words.find(one) for one in sorted(likenesses)]
        where = "mask.licence IN (SELECT licence FROM candidate WHERE likeness IN (SELECT value FROM json_each(?)))"
        known = json.dumps([number for number in numbers if number is not None])
        return [(row, grant) for row, _, grant in self.grants(f"{where} ORDER BY licence.number", (known,))]

    def bound(self, likenesses: Iterable[str]) -> tuple[set[int], set[str]]:
        """Return the rows of the signed licences that name one of the likenesses, and what those with limits name."""
        numbers = [number for one in sorted(likenesses) if (number := self.words.find(one)) is not None]
        rows = self._db.rows(
            "SELECT licence, likeness, likenesses, limits FROM mask WHERE licence IN "
            "(SELECT licence FROM candidate WHERE likeness IN (SELECT value FROM json_each(?)))",
            (json.dumps(numbers),),
        )
        limited = {(first, further) for _, first, further, limits in rows if limits}
        names = {self.words.text(first) for first, _ in limited}
        names |= {one for _, further in limited for one in text_list(self.words.facet_text(further))}
        return {row[0] for row in rows}, names

    def numbered(self, numbers: Iterable[str]) -> list[tuple[int, Grant]]:
        """Return (row, grant) of signed licences by their numbers."""
        where = "licence.number IN (SELECT value FROM json_each(?))"
        return [(row, grant) for row, _, grant in self.grants(where, (json.dumps(sorted(numbers)),))]

    def roll(self, keys: Keyring) -> Roll:
        """Return every signed licence as columns: with these keys, or as it stands, with those it was made with.

        To be asked outside a transaction: one that is rolled back takes its stamp with it.
        """
        stamp = self._stamp()
        if self._roll is not None and self._roll[0] == stamp:
            return self._roll[1]
        usual = ["licence", *(name for name in COLUMNS if name not in SELDOM)]
        roll = Roll(self._frame(usual), self.words, keys, lambda name: self._frame([name])[name])
        self._roll = None if stamp is None or stamp != self._stamp() else (stamp, roll)
        return roll

    def _stamp(self) -> int | None:
        """Return a number that changes whenever a mask does, None while some of them are not packed."""
        blocks = self._blocks()
        row = self._db.one("SELECT (SELECT count(*) FROM mask_block), stamp FROM mask_stamp")
        return int(row[1]) if row and row[0] == len(blocks) else None

    def _frame(self, columns: list[str]) -> pl.DataFrame:
        """Return some columns of every signed licence, packed or not, in the order of their rows."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        packed = dict(self._db.rows("SELECT block, bytes FROM mask_block"))
        frames = [
            unpack(packed[block], columns) if block in packed else self._block(block).select(columns)
            for block in self._blocks()
        ]
        return pl.concat(frames, rechunk=True) if frames else roll_frame(()).select(columns)

    def pack(self) -> None:
        """Pack the blocks that have changed, and new names, inside the caller's transaction."""
        self.words.pack()
        packed = {row[0] for row in self._db.rows("SELECT block FROM mask_block")}
        for block in self._blocks():
            if block not in packed:
                self._db.run("INSERT INTO mask_block VALUES (?, ?)", (block, pack(self._block(block))))

    def _blocks(self) -> range:
        """Return the blocks that there are; some may be empty."""
        row = self._db.one("SELECT coalesce(max(licence), -1) FROM mask")
        return range(((row[0] if row else -1) >> BLOCK) + 1)

    def differs(self, licence: int, grant: Grant, events: Iterable[Event]) -> bool:
        """Tell whether a mask, or the names a licence is found by, say something else than its terms and events."""
        kept = self.get(licence)
        if kept is None:
            return True
        same = grant_from(grant.number, kept, self.words) == grant
        named = set(self._db.rows("SELECT likeness, party, project FROM candidate WHERE licence = ?", (licence,)))
        known = history_from(kept, self.words) == history_of(grant, events)
        return not (same and known and named == set(names_of(kept, self.words)))

    def stale_blocks(self) -> list[int]:
        """Return the packed blocks that say something else than the masks they were made from."""
        packed = self._db.rows("SELECT block, bytes FROM mask_block ORDER BY block")
        return [block for block, data in packed if not unpack(data).equals(self._block(block))]

    def _block(self, block: int) -> pl.DataFrame:
        rows = self._db.rows(
            f"SELECT licence.id, licence.number, {_MASK} FROM mask JOIN licence ON licence.id = mask.licence "
            "WHERE mask.licence >= ? AND mask.licence < ? ORDER BY licence.id",
            (block << BLOCK, (block + 1) << BLOCK),
        )
        return roll_frame((row[0], row[1], Mask(*row[2:])) for row in rows)

    def _candidates(self, likeness: str, user: str | None, project: str | None) -> list[tuple[int, Grant, History]]:
        named: list[int | None] = [self.words.find(likeness)]
        where = "candidate.likeness = ?"
        if user is not None:
            where += " AND candidate.party IN (0, ?)"
            named.append(self.words.find(user))
        if project is not None:
            where += " AND candidate.project = ?"
            named.append(self.words.find(project))
        rows = self._db.rows(
            f"SELECT DISTINCT licence.id, licence.number, {_MASK} FROM candidate "
            "JOIN mask ON mask.licence = candidate.licence JOIN licence ON licence.id = mask.licence "
            f"WHERE {where} ORDER BY licence.number",
            tuple(-1 if number is None else number for number in named),
        )
        found = []
        for row, number, *columns in rows:
            mask = Mask(*columns)
            found.append((row, grant_from(number, mask, self.words), history_from(mask, self.words)))
        return found


def names_of(mask: Mask, words: WordTable) -> Iterator[tuple[int, int, int]]:
    """Yield (likeness, party, project) under which a licence is found."""
    passing = words.facet_text(mask.passing)
    parties = [_ANYBODY] if passing == ANYONE else [mask.licensee, *map(words.number, sorted(text_list(passing)))]
    likenesses = [mask.likeness, *map(words.number, sorted(text_list(words.facet_text(mask.likenesses))))]
    projects = [mask.project, *map(words.number, sorted(text_list(words.facet_text(mask.projects))))]
    return iter(dict.fromkeys(product(likenesses, parties, projects)))
