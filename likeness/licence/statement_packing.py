"""Which number each part of a statement has, and how it is packed. FROZEN once released."""

from __future__ import annotations

from typing import Any, NamedTuple

from likeness.errors import Unreadable
from likeness.licence.code_bits import ACTS, ROLES
from likeness.licence.codec_v1 import DIGEST_BYTES
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation, Vouching
from likeness.licence.mandates import Delegation, Estate, Handover
from likeness.licence.notices import Acceptance, Resumption, Suspension, Withdrawal
from likeness.licence.packing import DAY, SECOND, Packing, bits, choice, number, of_type, raw, text
from likeness.licence.record import Part, record
from likeness.licence.status_list import StatusList
from likeness.seal.keys import PUBLIC_BYTES, PublicKey
from likeness.seal.kinds import Kind
from likeness.values.codes import EVERY
from likeness.values.money import digits
from likeness.values.text import clean_id, clean_text

LONGEST_REASON = 400
LONGEST_NAME = 200
MOST_NAMED = 40  # ids in one list of a delegation
_LOG_KEY_BYTES, _ROOT_BYTES = 32, 32
_bytes, _list, _point = of_type(bytes), of_type(list), raw(PUBLIC_BYTES)


class Shape(NamedTuple):
    """What a payload of one kind says, and how it is packed."""

    says: type[Any]
    packing: Packing


def _text(most: int) -> Packing:
    return text(lambda value, key: clean_text(value, key, most=most))


def _unpack_point(value: object) -> bytes:
    return PublicKey(_point.unpack(value)).encoded


def _unpack_ids(value: object) -> tuple[str, ...]:
    named: list[object] = _list(value)
    if named == [EVERY]:
        return (EVERY,)
    if not 0 < len(named) <= MOST_NAMED or len({str(one) for one in named}) != len(named):
        raise Unreadable("statement-shape")
    return tuple(clean_id(one, "") for one in named)


def _currency(value: object, key: str) -> str:
    code = clean_text(value, key, most=3)
    digits(code)
    return code


_KEY = Part(5, "key", raw(PUBLIC_BYTES))
_POINT = Packing(bytes, _unpack_point)
_WHOLE = number()
_IDS = Packing(list, _unpack_ids)
_RAW = Packing(bytes, _bytes)
_NAME = Part(3, "name", _text(LONGEST_NAME))
_GIVEN = Part(4, "given_at", SECOND)
_SUBJECT = Part(7, "subject", _POINT)
_REASON = Part(7, "reason", _text(LONGEST_REASON), None)
_LICENCE = Part(3, "licence", raw(DIGEST_BYTES))
_EFFECTIVE = Part(6, "effective_at", SECOND)


def _statement(says: type[Any], *parts: Part) -> Shape:
    return Shape(says, record(says, *parts, missing="statement-shape"))


SHAPES: dict[Kind, Shape] = {
    Kind.ACCEPTANCE: _statement(Acceptance, _LICENCE, Part(4, "at", SECOND), _KEY),
    Kind.WITHDRAWAL: _statement(Withdrawal, _LICENCE, _GIVEN, _KEY, _EFFECTIVE, _REASON),
    Kind.SUSPENSION: _statement(Suspension, _LICENCE, _GIVEN, _KEY, _EFFECTIVE, _REASON),
    Kind.RESUMPTION: _statement(Resumption, _LICENCE, _GIVEN, _KEY, _EFFECTIVE, _REASON),
    Kind.KEY_CARD: _statement(
        KeyCard,
        _NAME,
        Part(4, "from_on", DAY),
        _KEY,
        Part(6, "role", choice(ROLES)),
        Part(7, "contact", _text(LONGEST_NAME), None),
        Part(8, "previous", _POINT, None),
        Part(9, "recovery", _POINT, None),
    ),
    Kind.STATUS_LIST: _statement(
        StatusList,
        Part(3, "sequence", _WHOLE),
        Part(4, "issued_at", SECOND),
        _KEY,
        Part(6, "expires_at", SECOND),
        Part(7, "packed", _RAW),
    ),
    Kind.VOUCHING: _statement(Vouching, _NAME, _GIVEN, _KEY, Part(6, "expires_at", SECOND), _SUBJECT),
    Kind.ROTATION: _statement(Rotation, Part(3, "card", _RAW), _GIVEN, _KEY),
    Kind.COMPROMISE: _statement(
        Compromise,
        Part(3, "subject", _POINT),
        _GIVEN,
        _KEY,
        Part(6, "since", SECOND),
        _REASON,
        Part(8, "log_key", raw(_LOG_KEY_BYTES), None),
        Part(9, "log_size", _WHOLE, None),
        Part(10, "log_root", raw(_ROOT_BYTES), None),
    ),
    Kind.DELEGATION: _statement(
        Delegation,
        _NAME,
        _GIVEN,
        _KEY,
        Part(6, "expires_at", SECOND),
        _SUBJECT,
        Part(8, "likenesses", _IDS),
        Part(9, "licensees", _IDS),
        Part(10, "acts", bits(ACTS, every=True)),
        Part(11, "most_minor", _WHOLE),
        Part(12, "currency", text(_currency)),
    ),
    Kind.ESTATE: _statement(Estate, _NAME, _GIVEN, _KEY, _SUBJECT),
    Kind.HANDOVER: _statement(Handover, _NAME, _GIVEN, _KEY, Part(6, "died_at", SECOND), _SUBJECT),
}
