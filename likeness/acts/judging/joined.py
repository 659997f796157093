"""What hangs together: limits join uses, for whoever shares a likeness may share a sum (FORMAT 4.7).

From some likenesses: the licences with limits that name them, what else those name, the uses of all these, and so on
until nothing is added. Where only what comes after an instant can change, only uses from then on are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow


@dataclass(frozen=True)
class Circle:
    """Likenesses that hang together, the rows of the licences that name them, and every recorded use of them.

    With `since`, in microseconds from 1970, the uses from that instant on; those that state none come last.
    """

    likenesses: frozenset[str]
    licences: frozenset[int]
    uses: tuple[UseRow, ...]
    since: int | None = None


def circle_of(registry: Registry, likenesses: Iterable[str], since: int | None = None) -> Circle:
    """Follow likeness to licence to likeness, and likeness to use to likeness, until nothing is added.

    Licences first: they are found by key, and uses by reading through blocks.
    """
    known: set[str] = set()
    reached = set(likenesses)
    licences: set[int] = set()
    uses: dict[int, UseRow] = {}
    while new := reached - known:
        named, rows = bound_with(registry, new)
        licences |= rows
        added = registry.uses.naming(named - known, since)
        known |= named
        uses |= {row.row: row for row in added}
        reached |= {one for row in added for one in row.use.likeness}
    return Circle(frozenset(known), frozenset(licences), tuple(uses.values()), since)


def bound_with(registry: Registry, likenesses: Iterable[str]) -> tuple[set[str], set[int]]:
    """Follow likeness to licence to likeness until nothing is added; returns both, licences by their rows."""
    known, reached, licences = set[str](), set(likenesses), set[int]()
    while new := reached - known:
        known |= new
        rows, named = registry.masks.bound(new)
        licences |= rows
        reached |= named
    return known, licences
