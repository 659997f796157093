"""Signing keys: ECDSA on P-256 with SHA-256, and nothing else.

1. A signature is 64 bytes, r then s, big-endian (RFC 9053 section 2.1), made with the deterministic nonce of RFC 6979.
2. s is never above half the order, when signing and when verifying: one signature has one form.
3. A public key is its 33-byte compressed point (SEC 1 section 2.3.3); anything else is refused.
4. A key's name is its thumbprint (RFC 9679): 16 bytes in documents, 8 as key id, 30 digits for a phone call.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from likeness.errors import Unreadable
from likeness.values.chance import Chance

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256 (SEC 2 section 2.4.2)
PUBLIC_BYTES = 33
SECRET_BYTES = 32
SIGNATURE_BYTES = 64

_CURVE = ec.SECP256R1()
_VERIFYING = ec.ECDSA(hashes.SHA256())
_SIGNING = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
# RFC 9679 section 4.2: the map {1: 2, -1: 1, -2: x, -3: y}, written out up to x and between x and y.
_THUMB_HEAD, _THUMB_MIDDLE = bytes.fromhex("a401022001215820"), bytes.fromhex("225820")


@lru_cache(maxsize=256)
def _point(encoded: bytes) -> ec.EllipticCurvePublicKey:
    if len(encoded) != PUBLIC_BYTES:
        raise Unreadable("bad-public-key")
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, encoded)
    except ValueError as why:
        raise Unreadable("bad-public-key") from why


@lru_cache(maxsize=256)
def _thumbprint(encoded: bytes) -> bytes:
    point = _point(encoded).public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return sha256(_THUMB_HEAD + point[1:33] + _THUMB_MIDDLE + point[33:]).digest()


@dataclass(frozen=True)
class PublicKey:
    """A verifying key; `encoded` is the 33-byte compressed point. A bad point raises Unreadable."""

    encoded: bytes

    def __post_init__(self) -> None:
        _point(self.encoded)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Tell whether `signature` (64 bytes, low s) over `message` was made with this key."""
        if len(signature) != SIGNATURE_BYTES:
            return False
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
        if not (0 < r < ORDER and 0 < s <= ORDER // 2):
            return False
        try:
            _point(self.encoded).verify(encode_dss_signature(r, s), message, _VERIFYING)
        except InvalidSignature:
            return False
        return True

    @property
    def full_thumbprint(self) -> bytes:
        """All 32 bytes of the COSE key thumbprint (RFC 9679)."""
        return _thumbprint(self.encoded)

    @property
    def thumbprint(self) -> bytes:
        """The first 16 bytes of the thumbprint: the key's name in documents."""
        return self.full_thumbprint[:16]

    @property
    def kid(self) -> bytes:
        """The first 8 bytes of the thumbprint: a hint in an envelope, never proof."""
        return self.full_thumbprint[:8]

    @property
    def fingerprint(self) -> str:
        """The thumbprint for people and files: 32 hexadecimal digits."""
        return self.thumbprint.hex()

    @property
    def digits(self) -> str:
        """Six groups of five digits, to be compared in a call."""
        text = f"{int.from_bytes(self.full_thumbprint, 'big') % 10**30:030d}"
        return " ".join(text[start : start + 5] for start in range(0, 30, 5))

    def der(self) -> bytes:
        """Return the key as SubjectPublicKeyInfo (RFC 5480), as certificates hold it."""
        return _point(self.encoded).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@dataclass(frozen=True)
class SigningKey:
    """A secret key; `secret` is the 32-byte scalar, from 1 to the order minus 1."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != SECRET_BYTES or not 0 < int.from_bytes(self.secret, "big") < ORDER:
            raise Unreadable("bad-signing-key")

    @classmethod
    def generate(cls, chance: Chance) -> SigningKey:
        """Draw a key; a draw outside the range (once in 2^32) is thrown again."""
        secret = chance.bytes(SECRET_BYTES)
        while not 0 < int.from_bytes(secret, "big") < ORDER:
            secret = chance.bytes(SECRET_BYTES)
        return cls(secret)

    @cached_property
    def private(self) -> ec.EllipticCurvePrivateKey:
        """The key as `cryptography` holds it, for the certificate of a PDF."""
        return ec.derive_private_key(int.from_bytes(self.secret, "big"), _CURVE)

    @cached_property
    def public(self) -> PublicKey:
        """The public half."""
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        return PublicKey(point)

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature of `message`, always the same one."""
        r, s = decode_dss_signature(self.private.sign(message, _SIGNING))
        s = min(s, ORDER - s)
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def der_signature(signature: bytes) -> bytes:
    """Turn 64 bytes into the DER form that CMS wants (RFC 3279 section 2.2.3)."""
    return encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))


def raw_signature(der: bytes) -> bytes | None:
    """Turn a DER signature into 64 bytes; None if it is not the one DER form of two numbers below the order."""
    try:
        r, s = decode_dss_signature(der)
    except ValueError:
        return None
    if not (0 < r < ORDER and 0 < s < ORDER) or encode_dss_signature(r, s) != der:
        return None
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")
