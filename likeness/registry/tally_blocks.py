"""Tallies as they are kept: those of 64 licences side by side as one block, each in as few bytes as it takes.

A report touches nearly every block, and what is written anew is what its recording costs. Nearly all tallies are small:
their limit is open, its sums need 16 bits, and the newest row had a whole second. A block has the small ones, then the
large ones, each kind sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Records = NDArray[np.void]
Block = tuple[int, bytes, bytes]  # number, small tallies, large tallies

BITS = 6  # a block is the licences whose rows agree but for the last 6 bits
RECORD = np.dtype(
    [("licence", "<u4"), ("place", "<u2"), ("period", "<u4"), *((name, "<i8") for name in
     ("total", "closed", "newest", "most_read"))]
)  # fmt: skip
_SMALL = np.dtype(
    [("licence", "u1"), ("place", "u1"), ("period", "<u4"), ("total", "<u2"), ("newest", "<u4"), ("most_read", "<u2")]
)
_AS_THEY_ARE = ("place", "period", "total", "most_read")
_PLACES, _SUMS, _LICENCES = 2**8, 2**16, 2**32
_SECOND, _SECONDS = 1_000_000, 2**32


def blocks_of(licences: NDArray[Any]) -> list[int]:
    """Return the numbers of the blocks of licences (their rows)."""
    blocks: list[int] = np.unique(licences >> BITS).tolist()
    return blocks


def keys_of(records: Records) -> NDArray[np.uint64]:
    """Return each limit as one number, in their order: 32 bits of licence, 12 of place, 20 of period."""
    licence, place, period = (records[name].astype(np.uint64) for name in ("licence", "place", "period"))
    keys: NDArray[np.uint64] = licence << np.uint64(32) | place << np.uint64(20) | period
    return keys


def order_of(records: Records) -> NDArray[np.intp]:
    """Return where the tallies stand, in the order of their limits."""
    return np.argsort(keys_of(records), kind="stable")


def to_blocks(records: Records, blocks: list[int]) -> Iterator[Block]:
    """Return the blocks of tallies, in whatever order these are; a block of those named may be empty."""
    order = order_of(records)
    little = _fitting(records).take(order)
    some, large = order[little], records[order[~little]]
    small = np.empty(len(some), dtype=_SMALL)
    licences = records["licence"].take(some)
    small["licence"] = licences % 2**BITS
    small["newest"] = records["newest"].take(some) // _SECOND
    for name in _AS_THEY_ARE:
        small[name] = records[name].take(some)
    return zip(blocks, _cut(small, licences, blocks), _cut(large, large["licence"], blocks), strict=True)


def from_blocks(blocks: Iterable[Block]) -> Records:
    """Return the tallies of blocks: all small ones, then all large ones."""
    listed = list(blocks)
    small = np.frombuffer(b"".join(block[1] for block in listed), dtype=_SMALL)
    large = np.frombuffer(b"".join(block[2] for block in listed), dtype=RECORD)
    records = np.zeros(len(small) + len(large), dtype=RECORD)
    records[len(small) :] = large
    for name in _AS_THEY_ARE:
        records[name][: len(small)] = small[name]
    records["newest"][: len(small)] = small["newest"].astype(np.int64) * _SECOND
    lengths = [len(block[1]) // _SMALL.itemsize for block in listed]
    firsts = np.array([block[0] << BITS for block in listed], dtype=np.uint32)
    records["licence"][: len(small)] = small["licence"] + np.repeat(firsts, lengths)
    return records


def _fitting(records: Records) -> NDArray[np.bool_]:
    """Tell which tallies are small."""
    sums = (records["total"] | records["most_read"]).astype(np.uint64) < _SUMS  # what is below 0 is large then
    seconds, rest = np.divmod(records["newest"], _SECOND)
    whole = (rest == 0) & (seconds >= 0) & (seconds < _SECONDS)
    fitting: NDArray[np.bool_] = sums & whole & (records["closed"] == 0) & (records["place"] < _PLACES)
    return fitting


def _cut(told: Records, licences: NDArray[Any], blocks: list[int]) -> Iterator[bytes]:
    """Yield the bytes of each block; the tallies are those of `licences`, which are sorted."""
    ends = np.searchsorted(licences >> BITS, np.array([*blocks, _LICENCES])).tolist()
    return (told[first:after].tobytes() for first, after in pairwise(ends))
