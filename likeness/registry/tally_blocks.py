"""Tallies as they are kept: those of 64 licences side by side as one block, each in as few bytes as it takes.

A report touches nearly every block, and what is written anew is what its recording costs. Nearly all tallies are small:
their limit is open, and its sums need 32 bits. A block has the small ones, then the large ones, each kind sorted.
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
    [("licence", "u1"), ("place", "u1"), ("period", "<u4"), ("total", "<u4"), ("newest", "<i8"), ("most_read", "<u4")]
)
_AS_THEY_ARE = ("place", "period", "total", "newest", "most_read")
_PLACES, _SUMS = 2**8, 2**32


def blocks_of(licences: NDArray[Any]) -> list[int]:
    """Return the numbers of the blocks of licences (their rows)."""
    blocks: list[int] = np.unique(licences >> BITS).tolist()
    return blocks


def to_blocks(records: Records, blocks: list[int]) -> Iterator[Block]:
    """Return the blocks of tallies that are sorted by licence; one of those named may be empty."""
    fitting = (records["total"] | records["most_read"]).astype(np.uint64) < _SUMS
    little = fitting & (records["closed"] == 0) & (records["place"] < _PLACES)
    some, others = records[little], records[~little]
    small = np.empty(len(some), dtype=_SMALL)
    small["licence"] = some["licence"] % 2**BITS
    for name in _AS_THEY_ARE:
        small[name] = some[name]
    return zip(blocks, _cut(small, some["licence"], blocks), _cut(others, others["licence"], blocks), strict=True)


def from_blocks(blocks: Iterable[Block]) -> Records:
    """Return the tallies of blocks: all small ones, then all large ones."""
    listed = list(blocks)
    small = np.frombuffer(b"".join(block[1] for block in listed), dtype=_SMALL)
    large = np.frombuffer(b"".join(block[2] for block in listed), dtype=RECORD)
    records = np.zeros(len(small) + len(large), dtype=RECORD)
    records[len(small) :] = large
    for name in _AS_THEY_ARE:
        records[name][: len(small)] = small[name]
    lengths = [len(block[1]) // _SMALL.itemsize for block in listed]
    firsts = np.array([block[0] << BITS for block in listed], dtype=np.uint32)
    records["licence"][: len(small)] = small["licence"] + np.repeat(firsts, lengths)
    return records


def _cut(told: Records, licences: NDArray[Any], blocks: list[int]) -> Iterator[bytes]:
    """Yield the bytes of each block; the tallies are those of `licences`, which are sorted."""
    ends = np.searchsorted(licences >> BITS, np.array([*blocks, _SUMS])).tolist()
    return (told[first:after].tobytes() for first, after in pairwise(ends))
