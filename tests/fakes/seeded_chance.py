"""Chance that repeats itself: the same seed gives the same bytes, on every system."""

from __future__ import annotations

import hashlib


class SeededChance:
    """A stream of SHA-256 blocks over the seed and a counter."""

    def __init__(self, seed: str = "likeness") -> None:
        self._seed = seed.encode()
        self._drawn = 0

    def bytes(self, count: int) -> bytes:
        out = b""
        while len(out) < count:
            out += hashlib.sha256(self._seed + self._drawn.to_bytes(8, "big")).digest()
            self._drawn += 1
        return out[:count]
