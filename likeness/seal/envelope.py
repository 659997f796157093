"""Sealing a statement: `seal` signs a payload as one kind, `unseal` reads it, `check` says whether a key signed it.

The payload begins with its version (key 1) and its kind (key 2). A statement's id is the SHA-256 of all its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from likeness.errors import Unreadable
from likeness.seal.canonical import Value, decode
from likeness.seal.cose import protected_header, read_sign1, to_be_signed, write_sign1
from likeness.seal.keys import PublicKey, SigningKey
from likeness.seal.kinds import Kind, kind_numbered

VERSION, KIND = 1, 2  # the first two keys of every payload


@dataclass(frozen=True)
class Envelope:
    """A statement taken apart. Nothing is known about its signature until `check` has said yes."""

    kind: Kind
    kid: bytes
    payload: bytes
    signature: bytes
    protected: bytes
    data: bytes

    @property
    def digest(self) -> bytes:
        """The statement's id: SHA-256 of all its bytes."""
        return sha256(self.data).digest()


def seal(payload: bytes, kind: Kind, key: SigningKey) -> bytes:
    """Sign `payload` as a statement of `kind`; the payload must name the same kind."""
    if _kind_in(payload) is not kind:
        raise ValueError("the payload names another kind")
    protected = protected_header(key.public.kid)
    return write_sign1(protected, payload, key.sign(to_be_signed(protected, kind.aad, payload)))


def unseal(data: bytes, kind: Kind | None = None) -> Envelope:
    """Read a statement, of `kind` if one is wanted; raise Unreadable if it is none."""
    parts = read_sign1(data)
    named = _kind_in(parts.payload)
    if kind is not None and named is not kind:
        raise Unreadable("statement-of-another-kind", wanted=kind.name.lower(), found=named.name.lower())
    return Envelope(named, parts.kid, parts.payload, parts.signature, parts.protected, data)


def check(envelope: Envelope, public: PublicKey) -> bool:
    """Tell whether `public` signed this statement as one of its kind, and is the key it names."""
    if envelope.kid != public.kid:
        return False
    message = to_be_signed(envelope.protected, envelope.kind.aad, envelope.payload)
    return public.verifies(envelope.signature, message)


def _kind_in(payload: bytes) -> Kind:
    value: Value = decode(payload)
    if not isinstance(value, dict) or VERSION not in value or KIND not in value:
        raise Unreadable("statement-shape")
    kind = kind_numbered(value[KIND])
    if kind is None:
        raise Unreadable("statement-of-unknown-kind")
    return kind
