"""Spoiling bytes, repeatably: small damage, splices of two, and damage inside CBOR that keeps its grammar."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import cbor2

Parts = dict[Any, Any] | list[Any]
ODD_BYTES = (
    0x00,
    0x01,
    0x17,
    0x18,
    0x1F,
    0x20,
    0x40,
    0x5F,
    0x7F,
    0x80,
    0x9F,
    0xA0,
    0xBF,
    0xC0,
    0xD2,
    0xF4,
    0xF6,
    0xFB,
    0xFF,
)
ODD_VALUES: tuple[Any, ...] = (
    0, 1, -1, 23, 24, 255, 2**16, 2**31, 2**32, 2**53, 2**63, 2**64 - 1, -(2**64), True, False, None, 1.5, b"",
    b"\x00" * 16, bytes(32), bytes(33), b"\x02" + bytes(32), "", "x", "*", "e\u0301", "\u202e", "a\nb", "x" * 500,
    [], [[]], [1, 2], {}, {1: 1}, {0: {0: {0: 0}}}, cbor2.CBORTag(18, []), cbor2.CBORTag(0, "2026-01-01T00:00:00Z"),
    "2026-0041", "Europe/Paris",
)  # fmt: skip


def spoiled(data: bytes, dice: Random, others: Sequence[bytes]) -> bytes:
    """Return `data` with one to four pieces of damage; `others` lend pieces of theirs."""
    found = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        dice.choice(_DAMAGE)(found, dice, others)
    return bytes(found)


def _place(found: bytearray, dice: Random) -> int:
    return dice.randrange(len(found)) if found else 0


def _flip(found: bytearray, dice: Random, _: Sequence[bytes]) -> None:
    if found:
        found[_place(found, dice)] ^= 1 << dice.randrange(8)


def _set(found: bytearray, dice: Random, _: Sequence[bytes]) -> None:
    if found:
        found[_place(found, dice)] = dice.choice(ODD_BYTES)


def _insert(found: bytearray, dice: Random, _: Sequence[bytes]) -> None:
    place = _place(found, dice)
    found[place:place] = dice.randbytes(dice.choice((1, 1, 2, 4, 9)))


def _cut(found: bytearray, dice: Random, _: Sequence[bytes]) -> None:
    place = _place(found, dice)
    del found[place : place + dice.choice((1, 1, 2, 8, 64))]


def _end(found: bytearray, dice: Random, _: Sequence[bytes]) -> None:
    del found[_place(found, dice) :]


def _twice(found: bytearray, dice: Random, _: Sequence[bytes]) -> None:
    place = _place(found, dice)
    found[place:place] = found[place : place + dice.choice((1, 4, 33, 64))]


def _splice(found: bytearray, dice: Random, others: Sequence[bytes]) -> None:
    other = dice.choice(others)
    start = dice.randrange(len(other) + 1)
    place = _place(found, dice)
    found[place : place + dice.randrange(64)] = other[start : start + dice.randrange(128)]


_DAMAGE = (_flip, _flip, _set, _insert, _cut, _end, _twice, _splice)


def spoiled_value(data: bytes, dice: Random) -> bytes:
    """Return CBOR with one value replaced, taken out, doubled or put in, its grammar kept; not always canonical."""
    try:
        value = thawed(cbor2.loads(data))
    except (cbor2.CBORDecodeError, ValueError, TypeError):
        return data
    if not isinstance(value, (dict, list)) or not value:
        return cbor2.dumps(dice.choice(ODD_VALUES))
    _damage_inside(value, dice)
    try:
        return cbor2.dumps(value, canonical=dice.random() < 0.8)
    except (cbor2.CBOREncodeError, ValueError, TypeError, OverflowError):
        return data


def thawed(value: Any) -> Any:
    """Return a value whose maps and lists can be changed."""
    if isinstance(value, dict):
        return {key: thawed(one) for key, one in value.items()}
    return [thawed(one) for one in value] if isinstance(value, (list, tuple)) else value


def _damage_inside(value: Parts, dice: Random) -> None:
    place: Any = value
    key = _key(place, dice)
    while isinstance(place[key], (dict, list)) and place[key] and dice.random() < 0.7:
        place = place[key]
        key = _key(place, dice)
    turn = dice.random()
    if turn < 0.15:
        del place[key]
    elif turn < 0.3 and isinstance(place, dict):
        place[dice.choice((0, 1, 2, 5, 9, 44, 63, 64, 2**31, -1, "x"))] = dice.choice(ODD_VALUES)
    elif turn < 0.4 and isinstance(place, list):
        place.insert(key, place[key])
    elif turn < 0.5 and type(place[key]) is int:
        place[key] += dice.choice((-1, 1, 2**16))
    else:
        place[key] = dice.choice(ODD_VALUES)


def _key(place: Any, dice: Random) -> Any:
    return dice.choice(list(place)) if isinstance(place, dict) else dice.randrange(len(place))
