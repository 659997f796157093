"""The lexicon of a registry: every name and every set of codes of its licences, each with one number for ever."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from likeness.registry.db import Database
from likeness.registry.packed import pack, unpack

if TYPE_CHECKING:
    import polars as pl

BLOCK = 16  # a block is the names whose numbers agree but for the last 16 bits


class _Words:
    """Numbers for the texts of one table, append-only; what was asked once is remembered."""

    def __init__(self, database: Database, table: str) -> None:
        self._db, self._table = database, table
        self.forget()

    def number(self, text: str) -> int:
        """Return the number of a text; a new one gets the next, inside the caller's transaction."""
        found = self.find(text)
        return self._keep(self._db.insert(self._table, {"text": text}), text) if found is None else found

    def find(self, text: str) -> int | None:
        """Return the number of a text, None where there is none."""
        if text in self._numbers:
            return self._numbers[text]
        row = self._db.one(f"SELECT number FROM {self._table} WHERE text = ?", (text,))
        return None if row is None else self._keep(int(row[0]), text)

    def text(self, number: int) -> str:
        """Return the text of a number."""
        if number not in self._texts:
            row = self._db.one(f"SELECT text FROM {self._table} WHERE number = ?", (number,))
            self._keep(number, str(row[0]) if row else "")
        return self._texts[number]

    def forget(self) -> None:
        """Forget what was remembered: a transaction that was rolled back may have taken texts with it."""
        self._numbers: dict[str, int] = {"": 0}
        self._texts: dict[int, str] = {0: ""}

    def _keep(self, number: int, text: str) -> int:
        self._numbers[text] = number
        self._texts[number] = text
        return number


class WordTable:
    """Names and facets; the names, of which there are many, are also kept packed."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._words, self._facets = _Words(database, "word"), _Words(database, "facet")
        self.number, self.find, self.text = self._words.number, self._words.find, self._words.text
        self.facet, self.facet_text = self._facets.number, self._facets.text

    def add(self, names: Iterable[str]) -> None:
        """Give numbers to many new names at once."""
        self._db.many("INSERT OR IGNORE INTO word (text) VALUES (?)", ((name,) for name in names))

    def names(self) -> pl.Series:
        """Return every name by its number; the first is null."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        packed = [row[0] for row in self._db.rows("SELECT bytes FROM word_block ORDER BY block")]
        rest = self._block(len(packed), None)
        return pl.concat([*(unpack(data)["text"] for data in packed), rest])

    def pack(self) -> None:
        """Pack the blocks that are full, inside the caller's transaction; a name never changes."""
        row = self._db.one("SELECT (SELECT count(*) FROM word_block), coalesce(max(number), 0) FROM word")
        packed, last = row or (0, 0)
        for block in range(packed, (last + 1) >> BLOCK):
            data = pack(self._block(block, block + 1).to_frame("text"))
            self._db.run("INSERT INTO word_block VALUES (?, ?)", (block, data))

    def forget(self) -> None:
        """Forget what was remembered."""
        self._words.forget()
        self._facets.forget()

    def _block(self, first: int, after: int | None) -> pl.Series:
        import polars as pl  # noqa: PLC0415  see names

        end = -1 if after is None else after << BLOCK
        rows = self._db.rows(
            "SELECT text FROM word WHERE number >= ?1 AND (?2 < 0 OR number < ?2) ORDER BY number",
            (first << BLOCK, end),
        )
        none = [None] if first == 0 else []  # there is no name with the number 0
        return pl.Series("text", [*none, *(row[0] for row in rows)], dtype=pl.String)
