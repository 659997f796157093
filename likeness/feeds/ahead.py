"""One step ahead: while a piece of a report is used, the next one is read on another thread.

Polars and NumPy let go of the interpreter's lock, so two cores are kept busy. At most one piece is read ahead.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TypeVar

T = TypeVar("T")


def ahead(items: Generator[T]) -> Iterator[T]:
    """Yield what `items` yields, in the same order and with the same errors; it is closed when this is."""
    with closing(items), ThreadPoolExecutor(1, "report") as worker:
        following = worker.submit(next, items, None)
        while (item := following.result()) is not None:
            following = worker.submit(next, items, None)
            yield item
