"""What a list was asked to show when it was left, read again: its order, its filters, the row somebody chose. No Qt.

It is only a convenience: what nobody can read any more, or what is not known here, asks for the usual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from likeness.values.order import Order

Asked = Mapping[str, Any]


class Left:
    """How the list of a screen is left: `asked` is what it is asked to show, `again` asks for it before it reads."""

    def __init__(self, asked: Callable[[], dict[str, Any]], again: Callable[[Asked], None]) -> None:
        self.asked, self.again = asked, again


ROW = "row"


def with_row(asked: dict[str, Any], row: str) -> dict[str, Any]:
    """Return what a list was asked to show and the row that somebody chose last; none where nobody chose one."""
    return asked | {ROW: row} if row else asked


def order_of(asked: Asked, columns: Iterable[str], usual: Order) -> Order:
    """Return the order that was asked for."""
    order = asked.get("order")
    if not isinstance(order, dict) or order.get("column") not in tuple(columns):
        return usual
    return Order(order["column"], order.get("falling") is True)


def codes_of(asked: Asked, name: str, known: Iterable[str], usual: frozenset[str]) -> frozenset[str]:
    """Return the codes that were chosen under a name, all of them known."""
    codes = asked.get(name)
    if not isinstance(codes, list) or not all(isinstance(one, str) for one in codes) or not set(codes) <= set(known):
        return usual
    return frozenset(codes)


def word_of(asked: Asked, name: str, usual: str = "") -> str:
    """Return the word that was chosen under a name."""
    word = asked.get(name)
    return word if isinstance(word, str) else usual
