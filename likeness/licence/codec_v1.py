"""A licence as it is signed: a map with small numbers as keys (version 1). FROZEN once released.

1. Keys 1 to 63 are critical: an unknown one refuses the licence as made by a newer version. Keys from 64 are
   extensions: they are kept, never understood, and never widen what is granted.
2. What equals its default is left out. Sets of codes are bit masks (code_bits), so they come back in the order
   of the tables; `in_signed_order` puts terms into that order beforehand.
3. Every rule of FORMAT section 2 holds for signed bytes too, and a licence has one spelling: the payload is
   deterministic CBOR (`seal.canonical`), and each value in it is the one that would be packed again (`packing`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from likeness.errors import Unreadable
from likeness.licence import code_bits, coherent, readers
from likeness.licence.packing import SECOND, Packing, choice, number, of_type, raw, same_number, text
from likeness.licence.record import Part, list_of, record
from likeness.licence.terms import Terms
from likeness.licence.terms_packing import TERMS_PARTS, names_of, terms_of
from likeness.seal.canonical import Value, decode, encode
from likeness.seal.keys import PublicKey
from likeness.seal.kinds import Kind
from likeness.values.text import clean_id, clean_text

CODEC = 1
MANIFEST_BYTES = 16
DIGEST_BYTES = 32
STATUS_ENTRIES = 131_072
FIRST_EXTENSION = 64
_VERSION, _KIND = 1, 2
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
    own = {_VERSION: CODEC, _KIND: Kind.LICENCE.number}
    return encode(own | _LICENCE.pack(licence) | {key: decode(value) for key, value in licence.extensions})


def decode_licence(payload: bytes) -> Licence:
    """Return the licence of a payload, or raise Unreadable (`made-by-newer-version`, or the key at fault)."""
    value = decode(payload)
    if not isinstance(value, dict):
        raise Unreadable("statement-shape")
    return licence_of(value)


def licence_of(value: dict[int, Value]) -> Licence:
    """Return the licence of a payload that is decoded already."""
    parts = value.copy()
    same_number(parts.pop(_VERSION, None), CODEC, "made-by-newer-version")
    same_number(parts.pop(_KIND, None), Kind.LICENCE.number, "statement-shape")
    later = tuple([(key, encode(parts.pop(key))) for key in value if key >= FIRST_EXTENSION])
    licence: Licence = _LICENCE.unpack(parts)
    return replace(licence, extensions=later) if later else licence


def _unpack_double(value: object) -> DoubleSeal:
    parts = of_type(list)(value)
    if len(parts) != 3 or not isinstance(parts[2], bytes) or len(parts[2]) != MANIFEST_BYTES:
        raise Unreadable("field-type", wanted="double")
    return DoubleSeal(clean_id(parts[0], "id"), _KINDS.unpack(parts[1]), parts[2])


def _unpack_signer(value: object) -> bytes:
    return PublicKey(of_type(bytes)(value)).encoded


def _names(licence: Licence) -> dict[str, Any]:
    return names_of(licence.terms) | vars(licence)


def _licence(
    number: str,
    issued_at: datetime,
    signer: bytes,
    status_index: int,
    replaces: bytes | None,
    doubles: tuple[DoubleSeal, ...],
    **terms: Any,
) -> Licence:
    terms["likenesses"] = coherent.likenesses(tuple([double.id for double in doubles]))
    return Licence(number, terms_of(terms), doubles, issued_at, status_index, signer, replaces)


_KINDS = choice(code_bits.KINDS)
_DOUBLE = Packing(lambda one: [one.id, _KINDS.pack(one.kind), one.manifest], _unpack_double)
_LICENCE = record(
    _licence,
    Part(3, "number", text(lambda value, key: clean_text(value, key, most=40))),
    Part(4, "issued_at", SECOND),
    Part(5, "signer", Packing(bytes, _unpack_signer)),
    Part(6, "status_index", number(most=STATUS_ENTRIES - 1)),
    Part(7, "replaces", raw(DIGEST_BYTES), None),
    Part(8, "doubles", list_of(_DOUBLE, most=readers.MOST_LIKENESSES)),
    *TERMS_PARTS,
    names=_names,
)


def _ordered(values: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(values, key=table.index)) if set(values) <= set(table) else values
