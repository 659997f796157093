"""How large a file is, and how large one may be, as people say it: 38.2 GB, at most 8 MB. No babel: it costs a start.

What is there is told in decimal units, as the systems of our readers tell it. A limit is told in whole units and never
above what is really read, so that whoever keeps to the sentence is not refused.
"""

from __future__ import annotations

_UNITS = {"en": ("bytes", "KB", "MB", "GB", "TB"), "fr": ("octets", "Ko", "Mo", "Go", "To")}
_STEP, _STEP_OF_LIMITS = 1_000, 1_024
_APART = "\u00a0"


def size(language: str, count: int) -> str:
    """Write the size of a file of `count` bytes: 999 bytes, 38.2 GB."""
    amount, rank = float(count), 0
    while amount >= _STEP and rank < len(_UNITS[language]) - 1:
        amount, rank = amount / _STEP, rank + 1
    number = f"{amount:.0f}" if rank == 0 else f"{amount:.1f}"
    unit = _UNITS[language][rank]
    if count == 1 or (language == "fr" and not count):  # the French plural begins at two
        unit = unit.removesuffix("s")
    return f"{number.replace('.', ',') if language == 'fr' else number}{_APART}{unit}"


def limit(language: str, most: int) -> str:
    """Write the most bytes that are read, in whole units and rounded down: 8 MB for 8,388,608 bytes."""
    amount, rank = most, 0
    while amount >= _STEP_OF_LIMITS and rank < len(_UNITS[language]) - 1:
        amount, rank = amount // _STEP_OF_LIMITS, rank + 1
    return f"{amount}{_APART}{_UNITS[language][rank]}"
