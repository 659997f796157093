"""A log's tree for many proofs: every full subtree is hashed once, and each proof then asks a few of them.

The root and the proofs are those of `likeness.seal.log` (RFC 6962 section 2.1), which is the rule; this is its speed.
"""

from __future__ import annotations

from collections.abc import Sequence

from likeness.seal.log import node_hash


class LogTree:
    """The tree over some leaf hashes, of which there is at least one."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        if not leaves:
            raise IndexError(0)
        self.size = len(leaves)
        self._levels = [list(leaves)]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            pairs = range(0, len(below) - 1, 2)  # the last one alone belongs to no full subtree here
            self._levels.append([node_hash(below[at], below[at + 1]) for at in pairs])

    def root(self) -> bytes:
        """Return the root."""
        return self._root(0, self.size)

    def inclusion(self, index: int) -> list[bytes]:
        """Return the hashes that lead from leaf `index` to the root, the nearest first."""
        if not 0 <= index < self.size:
            raise IndexError(index)
        found: list[bytes] = []
        first, last = 0, self.size
        while last - first > 1:
            middle = first + _split(last - first)
            if index < middle:
                found.append(self._root(middle, last))
                last = middle
            else:
                found.append(self._root(first, middle))
                first = middle
        return found[::-1]

    def _root(self, first: int, last: int) -> bytes:
        """Return the root over leaves `first` to `last`; a split begins at a multiple of its own size."""
        width = last - first
        if width & (width - 1) == 0:
            level = width.bit_length() - 1
            return self._levels[level][first >> level]
        middle = first + _split(width)
        return node_hash(self._root(first, middle), self._root(middle, last))


def _split(size: int) -> int:
    """Return the largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1
