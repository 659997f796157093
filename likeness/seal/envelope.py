"""Sealing a statement: `seal` signs a payload as one kind, `unseal` reads it, `check` says whether a key signed it.

Every payload holds its version (key 1), its kind (key 2) and its signer's public key (key 5), in every version to
come, so that a statement of a newer version can still be told from an altered one.
A statement's id is the SHA-256 of all its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from likeness.errors import Unreadable
from likeness.seal.canonical import Value, decode
from likeness.seal.cose import protected_header, read_sign1, to_be_signed, write_sign1
from likeness.seal.keys import PublicKey, SigningKey
from likeness.seal.kinds import Kind, kind_numbered

VERSION, KIND, SIGNER = 1, 2, 5  # the keys that every payload has
_OF_ALL = frozenset((VERSION, KIND, SIGNER))


@dataclass(frozen=True)
class Envelope:
    """A statement taken apart. Nothing is known about its signature until `check` has said yes."""

    kind: Kind
    kid: bytes
    signer: PublicKey
    payload: bytes
    signature: bytes
    protected: bytes
    data: bytes
    value: dict[int, Value]  # the payload, read

    @property
    def digest(self) -> bytes:
        """The statement's id: SHA-256 of all its bytes."""
        return sha256(self.data).digest()


def seal(payload: bytes, kind: Kind, key: SigningKey) -> bytes:
    """Sign `payload` as a statement of `kind`; the payload must name the same kind."""
    if _names_in(_map_of(payload)) != (kind, key.public):
        raise ValueError("the payload names another kind or key")
    protected = protected_header(key.public.kid)
    return write_sign1(protected, payload, key.sign(to_be_signed(protected, kind.aad, payload)))


def unseal(data: bytes, kind: Kind | None = None) -> Envelope:
    """Read a statement, of `kind` if one is wanted; raise Unreadable if it is none."""
    parts = read_sign1(data)
    value = _map_of(parts.payload)
    named, signer = _names_in(value)
    if kind is not None and named is not kind:
        raise Unreadable("statement-of-another-kind", wanted=kind.name.lower(), found=named.name.lower())
    return Envelope(named, parts.kid, signer, parts.payload, parts.signature, parts.protected, data, value)


def check(envelope: Envelope, public: PublicKey | None = None) -> bool:
    """Tell whether `public` (or, without it, the key that the statement names) signed it as one of its kind."""
    public = public or envelope.signer
    if envelope.kid != public.kid:
        return False
    message = to_be_signed(envelope.protected, envelope.kind.aad, envelope.payload)
    return public.verifies(envelope.signature, message)


def _map_of(payload: bytes) -> dict[int, Value]:
    value = decode(payload)
    if not isinstance(value, dict) or not value.keys() >= _OF_ALL:
        raise Unreadable("statement-shape")
    return value


def _names_in(value: dict[int, Value]) -> tuple[Kind, PublicKey]:
    kind, signer = kind_numbered(value[KIND]), value[SIGNER]
    if kind is None:
        raise Unreadable("statement-of-unknown-kind")
    if not isinstance(signer, bytes):
        raise Unreadable("statement-shape")
    return kind, PublicKey(signer)
