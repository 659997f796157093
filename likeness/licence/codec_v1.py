"""A licence as it is signed: a map with small numbers as keys (version 1). FROZEN once released.

1. Keys 1 to 63 are critical: an unknown one refuses the licence as made by a newer version. Keys from 64 are
   extensions: they are kept, never understood, and never widen what is granted.
2. What equals its default is left out. Sets of codes are bit masks (code_bits), so they come back in the order
   of the tables; `in_signed_order` puts terms into that order beforehand.
3. What is unpacked goes through the same door as terms from JSON: every rule of FORMAT section 2 holds for signed
   bytes too. Then it is packed again, and must give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from likeness.errors import Unreadable
from likeness.licence import code_bits
from likeness.licence.packing import instant_from, instant_to, of_type
from likeness.licence.terms import Terms
from likeness.licence.terms_packing import DOUBLES, TERMS, TERMS_KEYS
from likeness.licence.terms_read import terms_from
from likeness.licence.terms_write import terms_to
from likeness.seal.canonical import Value, decode, encode
from likeness.seal.keys import PublicKey
from likeness.seal.kinds import Kind
from likeness.values.text import clean_text

CODEC = 1
MANIFEST_BYTES = 16
DIGEST_BYTES = 32
STATUS_ENTRIES = 131_072
FIRST_EXTENSION = 64
_VERSION, _KIND, _NUMBER, _ISSUED_AT, _SIGNER, _STATUS, _REPLACES, _DOUBLES = range(1, 9)
_OWN_KEYS = frozenset(range(_VERSION, _DOUBLES + 1))
_SIGNED_SETS = {
    "acts": code_bits.ACTS,
    "purposes": code_bits.PURPOSES,
    "media": code_bits.MEDIA,
    "modifications": code_bits.MODIFICATIONS,
    "forbidden_content": code_bits.CONTENT,
}


@dataclass(frozen=True)
class DoubleSeal:
    """A licensed likeness: its id, its kind, and the first 16 bytes of the SHA-256 of its manifest."""

    id: str
    kind: str
    manifest: bytes


@dataclass(frozen=True)
class Licence:
    """What the performer signs. `signer` is her 33-byte key, `replaces` the digest of the licence this one amends.

    `issued_at` is aware and has whole seconds; `extensions` are (key from 64, encoded value) of newer versions.
    """

    number: str
    terms: Terms
    doubles: tuple[DoubleSeal, ...]
    issued_at: datetime
    status_index: int
    signer: bytes
    replaces: bytes | None = None
    extensions: tuple[tuple[int, bytes], ...] = ()


def in_signed_order(terms: Terms) -> Terms:
    """Return `terms` with its sets of codes in the order of the frozen tables: what decoding gives back."""
    changes: dict[str, Any] = {name: _ordered(getattr(terms, name), table) for name, table in _SIGNED_SETS.items()}
    if terms.exclusive is not None:
        purposes = _ordered(terms.exclusive.purposes, code_bits.PURPOSES)
        changes["exclusive"] = replace(terms.exclusive, purposes=purposes)
    return replace(terms, **changes)


def encode_licence(licence: Licence) -> bytes:
    """Return the payload to be sealed; parts that contradict each other are a bug (ValueError)."""
    if tuple(double.id for double in licence.doubles) != licence.terms.likenesses:
        raise ValueError("the doubles are not the licensed likenesses")
    payload = {
        _VERSION: CODEC,
        _KIND: Kind.LICENCE.number,
        _NUMBER: licence.number,
        _ISSUED_AT: instant_to(licence.issued_at),
        _SIGNER: licence.signer,
        _STATUS: licence.status_index,
        _DOUBLES: DOUBLES.pack([vars(double) for double in licence.doubles]),
        **TERMS.pack(terms_to(licence.terms)),
        **{key: decode(value) for key, value in licence.extensions},
    }
    if licence.replaces is not None:
        payload[_REPLACES] = licence.replaces
    return encode(payload)


def decode_licence(payload: bytes) -> Licence:
    """Return the licence of a payload, or raise Unreadable (`made-by-newer-version`, or the key at fault)."""
    value = decode(payload)
    if not isinstance(value, dict):
        raise Unreadable("statement-shape")
    return licence_of(value, payload)


def licence_of(value: dict[int, Value], payload: bytes) -> Licence:
    """Return the licence of a payload that is decoded already."""
    critical = {key for key in value if key < FIRST_EXTENSION}
    if value.get(_VERSION) != CODEC or not critical <= _OWN_KEYS | TERMS_KEYS:
        raise Unreadable("made-by-newer-version")
    if not _OWN_KEYS - {_REPLACES} <= critical or value[_KIND] != Kind.LICENCE.number:
        raise Unreadable("statement-shape")
    licence = _licence(value)
    if encode_licence(licence) != payload:
        raise Unreadable("licence-not-canonical")
    return licence


def _licence(value: dict[int, Any]) -> Licence:
    doubles = tuple(DoubleSeal(**double) for double in DOUBLES.unpack(value[_DOUBLES]))
    document = TERMS.unpack({key: value[key] for key in value if key in TERMS_KEYS})
    replaces = value.get(_REPLACES)
    return Licence(
        number=clean_text(value[_NUMBER], "number", most=40),
        terms=terms_from(document | {"likenesses": [double.id for double in doubles]}),
        doubles=doubles,
        issued_at=instant_from(value[_ISSUED_AT]),
        status_index=_status_index(value[_STATUS]),
        signer=PublicKey(of_type(bytes)(value[_SIGNER])).encoded,
        replaces=None if replaces is None else exactly(replaces, DIGEST_BYTES),
        extensions=tuple((key, encode(value[key])) for key in value if key >= FIRST_EXTENSION),
    )


def exactly(value: object, count: int) -> bytes:
    """Pass `count` bytes, refuse everything else."""
    if not isinstance(value, bytes) or len(value) != count:
        raise Unreadable("bad-length", wanted=count)
    return value


def _status_index(value: object) -> int:
    if type(value) is not int or not 0 <= value < STATUS_ENTRIES:
        raise Unreadable("number-out-of-range", key="status_index", least=0, most=STATUS_ENTRIES - 1)
    return value


def _ordered(values: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(values, key=table.index)) if set(values) <= set(table) else values
