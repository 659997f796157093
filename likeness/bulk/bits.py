"""Terms as bits: a reading is two integers, broken and missing.

- An earlier term of FORMAT 4.3 weighs more, so that the integer itself is the gravity of rule 8.
- Twenty-two terms fit 32 bits; the packed key of nearness fits 63.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from likeness.scope.case import Reading
from likeness.scope.terms_order import ORDER

Bits = NDArray[np.uint32]
_BIT = {term: 1 << (len(ORDER) - 1 - place) for place, term in enumerate(ORDER)}


def bit(term: str) -> int:
    """Return the bit of a term."""
    return _BIT[term]


def bits_of(terms: Iterable[str]) -> int:
    """Return several terms as one integer."""
    return sum(_BIT[term] for term in set(terms))


@lru_cache(maxsize=65_536)
def terms_of(bits: int) -> tuple[str, ...]:
    """Return the terms of an integer, in the order of FORMAT 4.3."""
    return tuple(term for term in ORDER if bits & _BIT[term])


@lru_cache(maxsize=65_536)
def reading_of(broken: int, missing: int) -> Reading:
    """Return a reading as the judge has it."""
    return Reading(frozenset(terms_of(broken)), frozenset(terms_of(missing)))


def nearness(broken: Bits, missing: Bits) -> NDArray[np.uint64]:
    """Return the order of FORMAT 4.8 as one number each, all but the licence's own number; the smallest is nearest."""
    refused = broken != 0
    failing = np.where(refused, broken, missing)
    key = refused.astype(np.uint64) << np.uint64(40)
    key |= ((failing & bit("project")) != 0).astype(np.uint64) << np.uint64(39)
    key |= ((broken & bit("not-in-force")) != 0).astype(np.uint64) << np.uint64(38)
    key |= ((broken & bit("superseded")) != 0).astype(np.uint64) << np.uint64(37)
    key |= np.bitwise_count(failing).astype(np.uint64) << np.uint64(32)
    found: NDArray[np.uint64] = key | failing.astype(np.uint64)
    return found
