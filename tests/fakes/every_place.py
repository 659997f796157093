"""A payload with one place made otherwise: every place of it, and whatever might be taken for another value there.

Truths for numbers and back, edges of numbers and days, other spellings of one text, defaults written out, members
twice, keys that are unknown. Only the holder of a key can sign such a thing: these are attacks of the signer herself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_NUMBERS = [True, False, 0, 1, -1, 2, 63, 64, 2**31, 2**32 - 1, 2**53 - 1, 2**53, 2**53 + 1, 10**15 - 1, 10**15,
            2**63 - 1, 2**63, 2**64 - 1, -(2**63), -(2**64)]  # fmt: skip
_TEXTS = ["", "*", " ", "a", "e\u0301", "\u00e9", "\u212b", "\u1100\u1161", "fr", "FR", "EU", "eu", "US-CA", "EUR",
          "eur", "2.0", "02.0", "2", "2.00", "100.0001", "UTC", "Europe/Paris", "europe/paris", "right/UTC", "nobody",
          "eidr:10.5240/7791-8534-2C23-9030-8610-5", "eidr:10.5240/7791-8534-2c23-9030-8610-5"]  # fmt: skip
_BYTES = [b"", bytes(10), b"\xff" * 32, b"\x02" * 33]
_LISTS: list[Any] = [
    [], [[]], ["*"], ["*", "fr"], ["fr", "fr"], ["fr"], ["liora"], ["liora", "liora"],
    [0, 0], [0, True], [0, 0, 0], [0, 0, 1], [0, 0, -1], [0, 0, 10**6], [0, 1440], [0, -1440], [0, 1439],
    [-62135510400, -1439], [-62135510401, 0], [253402214399, 1439], [253402214400, 0],
]  # fmt: skip
_MAPS: list[Any] = [
    {}, {0: 0}, {1: 0}, {1: 1}, {1: True}, {64: 1}, {1: "a"}, {1: 0, 2: 0}, {1: 5, 2: 4}, {1: False, 2: 0},
    {1: ["EU"], 2: []}, {1: ["EU"], 2: ["FR"]}, {1: [], 2: []}, {1: -719162}, {1: 2932896}, {1: 2932897},
    {1: 0, 2: 5, 3: "EUR"}, {1: 0, 3: "EUR"}, {1: 0, 2: 0, 3: "EUR", 4: 0}, {1: 0, 2: 5},
    {1: 0, 2: "2.0", 3: 5, 4: "EUR"},
]  # fmt: skip
ODD: list[Any] = [*_NUMBERS, *_TEXTS, *_BYTES, *_LISTS, *_MAPS]
_KEYS = (*range(8), 44, 63, 64, 65, 2**32 - 1, 2**32)


def made_otherwise(value: dict[int, Any], *, keys: tuple[int, ...] = _KEYS) -> Iterator[dict[int, Any]]:
    """Yield a payload with one place left out, replaced, added or doubled, for every place and every odd value."""
    for place in _places(value):
        node = _at(value, place)
        if place:
            yield _without(value, place)
            for odd in ODD:
                yield _with(value, place, odd)
        if isinstance(node, list):
            yield _with(value, place, node + node)
            for odd in ODD:
                yield _with(value, place, [*node, odd])
        if isinstance(node, dict):
            for key in set(keys) - node.keys():
                for odd in ODD:
                    yield _with(value, place, {**node, key: odd})


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield place
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from _places(one, (*place, key))


def _at(value: Any, place: tuple[Any, ...]) -> Any:
    for key in place:
        value = value[key]
    return value


def _with(value: Any, place: tuple[Any, ...], odd: Any) -> Any:
    if not place:
        return odd
    made = value.copy()
    made[place[0]] = _with(value[place[0]], place[1:], odd)
    return made


def _without(value: Any, place: tuple[Any, ...]) -> Any:
    made = value.copy()
    if len(place) == 1:
        del made[place[0]]
    else:
        made[place[0]] = _without(value[place[0]], place[1:])
    return made
