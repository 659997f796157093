"""Whole numbers of a column, all at once: digits only, at most 15 (FORMAT section 7, "Names and ids").

Signs, decimals, thousands separators and "(3)" are refused: what such a number means is not for us to guess.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import numpy as np

from likeness.feeds.block import OLDEST
from likeness.feeds.targets import AGE

if TYPE_CHECKING:
    import polars as pl

_MOST_DIGITS = 15


def read_counts(texts: pl.Series, target: str, *, longest: float = inf) -> tuple[pl.Series, dict[int, str]]:
    """Return an Int64 column and, by row, the reason why a text is no count; null stays null.

    No text has more than `longest` bytes.
    """
    import polars as pl  # noqa: PLC0415  a command must start fast

    numbers = texts.cast(pl.UInt64, strict=False)  # which takes no minus, and a plus
    wrong = texts.str.starts_with("+")
    if longest > _MOST_DIGITS:
        wrong |= texts.str.len_bytes() > _MOST_DIGITS
    if target == AGE:
        wrong |= numbers > OLDEST
    if numbers.null_count() > texts.null_count() or wrong.any():
        rows = np.flatnonzero((wrong | (numbers.is_null() & texts.is_not_null())).fill_null(True).to_numpy()).tolist()
        stated = zip(rows, texts.gather(rows).to_list(), strict=True)
        return numbers.cast(pl.Int64, strict=False), {row: _reason(text) for row, text in stated if text is not None}
    return numbers.cast(pl.Int64), {}


def _reason(text: str) -> str:
    if not (text.isascii() and text.isdigit()):
        return "not-a-whole-number"
    return "number-too-large" if len(text) > _MOST_DIGITS else "number-out-of-range"
