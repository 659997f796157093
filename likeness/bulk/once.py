"""A rule asked once: many pairs of (what was granted, what was used) are few distinct ones, and each is read once.

The rule is the judge's own function, so the engine says what the judge says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.scope.case import State

States = NDArray[np.uint8]
Numbers = NDArray[np.integer[Any]]
BROKEN, MISSING = 1, 2  # both may be set where a use states several values
LARGEST_TABLE = 8_000_000
CODES = {State.KEPT: 0, State.BROKEN: BROKEN, State.MISSING: MISSING}


class Told(NamedTuple):
    """A few numbers, and which of them belongs to each pair."""

    numbers: Numbers
    of_pair: NDArray[np.integer[Any]]

    def each(self, times: int = 1) -> NDArray[np.intp]:
        """Return the number of each pair, so many times."""
        return (self.numbers.astype(np.intp) * times).take(self.of_pair)


def asked_once(granted: Told, used: Told, most_used: int, rule: Callable[[int, int], int]) -> States:
    """Return `rule(granted, used)` of each pair; `used` is below `most_used`, both are numbered from 0."""
    if not len(granted.of_pair):
        return np.zeros(0, dtype=np.uint8)
    size = (int(granted.numbers.max()) + 1) * most_used
    pair = granted.each(most_used)
    pair += used.each()
    if size > LARGEST_TABLE:
        distinct, places = np.unique(pair, return_inverse=True)
        return np.take(_answers(distinct, most_used, rule), places)
    met = np.zeros(size, dtype=bool)
    met[pair] = True
    distinct = np.flatnonzero(met)
    table = np.zeros(size, dtype=np.uint8)
    table[distinct] = _answers(distinct, most_used, rule)
    states: States = table.take(pair)
    return states


def _answers(distinct: NDArray[np.int64], most_used: int, rule: Callable[[int, int], int]) -> States:
    return np.array([rule(*divmod(one, most_used)) for one in distinct.tolist()], dtype=np.uint8)
