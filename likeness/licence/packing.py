"""How single values are packed into a signed payload and unpacked again: small two-way parts (put together: `record`).

1. A `Packing` turns a value of a statement into a CBOR value and back. Packing trusts its input; unpacking trusts
   nothing and raises Unreadable.
2. Unpacking passes a CBOR value only if packing what it gives writes that very value again, type for type. Each part
   below keeps this promise by itself: text that is not NFC, a number where a truth belongs are refused where they
   stand. So nothing is packed a second time to be compared (tests/property/test_packing.py does it for whatever it can
   think of, and for every place of a licence).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from likeness.errors import Unreadable
from likeness.values.codes import EVERY
from likeness.values.strict_json import LARGEST_INT

_DAY_ZERO = date(1970, 1, 1).toordinal()
# A day from both ends of the calendar: whatever was signed can be told in every zone.
_FIRST_SECOND, _LAST_SECOND = -62_135_510_400, 253_402_214_399
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True)
class Packing:
    """A way there and a way back."""

    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


def otherwise() -> Unreadable:
    """Return the fault of what can be read but is not written as we write it."""
    return Unreadable("statement-not-canonical")


def of_type(wanted: type) -> Callable[[Any], Any]:
    """Return a function that passes values of exactly one type and refuses the others."""

    def read(value: object) -> object:
        if type(value) is not wanted:
            raise Unreadable("field-type", wanted=wanted.__name__)
        return value

    return read


_int, _list = of_type(int), of_type(list)
TRUTH = Packing(bool, of_type(bool))


def same_number(value: object, wanted: int, code: str) -> None:
    """Refuse another number as `code`, and what only passes for the same one: to Python true is 1."""
    if value != wanted:
        raise Unreadable(code)
    if type(value) is not int:
        raise otherwise()


def text(read: Callable[[object, str], str]) -> Packing:
    """Text that a reader of single values passes just as it is."""

    def unpack(value: object) -> str:
        found = read(value, "")
        if found != value:
            raise otherwise()
        return found

    return Packing(str, unpack)


def number(*, most: int = LARGEST_INT) -> Packing:
    """A whole number from 0 to `most`."""

    def unpack(value: object) -> int:
        if type(value) is not int:
            raise Unreadable("field-type", wanted="int")
        if not 0 <= value <= most:
            raise Unreadable("number-out-of-range", value=value, least=0, most=most)
        return value

    return Packing(int, unpack)


def raw(count: int) -> Packing:
    """So many bytes."""

    def unpack(value: object) -> bytes:
        if type(value) is not bytes or len(value) != count:
            raise Unreadable("bad-length", wanted=count)
        return value

    return Packing(bytes, unpack)


def _day(number_of_day: object) -> date:
    try:
        return date.fromordinal(_int(number_of_day) + _DAY_ZERO)
    except (ValueError, OverflowError) as why:
        raise Unreadable("bad-day", value=str(number_of_day)[:40]) from why


def _instant(seconds: object) -> datetime:
    if not _FIRST_SECOND <= _int(seconds) <= _LAST_SECOND:
        raise Unreadable("bad-instant", value=str(seconds)[:40])
    return datetime.fromtimestamp(seconds, UTC)  # type: ignore[arg-type]


def _seconds(moment: datetime) -> int:
    return int(moment.replace(microsecond=0).timestamp())


def _pack_local(moment: datetime) -> list[int]:
    offset = (moment.utcoffset() or timedelta()) // timedelta(minutes=1)
    packed = [_seconds(moment), offset]
    return [*packed, moment.microsecond] if moment.microsecond else packed


def _unpack_local(value: object) -> datetime:
    parts = [_int(part) for part in _list(value)]
    seconds, offset, micro = (*parts, 0)[:3] if len(parts) in (2, 3) else (0, _DAY_MINUTES, 0)
    if abs(offset) >= _DAY_MINUTES or not (micro < 1_000_000 and (micro > 0 or len(parts) == 2)):
        raise Unreadable("bad-instant", value=str(parts)[:40])
    return _instant(seconds).astimezone(timezone(timedelta(minutes=offset))).replace(microsecond=micro)


DAY = Packing(lambda day: day.toordinal() - _DAY_ZERO, _day)  # days since 1970
SECOND = Packing(_seconds, _instant)  # whole seconds since 1970, read in UTC
LOCAL = Packing(_pack_local, _unpack_local)  # seconds since 1970, the minutes of its offset, microseconds if there are


def choice(table: Sequence[str]) -> Packing:
    """One code of a frozen table, as its place."""

    def unpack(value: object) -> str:
        if type(value) is not int:
            raise Unreadable("field-type", wanted="int")
        if not 0 <= value < len(table):
            raise Unreadable("made-by-newer-version")
        return table[value]

    return Packing(table.index, unpack)


def bits(table: Sequence[str], *, every: bool = False) -> Packing:
    """A set of codes of a frozen table, as a bit mask; true, where allowed, stands for every code, future ones too."""
    of_bit = {1 << place: code for place, code in enumerate(table)}
    beyond = 1 << len(table)

    def pack(codes: Sequence[str]) -> int | bool:
        return True if every and list(codes) == [EVERY] else sum(1 << table.index(code) for code in codes)

    def unpack(value: Any) -> tuple[str, ...]:
        if value is True and every:
            return (EVERY,)
        if not 0 <= _int(value) < beyond:
            raise Unreadable("made-by-newer-version")
        found = []
        while value:
            lowest = value & -value
            found.append(of_bit[lowest])
            value ^= lowest
        return tuple(found)

    return Packing(pack, unpack)
