"""Frames of uses heard by the twin, side by side where that may be, in the order they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from likeness.bulk.keys import Keyring
from likeness.bulk.roll import Roll
from likeness.bulk.twin import Part, hear
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

_AT_ONCE = 2  # heard side by side, while the next one is read


def heard(
    frames: Iterable[tuple[pl.DataFrame, bool]], roll: Roll, gone: Mapping[int, int], *, here: bool = False
) -> Iterator[tuple[pl.DataFrame, Part]]:
    """Yield each frame with what was heard of it; beside a frame stands whether its rows may name several likenesses.

    `gone` is of `deletions`. `here`, on this thread alone, is for whoever stands in a transaction: another thread reads
    the registry by a connection of its own, which does not see what was written, or may not read at all.
    """
    if here:
        for facts, lists in frames:
            yield facts, hear(facts, roll, gone, lists=lists)
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting: deque[tuple[pl.DataFrame, Future[Part]]] = deque()
        for facts, lists in frames:
            waiting.append((facts, pool.submit(hear, facts, roll, gone, lists=lists)))
            if len(waiting) >= _AT_ONCE:
                told, one = waiting.popleft()
                yield told, one.result()
        while waiting:
            told, one = waiting.popleft()
            yield told, one.result()


def deletions(registry: Registry, keys: Keyring) -> dict[int, int]:
    """Return, by the key of a likeness, the first day by which it or a source should be deleted (FORMAT 4.9)."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many uses are judged

    dated = registry.doubles.to_be_gone()
    if not dated:
        return {}
    known = {one.id: one for one in registry.doubles.lineage([*dated, *registry.doubles.derived()])}
    days: dict[str, int] = {}
    for name in known:
        waiting, seen = [name], set[str]()
        while waiting:
            one = known.get(waiting.pop())
            if one is not None and one.id not in seen:
                seen.add(one.id)
                waiting += one.derived_from
                if one.delete_by is not None:
                    days[name] = min(days.get(name, one.delete_by.toordinal()), one.delete_by.toordinal())
    numbers = keys.of("likeness", pl.Series(list(days), dtype=pl.String)).tolist()
    return dict(zip(numbers, days.values(), strict=True))
