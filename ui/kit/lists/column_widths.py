"""How wide columns stand side by side in a table that is never scrolled across. No Qt, all in pixels.

- One column takes what the others leave: its wish is 0.
- None is narrower than its least, the word of its heading; where there is no room for the wishes, each gives of what it
  has beyond that.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil


def laid(wished: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns side by side in `room`; that of the one that takes the rest is 0."""
    wide = [max(wish, low) if wish else 0 for wish, low in zip(wished, least, strict=True)]
    rest = sum(low for wish, low in zip(wished, least, strict=True) if not wish)
    over, spare = sum(wide) + rest - room, sum(wide) + rest - sum(least)
    if over <= 0 or spare <= 0:
        return wide
    share = min(over / spare, 1.0)
    return [one and one - ceil((one - low) * share) for one, low in zip(wide, least, strict=True)]


def moved(left: int, right: int, least_left: int, least_right: int, by: int) -> tuple[int, int]:
    """Return the widths of two columns after the line between them was moved: what one gets the other gives."""
    by = max(min(by, right - least_right), least_left - left)
    return left + by, right - by
