"""The signed statements: how each is signed, and how it is read once its signature holds.

Every statement names its signer's key (payload key 5), and opening one means that this key signed it. Whose key it
is, is another question (the verifier, the trust book). Payloads: 1 version, 2 kind, 5 key, the rest by kind.
The order of the checks: shape of the envelope (Unreadable), signature (Tampered), then what it says (Unreadable),
so that something altered is never called "made by a newer version".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from likeness.errors import Tampered, Unreadable
from likeness.licence.codec_v1 import Licence, encode_licence, licence_of
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation, Vouching
from likeness.licence.mandates import Delegation, Estate, Handover
from likeness.licence.notices import Acceptance, Resumption, Suspension, Withdrawal
from likeness.licence.packing import same_number
from likeness.licence.statement_packing import SHAPES
from likeness.licence.status_list import StatusList
from likeness.seal.canonical import encode
from likeness.seal.envelope import KIND, VERSION, Envelope, check, seal, unseal
from likeness.seal.keys import PublicKey, SigningKey
from likeness.seal.kinds import Kind

Notice = Withdrawal | Suspension | Resumption
KeyWord = Vouching | Rotation | Compromise | Delegation | Estate | Handover
Statement = Licence | Acceptance | Notice | KeyCard | StatusList | KeyWord
S = TypeVar("S", bound=Statement)
S_co = TypeVar("S_co", bound=Statement, covariant=True)

_KINDS: dict[Any, Kind] = {Licence: Kind.LICENCE} | {shape.says: kind for kind, shape in SHAPES.items()}
_ABOUT_ANOTHER = (Vouching, Compromise, Delegation, Estate, Handover)
_FIRST = 1  # the version of every statement so far


@dataclass(frozen=True)
class Signed(Generic[S_co]):
    """A statement whose signature holds: what it says, its signer's key, its exact bytes and their digest."""

    says: S_co
    signer: PublicKey
    data: bytes
    digest: bytes


def sign(statement: S, key: SigningKey) -> Signed[S]:
    """Sign a statement and read it back: what is returned is what the bytes say."""
    kind = _KINDS[type(statement)]
    return open_signed(seal(encode_statement(statement), kind, key), type(statement))


def open_signed(data: bytes, wanted: type[S]) -> Signed[S]:
    """Read one statement of the wanted kind; raise Unreadable or Tampered."""
    envelope = unseal(data, _KINDS[wanted])
    says = _checked(envelope)
    assert isinstance(says, wanted)  # noqa: S101  the kind was asked for above; this tells the type checker
    return Signed(says, envelope.signer, data, envelope.digest)


def open_any(data: bytes) -> Signed[Any]:
    """Read one statement of any kind; raise Unreadable or Tampered."""
    envelope = unseal(data)
    return Signed(_checked(envelope), envelope.signer, data, envelope.digest)


def encode_statement(statement: Statement) -> bytes:
    """Return the payload of a statement, to be sealed."""
    if isinstance(statement, Licence):
        return encode_licence(statement)
    kind = _KINDS[type(statement)]
    packed = SHAPES[kind].packing.pack(statement)
    return encode({VERSION: _FIRST, KIND: kind.number} | packed)


def _checked(envelope: Envelope) -> Statement:
    if not check(envelope):
        raise Tampered("signature", kind=envelope.kind.name.lower())
    if envelope.kind is Kind.LICENCE:
        return licence_of(envelope.value)
    parts = envelope.value.copy()
    del parts[KIND]  # read with the envelope
    same_number(parts.pop(VERSION), _FIRST, "made-by-newer-version")
    statement: Statement = SHAPES[envelope.kind].packing.unpack(parts)
    _consistent(statement)
    return statement


def _consistent(statement: Statement) -> None:
    """Refuse a statement whose parts contradict each other; raise Unreadable or Tampered."""
    if isinstance(statement, StatusList) and not statement.entries:
        raise Unreadable("status-list-packing")
    if isinstance(statement, Vouching | Delegation) and statement.expires_at <= statement.given_at:
        raise Unreadable("ends-before-it-begins")
    if isinstance(statement, _ABOUT_ANOTHER) and statement.subject == statement.key:
        raise Unreadable("statement-about-itself")
    if isinstance(statement, Compromise):
        log = (statement.log_key, statement.log_size, statement.log_root)
        if statement.since > statement.given_at or (None in log and log != (None, None, None)):
            raise Unreadable("statement-shape")
    if isinstance(statement, Rotation):
        card = open_signed(statement.card, KeyCard).says
        if card.previous != statement.key or card.key == statement.key:
            raise Tampered("rotation-of-another-key")
