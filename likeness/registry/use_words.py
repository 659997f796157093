"""The words by which uses are found.

Those of a report's rows are laid in the index when somebody first looks for a word, not while the report is recorded:
they are derived from what is recorded, and to index them takes as long as to write the rows themselves. A name leads to
them too: that of the company, and of the performer whose likeness it is, as they are known then.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from likeness.registry.db import Database
from likeness.registry.find_words import laid
from likeness.registry.performers import CALLED
from likeness.registry.use_pages import UsePages

if TYPE_CHECKING:
    import polars as pl

_WORDS = ("line_id", "user", "likeness", "project", "act", "purpose", "medium", "territory", "language")
_PAGES_AT_ONCE = 16
_USER = "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))"
_WHOSE = f"SELECT id, {CALLED} FROM double WHERE id IN (SELECT value FROM json_each(?))"
_DROP = "DELETE FROM use_text WHERE rowid BETWEEN ? AND ?"
_PUT = "INSERT INTO use_text (rowid, words) VALUES (?, ?)"


class UseWords:
    """The index of words over the uses that are rows of their own."""

    def __init__(self, database: Database, pages: UsePages) -> None:
        self._db, self._pages = database, pages

    def put(self, use: int, words: str) -> None:
        """Let a use be found by words."""
        self._db.run(_PUT, (use, laid(words)))

    def behind(self) -> bool:
        """Tell whether the words of some uses are not in the index yet."""
        return self._db.one("SELECT 1 FROM use_page WHERE worded = 0 LIMIT 1") is not None

    def catch_up(self) -> None:
        """Lay all words in the index that are not there yet, some pages at a time: others may write in between."""
        while self.behind():
            with self._db.transaction():
                for page, facts in self._pages.unworded(_PAGES_AT_ONCE):
                    self._db.run(_DROP, (page.first, page.last))  # those that an earlier version laid there
                    self._db.many(_PUT, enumerate(self._words_of(facts), page.first))
                    self._pages.has_words(page)

    def _words_of(self, facts: pl.DataFrame) -> list[str]:
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

        named = facts.select(*_WORDS, self._names(facts["user"], _USER), self._names(facts["likeness"], _WHOSE))
        words: list[str] = (
            named.select(pl.concat_str(pl.all(), separator="\n", ignore_nulls=True)).to_series().to_list()
        )
        return words

    def _names(self, codes: pl.Series, sql: str) -> pl.Series:
        """Return the names behind codes, of which a text may hold several."""
        import polars as pl  # noqa: PLC0415  see _words_of

        texts = codes.drop_nulls().unique().to_list()
        asked = sorted({code for text in texts for code in text.split("|")})
        known = {code: laid(name) for code, name in self._db.rows(sql, (json.dumps(asked),))}
        names = {text: "\n".join(known[code] for code in text.split("|") if code in known) or None for text in texts}
        named = codes.replace_strict(names, default=None, return_dtype=pl.String)
        return named.alias(f"{codes.name} by name")
