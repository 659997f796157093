"""By what a list is sorted: a column by its code, from its first value on or turned round."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """An empty column is the order that a list has by itself; that one is not turned."""

    column: str = ""
    falling: bool = False

    def by(self, column: str) -> Order:
        """Return the order after a column is asked for: the one it is sorted by already is turned round."""
        return Order(column, bool(column) and column == self.column and not self.falling)
