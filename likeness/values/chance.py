"""Randomness, drawn from one place, so that tests can repeat it."""

from __future__ import annotations

import secrets
from typing import Protocol


class Chance(Protocol):
    """Whoever throws the dice."""

    def bytes(self, count: int) -> bytes:
        """Return `count` unpredictable bytes."""
        ...


class SystemChance:
    """The operating system's generator."""

    def bytes(self, count: int) -> bytes:
        """Return `count` unpredictable bytes."""
        return secrets.token_bytes(count)
