"""What takes the place of a chosen row that left its list. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Key = TypeVar("Key")


def beside(chosen: Key | None, before: Sequence[Key], now: Sequence[Key]) -> Key | None:
    """Return what stands now where `chosen` stood: the first if it stood nowhere, None in an empty list."""
    place = before.index(chosen) if chosen in before else 0
    return now[min(place, len(now) - 1)] if now else None
