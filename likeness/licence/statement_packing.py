"""Which number each part of a statement has, and how it is packed. FROZEN once released."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from likeness.errors import Unreadable
from likeness.licence.code_bits import ACTS, ROLES
from likeness.licence.codec_v1 import DIGEST_BYTES, exactly
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation, Vouching
from likeness.licence.mandates import Delegation, Estate, Handover
from likeness.licence.notices import Acceptance, Resumption, Suspension, Withdrawal
from likeness.licence.packing import WHOLE, Packing, Part, bits, choice, instant_from, instant_to, of_type, record
from likeness.licence.status_list import StatusList
from likeness.seal.keys import PUBLIC_BYTES, PublicKey
from likeness.seal.kinds import Kind
from likeness.values.codes import EVERY
from likeness.values.money import digits
from likeness.values.text import clean_id, clean_text

LONGEST_REASON = 400
LONGEST_NAME = 200
MOST_NAMED = 40  # ids in one list of a delegation
_EPOCH = date(1970, 1, 1)
_LOG_KEY_BYTES, _ROOT_BYTES = 32, 32


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


def _unpack_point(value: object) -> bytes:
    return PublicKey(exactly(value, PUBLIC_BYTES)).encoded


def _unpack_size(value: object) -> int:
    size: int = of_type(int)(value)
    if size < 0:
        raise Unreadable("number-out-of-range", least=0)
    return size


def _unpack_ids(value: object) -> tuple[str, ...]:
    named: list[object] = of_type(list)(value)
    if named == [EVERY]:
        return (EVERY,)
    if not 0 < len(named) <= MOST_NAMED or len({str(one) for one in named}) != len(named):
        raise Unreadable("statement-shape")
    return tuple(clean_id(one, "id") for one in named)


def _unpack_currency(value: object) -> str:
    code = clean_text(value, "currency", most=3)
    digits(code)
    return code


_ACTS = bits(ACTS)
_AT = Packing(instant_to, instant_from)
_ON = Packing(lambda day: (day - _EPOCH).days, _unpack_day)
_KEY = Part(5, "key", _raw(PUBLIC_BYTES))
_POINT = Packing(bytes, _unpack_point)
_SIZE = Packing(int, _unpack_size)
_IDS = Packing(list, _unpack_ids)
_NAME = Part(3, "name", _text(LONGEST_NAME))
_GIVEN = Part(4, "given_at", _AT)
_SUBJECT = Part(7, "subject", _POINT)
_REASON = Part(7, "reason", _text(LONGEST_REASON))
_LICENCE = Part(3, "licence", _raw(DIGEST_BYTES))

_NOTICE = record(_LICENCE, _GIVEN, _KEY, Part(6, "effective_at", _AT), _REASON)
_ACCEPTANCE = record(_LICENCE, Part(4, "at", _AT), _KEY)
_CARD = record(
    _NAME,
    Part(4, "from_on", _ON),
    _KEY,
    Part(6, "role", choice(ROLES)),
    Part(7, "contact", _text(LONGEST_NAME)),
    Part(8, "previous", _POINT),
    Part(9, "recovery", _POINT),
)
_LIST = record(
    Part(3, "sequence", WHOLE),
    Part(4, "issued_at", _AT),
    _KEY,
    Part(6, "expires_at", _AT),
    Part(7, "packed", Packing(bytes, of_type(bytes))),
)
_VOUCHING = record(_NAME, _GIVEN, _KEY, Part(6, "expires_at", _AT), _SUBJECT)
_ROTATION = record(Part(3, "card", Packing(bytes, of_type(bytes))), _GIVEN, _KEY)
_COMPROMISE = record(
    Part(3, "subject", _POINT),
    _GIVEN,
    _KEY,
    Part(6, "since", _AT),
    _REASON,
    Part(8, "log_key", _raw(_LOG_KEY_BYTES)),
    Part(9, "log_size", _SIZE),
    Part(10, "log_root", _raw(_ROOT_BYTES)),
)
_DELEGATION = record(
    _NAME,
    _GIVEN,
    _KEY,
    Part(6, "expires_at", _AT),
    _SUBJECT,
    Part(8, "likenesses", _IDS),
    Part(9, "licensees", _IDS),
    Part(10, "acts", Packing(_ACTS.pack, lambda value: tuple(_ACTS.unpack(value)))),
    Part(11, "most_minor", _SIZE),
    Part(12, "currency", Packing(str, _unpack_currency)),
)
_ESTATE = record(_NAME, _GIVEN, _KEY, _SUBJECT)
_HANDOVER = record(_NAME, _GIVEN, _KEY, Part(6, "died_at", _AT), _SUBJECT)

SHAPES: dict[Kind, Shape] = {
    Kind.ACCEPTANCE: Shape(Acceptance, _ACCEPTANCE),
    Kind.WITHDRAWAL: Shape(Withdrawal, _NOTICE),
    Kind.SUSPENSION: Shape(Suspension, _NOTICE),
    Kind.RESUMPTION: Shape(Resumption, _NOTICE),
    Kind.KEY_CARD: Shape(KeyCard, _CARD),
    Kind.STATUS_LIST: Shape(StatusList, _LIST),
    Kind.VOUCHING: Shape(Vouching, _VOUCHING),
    Kind.ROTATION: Shape(Rotation, _ROTATION),
    Kind.COMPROMISE: Shape(Compromise, _COMPROMISE),
    Kind.DELEGATION: Shape(Delegation, _DELEGATION),
    Kind.ESTATE: Shape(Estate, _ESTATE),
    Kind.HANDOVER: Shape(Handover, _HANDOVER),
}
