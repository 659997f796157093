"""Which number each part of a statement has, and how it is packed. FROZEN once released."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from likeness.errors import Unreadable
from likeness.licence.code_bits import ROLES
from likeness.licence.codec_v1 import DIGEST_BYTES, exactly
from likeness.licence.key_card import KeyCard
from likeness.licence.notices import Acceptance, Resumption, Suspension, Withdrawal
from likeness.licence.packing import WHOLE, Packing, Part, choice, instant_from, instant_to, of_type, record
from likeness.licence.status_list import StatusList
from likeness.seal.keys import PUBLIC_BYTES
from likeness.seal.kinds import Kind
from likeness.values.text import clean_text

LONGEST_REASON = 400
LONGEST_NAME = 200
_EPOCH = date(1970, 1, 1)


class Shape(NamedTuple):
    """What the payload of one kind holds, and what is made of it."""

    build: Callable[..., Any]
    packing: Packing


def _raw(count: int) -> Packing:
    return Packing(bytes, lambda value: exactly(value, count))


def _text(most: int) -> Packing:
    return Packing(str, lambda value: clean_text(value, "text", most=most))


def _unpack_day(value: object) -> date:
    try:
        return _EPOCH + timedelta(days=of_type(int)(value))
    except OverflowError as why:
        raise Unreadable("bad-day") from why


_AT = Packing(instant_to, instant_from)
_ON = Packing(lambda day: (day - _EPOCH).days, _unpack_day)
_NOTICE = record(
    Part(3, "licence", _raw(DIGEST_BYTES)),
    Part(4, "given_at", _AT),
    Part(5, "key", _raw(PUBLIC_BYTES)),
    Part(6, "effective_at", _AT),
    Part(7, "reason", _text(LONGEST_REASON)),
)
_ACCEPTANCE = record(Part(3, "licence", _raw(DIGEST_BYTES)), Part(4, "at", _AT), Part(5, "key", _raw(PUBLIC_BYTES)))
_CARD = record(
    Part(3, "name", _text(LONGEST_NAME)),
    Part(4, "from_on", _ON),
    Part(5, "key", _raw(PUBLIC_BYTES)),
    Part(6, "role", choice(ROLES)),
    Part(7, "contact", _text(LONGEST_NAME)),
)
_LIST = record(
    Part(3, "sequence", WHOLE),
    Part(4, "issued_at", _AT),
    Part(5, "key", _raw(PUBLIC_BYTES)),
    Part(6, "expires_at", _AT),
    Part(7, "packed", Packing(bytes, of_type(bytes))),
)

SHAPES: dict[Kind, Shape] = {
    Kind.ACCEPTANCE: Shape(Acceptance, _ACCEPTANCE),
    Kind.WITHDRAWAL: Shape(Withdrawal, _NOTICE),
    Kind.SUSPENSION: Shape(Suspension, _NOTICE),
    Kind.RESUMPTION: Shape(Resumption, _NOTICE),
    Kind.KEY_CARD: Shape(KeyCard, _CARD),
    Kind.STATUS_LIST: Shape(StatusList, _LIST),
}
