"""Text cells as facts: trimmed, aliases put in, lists in order (FORMAT section 6).

- An empty cell is a missing fact (null). `none` in a list of tags says that there is none (""); elsewhere in a list it
  is a missing fact too.
- Members of a list are trimmed and empty ones dropped. Strange characters stay as they came: no code matches them.
- Each distinct text is looked at once, so a column of a million cells costs what its different texts cost.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from likeness.feeds.block import LONGEST_WORD
from likeness.feeds.mapping import alike
from likeness.feeds.targets import LISTS, NONE, SEPARATOR, TAGS

if TYPE_CHECKING:
    import polars as pl

MOST_MEMBERS = 1_000
BLANKS = " \t\r\n\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def trimmed(cells: pl.Series) -> pl.Series:
    """Return a column without white space around its texts; what is empty then is missing."""
    import polars as pl  # noqa: PLC0415  a command must start fast

    bare = cells.str.strip_chars(BLANKS)
    return pl.select(pl.when(bare != "").then(bare)).to_series().rename(cells.name)


def read_words(
    cells: pl.Series, target: str, aliases: dict[str, str | None], *, tidy: bool, longest: float = inf
) -> tuple[pl.Series, dict[int, str]]:
    """Return a column of words or lists, and, by row, the reason why a text is too long.

    `tidy` is the promise of a Block; no cell has more than `longest` bytes.
    """
    import polars as pl  # noqa: PLC0415  a command must start fast

    listed = target in LISTS or target in TAGS
    words = _aliased(cells, aliases, listed=listed) if aliases else cells
    if listed:
        if not tidy or aliases:
            words = _put(words, words.str.contains(SEPARATOR, literal=True), _list_in_order)
        if (aliases or longest >= len(NONE)) and (none := words == NONE).any():
            said = pl.lit("" if target in TAGS else None, dtype=pl.String)
            words = pl.select(pl.when(none).then(said).otherwise(words)).to_series()
    return words, {} if longest <= LONGEST_WORD and not aliases else _too_long(words, listed=listed)


def _aliased(cells: pl.Series, aliases: dict[str, str | None], *, listed: bool) -> pl.Series:
    def said(text: str) -> str | None:
        if (whole := alike(text)) in aliases:
            return aliases[whole]
        if not listed or SEPARATOR not in text:
            return text
        members = (aliases.get(alike(part), part.strip(BLANKS)) for part in text.split(SEPARATOR))
        return SEPARATOR.join(member for member in members if member)

    return _put(cells, cells.is_not_null(), said)


def _list_in_order(text: str) -> str | None:
    members = (part.strip(BLANKS) for part in text.split(SEPARATOR))
    return SEPARATOR.join(dict.fromkeys(member for member in members if member)) or None


def _put(cells: pl.Series, rows: pl.Series, said: Callable[[str], str | None]) -> pl.Series:
    """Return the column with the texts of some rows replaced by what they say."""
    import polars as pl  # noqa: PLC0415  a command must start fast

    texts = cells.filter(rows).unique().to_list()
    changed = {text: now for text in texts if text is not None and (now := said(text)) != text}
    if not changed:
        return cells
    return cells.replace(pl.Series(list(changed), dtype=pl.String), pl.Series(list(changed.values()), dtype=pl.String))


def _too_long(words: pl.Series, *, listed: bool) -> dict[int, str]:
    longest = words.str.len_bytes().max()
    if longest is None or int(longest) <= LONGEST_WORD:  # type: ignore[arg-type]
        return {}
    found = {}
    rows = np.flatnonzero((words.str.len_bytes() > LONGEST_WORD).fill_null(False).to_numpy()).tolist()
    for row, text in zip(rows, words.gather(rows).to_list(), strict=True):
        members = text.split(SEPARATOR) if listed else [text]
        if max(map(len, members)) > LONGEST_WORD:
            found[row] = "text-too-long"
        elif len(members) > MOST_MEMBERS:
            found[row] = "list-too-long"
    return found
