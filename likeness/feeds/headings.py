"""Which row of a report holds its headings.

- A row with a heading of section 3 is it. Otherwise the first row that is as wide as the rows mostly are, with a
  different text in each of its cells: titles and remarks above the headings are narrower.
- A mapping that names the row is believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from likeness.feeds.targets import TARGETS

SEARCHED = 40  # rows

Row = tuple[int, Sequence[str | None]]


def heading_of(rows: Sequence[Row], wanted: int | None) -> tuple[int, tuple[str, ...]]:
    """Return the line of the headings and the headings, trimmed; (0, ()) where every row is blank.

    `rows` are (line, cells) from the beginning; `wanted` is the line that a mapping names.
    """
    filled = [(line, _trimmed(cells)) for line, cells in rows if any(cell and cell.strip() for cell in cells)]
    if wanted is not None:
        return next(((line, cells) for line, cells in filled if line == wanted), (wanted, ()))
    for line, cells in filled[:SEARCHED]:
        if any(cell in TARGETS for cell in cells):
            return line, cells
    usual = _usual_width(filled)
    for line, cells in filled[:SEARCHED]:
        if len(cells) >= usual and all(cells) and len(set(cells)) == len(cells):
            return line, cells
    for line, cells in filled[:SEARCHED]:
        if len(cells) >= usual:
            return line, cells
    return filled[0] if filled else (0, ())


def _trimmed(cells: Sequence[str | None]) -> tuple[str, ...]:
    """Return the cells without white space and without the blank ones at the end."""
    texts = [(cell or "").strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _usual_width(rows: Sequence[tuple[int, tuple[str, ...]]]) -> int:
    widths = Counter(len(cells) for _, cells in rows)
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0
