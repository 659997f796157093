"""Every term of every pair of cell and candidate, as two columns of bits: broken and missing (FORMAT 4.3).

Terms that compare codes are asked of the judge's own functions (`rules`); those that compare days, instants and
counts are compared as integers. Running limits come later (`limits`), for they depend on other rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from likeness.bulk import what_terms, when_terms
from likeness.bulk.beside import Beside, Pairs
from likeness.bulk.bits import Bits, bit
from likeness.bulk.cells import Cells
from likeness.bulk.docket import Docket
from likeness.bulk.once import BROKEN, States
from likeness.bulk.roll import Roll

_TERMS: dict[str, Callable[[Beside], States]] = {
    "user": what_terms.user,
    "superseded": when_terms.superseded,
    "withdrawn": when_terms.withdrawn,
    "suspended": when_terms.suspended,
    "after-death": when_terms.after_death,
    "date": when_terms.date,
    "project": what_terms.project,
    "act": what_terms.act,
    "purpose": what_terms.purpose,
    "medium": what_terms.medium,
    "territory": what_terms.territory,
    "language": what_terms.language,
    "modification": what_terms.modification,
    "age": what_terms.age,
    "content": what_terms.content,
    "length": what_terms.length,
    "source": when_terms.source,
}


def read_pairs(pairs: Pairs, cells: Cells, docket: Docket, roll: Roll, gone: Mapping[int, int]) -> tuple[Bits, Bits]:
    """Return what each pair breaks and misses, limits aside; `gone` has the last day of a likeness, by its key."""
    broken, missing = (np.zeros(len(pairs.row), dtype=np.uint32) for _ in range(2))
    unfit = np.flatnonzero(roll.unfit.take(pairs.licence))
    for bits, fixed in zip((broken, missing), roll.fixed, strict=True):
        bits[unfit] = fixed[pairs.licence[unfit]]
    beside = Beside(pairs, cells, docket, roll, gone)
    for term, read in _TERMS.items():
        states = read(beside)
        told = np.flatnonzero(states != 0)  # few: most uses are within what was granted
        if len(told):
            shift, said = np.uint32(bit(term).bit_length() - 1), states[told]
            broken[told] |= (said & np.uint8(BROKEN)).astype(np.uint32) << shift
            missing[told] |= (said >> np.uint8(1)).astype(np.uint32) << shift
    return broken, missing
