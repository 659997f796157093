"""Numbering: many values of 64 bits that are few distinct ones, counted from 0 without putting them in order.

Values are told apart by their first bits, a few more than so many need; where two of them fall together there, those of
the later one by later bits. That is quick where the bits are as good as chance, as those of keys are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MOST_BITS, _SHIFTS = 16, (48, 32, 16)  # where the bits begin that are looked at, one time after the other
# Odd, so that no two numbers fall together; its bits are those of the golden mean.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_MOST = 1 << 63
Numbers = NDArray[np.uint32]
Places = NDArray[np.intp]


def numbered(key: NDArray[np.uint64]) -> tuple[Numbers, Places]:
    """Number distinct keys; returns the number of each key, and a place that bears each number."""
    number, stand = np.zeros(len(key), dtype=np.uint32), [np.zeros(0, dtype=np.intp)]
    waiting, known, places = np.arange(len(key)), 0, 1 << min(_MOST_BITS, len(key).bit_length() + 1)
    for shift in _SHIFTS:
        mine = key.take(waiting)
        place = ((mine >> np.uint64(shift)) & np.uint64(places - 1)).view(np.intp)
        last = np.full(places, -1)
        last[place] = np.arange(len(mine))  # any of the keys of a place stands for it
        there = np.flatnonzero(last >= 0)
        of_place, bears = np.zeros(places, dtype=np.uint32), np.zeros(places, dtype=np.uint64)
        of_place[there], bears[there] = np.arange(known, known + len(there)), mine.take(last[there])
        number[waiting] = of_place.take(place)
        stand.append(waiting.take(last[there]))
        known += len(there)
        waiting = waiting[bears.take(place) != mine]
        if not len(waiting):
            break
    if len(waiting):
        _, first, back = np.unique(key.take(waiting), return_index=True, return_inverse=True)
        number[waiting] = known + back
        stand.append(waiting.take(first))
    return number, np.concatenate(stand)


def together(columns: Sequence[NDArray[Any]]) -> tuple[Numbers, Places]:
    """Number the rows of several columns of small numbers, all of them one long, as `numbered` does."""
    packed, size = np.zeros(len(columns[0]), dtype=np.uint64), 1
    for column in columns:
        many = int(column.max(initial=0)) + 1
        if size * many > _MOST:
            numbers, stand = numbered(packed * _SPREAD)
            packed, size = numbers.astype(np.uint64), len(stand)
        packed = packed * np.uint64(many) + column.astype(np.uint64)
        size *= many
    return numbered(packed * _SPREAD)
