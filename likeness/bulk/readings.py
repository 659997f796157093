"""Every term of every pair of cell and candidate, as two columns of bits: broken and missing (FORMAT 4.3).

Terms that compare codes are asked of the judge's own functions (`rules`); those that compare days, instants and
counts are compared as integers. Running limits come later (`limits`), for they depend on other rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import numpy as np

from likeness.bulk import what_terms, when_terms
from likeness.bulk.beside import Beside, Pairs
from likeness.bulk.bits import Bits, bit
from likeness.bulk.cells import Cells
from likeness.bulk.docket import Docket
from likeness.bulk.meeting import Meeting, ways_of
from likeness.bulk.once import BROKEN, States
from likeness.bulk.roll import Roll

_BY_PAIR: dict[str, Callable[[Beside], States]] = {
    "user": what_terms.user,
    "superseded": when_terms.superseded,
    "withdrawn": when_terms.withdrawn,
    "suspended": when_terms.suspended,
    "after-death": when_terms.after_death,
    "date": when_terms.date,
    "project": what_terms.project,
    "age": what_terms.age,
    "length": what_terms.length,
    "source": when_terms.source,
}
_BY_WAY: dict[str, Callable[[Meeting], States]] = {
    "act": what_terms.act,
    "purpose": what_terms.purpose,
    "medium": what_terms.medium,
    "territory": what_terms.territory,
    "language": what_terms.language,
    "modification": what_terms.modification,
    "content": what_terms.content,
}
M = TypeVar("M", bound=Meeting)


def read_pairs(pairs: Pairs, cells: Cells, docket: Docket, roll: Roll, gone: Mapping[int, int]) -> tuple[Bits, Bits]:
    """Return what each pair breaks and misses, limits aside; `gone` has the last day of a likeness, by its key."""
    beside = Beside(pairs, cells, docket, roll, gone)
    by_pair, by_way = dict(_BY_PAIR), dict(_BY_WAY)
    if not what_terms.is_of_now(docket):
        by_pair["territory"] = what_terms.territory_then
        del by_way["territory"]
    broken, missing = _read(by_pair, beside)
    for bits, more in zip((broken, missing), _read_ways(by_way, beside), strict=True):
        np.bitwise_or(bits, more, out=bits)
    unfit = np.flatnonzero(roll.unfit.take(pairs.licence))
    for bits, fixed in zip((broken, missing), roll.fixed, strict=True):
        bits[unfit] |= fixed[pairs.licence[unfit]]
    return broken, missing


def _read_ways(terms: Mapping[str, Callable[[Meeting], States]], beside: Beside) -> tuple[Bits, Bits]:
    """Read terms that say the same of all pairs that meet in one way: of all whose cells say what their rows say."""
    ways = None if beside.cells.numbers else ways_of(beside)
    if ways is None:
        return _read(terms, beside)
    met, of_pair = ways
    broken, missing = _read(terms, met)
    return broken.take(of_pair), missing.take(of_pair)


def _read(terms: Mapping[str, Callable[[M], States]], met: M) -> tuple[Bits, Bits]:
    """Return what is broken and missing of some terms."""
    broken, missing = (np.zeros(len(met), dtype=np.uint32) for _ in range(2))
    for term, read in terms.items():
        states = read(met)
        told = np.flatnonzero(states != 0)  # few: most uses are within what was granted
        if len(told):
            shift, said = np.uint32(bit(term).bit_length() - 1), states[told]
            broken[told] |= (said & np.uint8(BROKEN)).astype(np.uint32) << shift
            missing[told] |= (said >> np.uint8(1)).astype(np.uint32) << shift
    return broken, missing
