"""How single values are packed into a signed payload and unpacked again: small two-way parts, put together elsewhere.

A `Packing` turns a value as `terms_to` writes it into a CBOR value and back. Packing trusts its input; unpacking
trusts nothing and raises Unreadable. What unpacks but was not packed that way (a default that is written out, say)
is caught by packing it again and comparing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from likeness.errors import Unreadable
from likeness.licence.eidr import pack_public_id, unpack_public_id
from likeness.values.codes import EVERY
from likeness.values.days import moment_text, parse_instant

_DAY_ZERO = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Packing:
    """A way there and a way back."""

    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


@dataclass(frozen=True)
class Part:
    """One key of a map: its number, its name, how it is packed; a value equal to `default` is left out."""

    number: int
    name: str
    packing: Packing
    default: Any = None


def of_type(wanted: type) -> Callable[[Any], Any]:
    """Return a function that passes values of exactly one type and refuses the others."""

    def read(value: object) -> object:
        if type(value) is not wanted:
            raise Unreadable("field-type", wanted=wanted.__name__)
        return value

    return read


_int, _bytes, _list = of_type(int), of_type(bytes), of_type(list)
TEXT = Packing(str, of_type(str))
WHOLE = Packing(int, _int)
TRUTH = Packing(bool, of_type(bool))
DAY = Packing(lambda text: date.fromisoformat(text).toordinal() - _DAY_ZERO, lambda n: _day(n).isoformat())
HEX = Packing(bytes.fromhex, lambda value: _bytes(value).hex())
PUBLIC_ID = Packing(pack_public_id, unpack_public_id)


def _day(number: object) -> date:
    try:
        return date.fromordinal(_int(number) + _DAY_ZERO)
    except (ValueError, OverflowError) as why:
        raise Unreadable("bad-day", value=str(number)[:40]) from why


def instant_from(seconds: object) -> datetime:
    """Turn whole seconds since 1970 into an instant in UTC."""
    try:
        return datetime.fromtimestamp(_int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as why:
        raise Unreadable("bad-instant", value=str(seconds)[:40]) from why


def instant_to(moment: datetime) -> int:
    """Turn an aware instant into whole seconds since 1970."""
    return int(moment.timestamp()) if moment.microsecond == 0 else int(moment.replace(microsecond=0).timestamp())


def _pack_instant(text: str) -> list[int]:
    moment = parse_instant(text, "at")
    offset = moment.utcoffset() or timedelta()
    packed = [instant_to(moment), offset // timedelta(minutes=1)]
    return [*packed, moment.microsecond] if moment.microsecond else packed


def _unpack_instant(value: object) -> str:
    parts = [_int(part) for part in _list(value)]
    if len(parts) not in (2, 3) or abs(parts[1]) >= 24 * 60 or not all(0 < part < 1_000_000 for part in parts[2:]):
        raise Unreadable("bad-instant", value=str(parts)[:40])
    where = timezone(timedelta(minutes=parts[1]))
    try:
        moment = instant_from(parts[0]).astimezone(where)
    except OverflowError as why:
        raise Unreadable("bad-instant", value=str(parts)[:40]) from why
    return moment_text(moment.replace(microsecond=sum(parts[2:])))


INSTANT = Packing(_pack_instant, _unpack_instant)


def choice(table: Sequence[str]) -> Packing:
    """One code of a frozen table, as its place."""

    def unpack(value: Any) -> str:
        if not 0 <= _int(value) < len(table):
            raise Unreadable("made-by-newer-version")
        place: int = value
        return table[place]

    return Packing(table.index, unpack)


def bits(table: Sequence[str]) -> Packing:
    """A set of codes of a frozen table, as a bit mask; true stands for every code, future ones too."""

    def pack(codes: Sequence[str]) -> int | bool:
        return True if list(codes) == [EVERY] else sum(1 << table.index(code) for code in codes)

    def unpack(value: object) -> list[str]:
        if value is True:
            return [EVERY]
        if not 0 <= _int(value) < 1 << len(table):
            raise Unreadable("made-by-newer-version")
        return [code for place, code in enumerate(table) if _int(value) >> place & 1]

    return Packing(pack, unpack)


def list_of(item: Packing) -> Packing:
    """A list, each member packed alike."""
    return Packing(
        lambda values: [item.pack(value) for value in values],
        lambda values: [item.unpack(value) for value in _list(values)],
    )


def record(*parts: Part) -> Packing:
    """A map with small numbers as keys; every key must be known."""
    known = {part.number: part for part in parts}

    def pack(values: dict[str, Any]) -> dict[int, Any]:
        present = ((part, values.get(part.name)) for part in parts)
        return {part.number: part.packing.pack(value) for part, value in present if value != part.default}

    def unpack(packed: object) -> dict[str, Any]:
        if not isinstance(packed, dict):
            raise Unreadable("field-type", wanted="dict")
        if not packed.keys() <= known.keys():
            raise Unreadable("made-by-newer-version", key=str(min(packed.keys() - known.keys())))
        values = {part.name: part.default for part in parts if part.default is not None}
        for number, value in packed.items():
            values[known[number].name] = known[number].packing.unpack(value)
        return values

    return Packing(pack, unpack)
