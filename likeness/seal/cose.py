"""COSE_Sign1 (RFC 9052 section 4.2) in its one strict shape.

1. Tag 18, then four members: protected header, unprotected header, payload, signature.
2. The protected header is exactly {1: algorithm, 4: key id of 8 bytes}; the unprotected one is empty.
3. The algorithm is what the caller expects, never what the message says.
4. The payload is there, the signature has 64 bytes, the whole is deterministic CBOR.
"""

from __future__ import annotations

from dataclasses import dataclass

from likeness.errors import Unreadable
from likeness.seal.canonical import COSE_SIGN1, MOST_BYTES, byte_string, encode

ESP256 = -9  # RFC 9864: ECDSA on P-256 with SHA-256. The product writes and reads nothing else
ES256 = -7  # the older name of the same mathematics, known here only for public test vectors
KID_BYTES = 8
SIGNATURE_BYTES = 64
_ALG, _KID = 1, 4
_FOUR_MEMBERS, _NOTHING = b"\x84", b"\xa0"  # the heads of a list of four and of an empty map
_HEADER = encode({_ALG: ESP256, _KID: bytes(KID_BYTES)})[:-KID_BYTES]


@dataclass(frozen=True)
class Sign1:
    """The parts of one envelope, read but not yet verified."""

    protected: bytes
    kid: bytes
    payload: bytes
    signature: bytes


def protected_header(kid: bytes, algorithm: int = ESP256) -> bytes:
    """Return the protected header as it is signed."""
    return encode({_ALG: algorithm, _KID: kid}) if algorithm != ESP256 else _HEADER + kid


def to_be_signed(protected: bytes, external: bytes, payload: bytes) -> bytes:
    """Return the Sig_structure (RFC 9052 section 4.4): what the signature is about."""
    return encode(["Signature1", protected, external, payload])


def write_sign1(protected: bytes, payload: bytes, signature: bytes) -> bytes:
    """Put the parts together."""
    return bytes([COSE_SIGN1]) + encode([protected, {}, payload, signature])


def read_sign1(data: bytes, algorithm: int = ESP256) -> Sign1:
    """Take the parts apart, or raise Unreadable at the first broken rule.

    There is one shape, so it is read byte by byte: three byte strings in shortest form, and what stands between them.
    """
    if data[:1] != bytes([COSE_SIGN1]):
        raise Unreadable("envelope-not-tagged")
    if len(data) > MOST_BYTES:  # the whole of it, as `split_sequence` counts too
        raise Unreadable("cbor-too-large", most=MOST_BYTES)
    if data[1:2] != _FOUR_MEMBERS:
        raise Unreadable("envelope-shape")
    protected, end = byte_string(data, 2)
    if data[end : end + 1] != _NOTHING:
        raise Unreadable("envelope-unprotected-header")
    payload, end = byte_string(data, end + 1)
    signature, end = byte_string(data, end)
    if len(signature) != SIGNATURE_BYTES:
        raise Unreadable("envelope-signature-length")
    if end != len(data):
        raise Unreadable("cbor-not-canonical")
    return Sign1(protected, _read_kid(protected, algorithm), payload, signature)


def _read_kid(protected: bytes, algorithm: int) -> bytes:
    kid = protected[-KID_BYTES:]
    # There is one right header for each key id, so it is written again and compared, never interpreted.
    if protected != protected_header(kid, algorithm):
        raise Unreadable("envelope-protected-header")
    return kid
