"""How large words are: one factor for every font and for whatever holds a line of words (UX section 2). No Qt.

- ``grown(34)`` is 34 pixels at the text size in use; icons, gaps and hairlines stay as they are.
- What was measured is forgotten when the size changes: `measured` is an lru_cache that hears of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

PERCENTS = (90, 100, 115, 130, 150)
USUAL = 100
F = TypeVar("F", bound=Callable[..., Any])
_chosen = [USUAL]
_measures: list[Any] = []


def text_size() -> int:
    """Return the text size in use, in per cent of the usual one."""
    return _chosen[0]


def choose_text_size(percent: int) -> None:
    """Measure everything by this size from now on; one that is not offered is the usual one."""
    _chosen[0] = percent if percent in PERCENTS else USUAL
    forget_measures()


def next_size(by: int) -> int:
    """Return the next larger (1) or smaller (-1) size, the last one at the end, or the usual one (0)."""
    place = PERCENTS.index(_chosen[0]) + by
    return PERCENTS[min(max(place, 0), len(PERCENTS) - 1)] if by else USUAL


def grown(pixels: float) -> int:
    """Return a length that holds words, in logical pixels at the text size in use."""
    return round(pixels * _chosen[0] / 100)


def measured(most: int) -> Callable[[F], F]:
    """Cache what was measured or made in a font: at most `most` answers, until fonts change."""

    def cached(measure: F) -> F:
        made = lru_cache(maxsize=most)(measure)
        _measures.append(made)
        return made  # type: ignore[return-value]  # it is called as what it stands for

    return cached


def forget_measures() -> None:
    """Measure anew: fonts are others now."""
    for cache in _measures:
        cache.cache_clear()
