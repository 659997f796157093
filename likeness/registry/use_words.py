"""The words by which uses are found.

Those of a report's rows are laid in the index when somebody first looks for a word, not while the report is recorded:
they are derived from what is recorded, and to index them takes as long as to write the rows themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from likeness.registry.db import Database
from likeness.registry.use_pages import UsePages

if TYPE_CHECKING:
    import polars as pl

_WORDS = ("line_id", "user", "likeness", "project", "act", "purpose", "medium", "territory", "language")
_PAGES_AT_ONCE = 16
_PUT = "INSERT INTO use_text (rowid, words) VALUES (?, ?)"


class UseWords:
    """The index of words over the uses that are rows of their own."""

    def __init__(self, database: Database, pages: UsePages) -> None:
        self._db, self._pages = database, pages

    def put(self, use: int, words: str) -> None:
        """Let a use be found by words."""
        self._db.run(_PUT, (use, words))

    def behind(self) -> bool:
        """Tell whether the words of some uses are not in the index yet."""
        return self._db.one("SELECT 1 FROM use_page WHERE worded = 0 LIMIT 1") is not None

    def catch_up(self) -> None:
        """Lay all words in the index that are not there yet, some pages at a time: others may write in between."""
        while self.behind():
            with self._db.transaction():
                for page, facts in self._pages.unworded(_PAGES_AT_ONCE):
                    self._db.many(_PUT, enumerate(_words_of(facts), page.first))
                    self._pages.has_words(page)


def _words_of(facts: pl.DataFrame) -> list[str]:
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    words: list[str] = facts.select(pl.concat_str(_WORDS, separator="\n", ignore_nulls=True)).to_series().to_list()
    return words
