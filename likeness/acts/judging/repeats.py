"""Which rows of a report were seen before (FORMAT section 6): in the same report, or from the same reporter and period.

- The first row of a line id counts. The same id with the same content is a duplicate; with other content it conflicts.
- Ids and contents are compared as hashes with a seed of chance, so that nobody can make two rows that look like one. Of
  contents 32 bits are kept: one contradiction in four billion would pass for a repeat.
- A column that a report lacks says the same as one in which nothing is stated.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from likeness.bulk.frame import MOMENTS, QUANTITIES, TEXTS

if TYPE_CHECKING:
    import polars as pl

_MOST_UNTOLD = 1_000_000  # rows whose contents are not asked: they are held meanwhile
_BEFORE_ALL = -(2**63)
_CONTENT = (*TEXTS[1:], "age", *MOMENTS, *(f"{name}_day" for name in MOMENTS), "rest", *QUANTITIES)


class Repeats:
    """What was seen so far: the ids of all rows, and their contents once somebody asks."""

    def __init__(self, seed: int, earlier: Iterable[pl.DataFrame]) -> None:
        """`earlier` are the facts that were imported before from the same reporter for the same period."""
        self._seed = seed
        self._seen = [self._told(facts) for facts in earlier]
        self._untold: list[pl.DataFrame] = []  # the newest parts, whose contents nobody asked yet
        self._last = None if self._seen else _BEFORE_ALL  # the newest id, while all are numbers that rise

    def split(self, facts: pl.DataFrame) -> tuple[pl.DataFrame, int, pl.DataFrame]:
        """Return the rows that are new, how many are duplicates in all, and those of them that conflict."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

        if self._rises(facts["line_id"]) or self._is_new(facts["line_id"]):
            self._keep(facts)  # most reports have no repeats: their contents are never compared
            return facts, 0, facts.clear()
        self._tell()
        told = self._told(facts)
        seen = pl.concat(self._seen) if self._seen else told.clear()
        again = ~told["id"].is_first_distinct() | told["id"].is_in(seen["id"].implode())
        self._seen.append(told.filter(~again))
        first = pl.concat([seen, told]).unique(subset="id", keep="first", maintain_order=True)
        compared = told.join(first, on="id", how="left", maintain_order="left")
        conflicts = again & (compared["content"] != compared["content_right"])
        return facts.filter(~again), int(again.sum()), facts.filter(conflicts)

    def _rises(self, ids: pl.Series) -> bool:
        """Tell whether the ids are numbers that have risen from row to row: most reports number their rows."""
        import polars as pl  # noqa: PLC0415  see split

        if self._last is None or not len(ids):
            return False
        numbers = ids.cast(pl.Int64, strict=False)
        # Compared, not subtracted: a difference of 64 bits runs over, and numbers that fall would seem to rise.
        rising = numbers.slice(1) > numbers.head(len(numbers) - 1)
        if numbers.null_count() or numbers[0] <= self._last or not rising.all():
            self._last = None
            return False
        self._last = numbers[-1]
        return True

    def _is_new(self, ids: pl.Series) -> bool:
        hashed = ids.hash(self._seed)
        known = [*(told["id"] for told in self._seen), *(facts["line_id"].hash(self._seed) for facts in self._untold)]
        return hashed.n_unique() == len(ids) and not any(hashed.is_in(seen.implode()).any() for seen in known)

    def _keep(self, facts: pl.DataFrame) -> None:
        self._untold.append(facts)
        if self._seen or sum(one.height for one in self._untold) > _MOST_UNTOLD:
            self._tell()  # so that memory does not grow with the report

    def _tell(self) -> None:
        self._seen += [self._told(facts) for facts in self._untold]
        self._untold.clear()

    def _told(self, facts: pl.DataFrame) -> pl.DataFrame:
        """Return the hash of each row's id and of its content: a sum, to which nothing stated adds nothing."""
        import polars as pl  # noqa: PLC0415  see split

        content = sum((_hashed(facts, name, self._seed) for name in _CONTENT), start=pl.lit(0, dtype=pl.UInt64))
        halved = (content // 2**32).cast(pl.UInt32)
        return facts.select(pl.col("line_id").hash(self._seed).alias("id"), halved.alias("content"))


def _hashed(facts: pl.DataFrame, name: str, seed: int) -> pl.Expr:
    """Return the hash of a column; a text in one column is not the same text in another."""
    import polars as pl  # noqa: PLC0415  see Repeats.split

    column = pl.col(name) if name in facts.columns else pl.lit(None, dtype=pl.String)
    return column.hash(seed + zlib.crc32(name.encode()))
