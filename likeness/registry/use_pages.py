"""What is known of the rows of reports that are uses of their own: their facts and what was first found of them.

A page is some such uses with numbers that follow each other, as compressed columns: a row of a table for each, with its
facts as text and its first verdict beside it, costs five times that. What is found later stands in `registry.findings`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from likeness.registry.db import Database
from likeness.registry.packed import pack, unpack

if TYPE_CHECKING:
    import polars as pl

ROWS_OF_A_PAGE = 4_096
FOUND = ("verdict", "broken", "missing", "licences", "found")  # as `registry.findings` has them
_REMEMBERED = 16  # pages kept unpacked: a list asks for the same ones again and again


class Page(NamedTuple):
    """Uses `first` to `last` of one block."""

    first: int
    last: int
    block: int


class UsePages:
    """The pages of a registry."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._unpacked = lru_cache(maxsize=_REMEMBERED)(self._read)

    def put(self, block: int, first: int, frame: pl.DataFrame) -> None:
        """Keep a frame of the facts of a block's rows, and what was found of them, for the uses from `first` on."""
        self._unpacked.cache_clear()  # a page of these numbers may have been read before it was taken back
        self._db.insert(
            "use_page",
            {"first": first, "last": first + frame.height - 1, "block": block, "worded": 0, "bytes": pack(frame)},
        )

    def of(self, uses: Sequence[int]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield (use, its facts and what was found) of those uses that stand in a page."""
        wanted = sorted(uses)
        pages = self._between(wanted[0], wanted[-1]) if wanted else []
        firsts = [page.first for page in pages]
        for place, some in groupby(wanted, key=lambda use: bisect_right(firsts, use) - 1):
            mine = [use for use in some if place >= 0 and use <= pages[place].last]
            if mine:
                frame = self._unpacked(pages[place])
                yield from zip(mine, frame[[use - pages[place].first for use in mine]].to_dicts(), strict=True)

    def of_block(self, block: int) -> Iterator[tuple[int, pl.DataFrame]]:
        """Yield (first use, its page) of the pages of a block."""
        for row in self._db.rows("SELECT first, last, block FROM use_page WHERE block = ? ORDER BY first", (block,)):
            yield row[0], self._read(Page(*row))

    def unworded(self, most: int) -> Iterator[tuple[Page, pl.DataFrame]]:
        """Yield at most so many pages whose words cannot be found yet, with their facts."""
        for row in self._db.rows("SELECT first, last, block FROM use_page WHERE worded = 0 LIMIT ?", (most,)):
            yield Page(*row), self._read(Page(*row))

    def has_words(self, page: Page) -> None:
        """Record that the words of a page can be found."""
        self._db.run("UPDATE use_page SET worded = 1 WHERE first = ?", (page.first,))

    def _between(self, first: int, last: int) -> list[Page]:
        sql = "SELECT first, last, block FROM use_page WHERE first <= ? AND last >= ? ORDER BY first"
        return [Page(*row) for row in self._db.rows(sql, (last, first))]

    def _read(self, page: Page) -> pl.DataFrame:
        row = self._db.one("SELECT bytes FROM use_page WHERE first = ?", (page.first,))
        return unpack(bytes(row[0]) if row else b"")
