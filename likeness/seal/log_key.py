"""The log's own key: Ed25519 (RFC 8032), as C2SP checkpoints want it.

Public keys of small order are refused: under such a key one signature fits many messages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from likeness.errors import Unreadable
from likeness.values.chance import Chance

KEY_BYTES = 32

_FIELD = 2**255 - 19
_EIGHTH = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
# The y coordinates of the eight points whose order divides 8; the sign of x does not matter.
_SMALL_ORDER_Y = frozenset({0, 1, _FIELD - 1, _EIGHTH, _FIELD - _EIGHTH})


@dataclass(frozen=True)
class LogPublicKey:
    """A log's verifying key of 32 bytes; weak or non-canonical ones raise Unreadable."""

    encoded: bytes

    def __post_init__(self) -> None:
        y = int.from_bytes(self.encoded, "little") & (1 << 255) - 1
        if len(self.encoded) != KEY_BYTES or y >= _FIELD or y in _SMALL_ORDER_Y:
            raise Unreadable("bad-log-key")

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Tell whether `signature` (64 bytes) over `message` was made with this key."""
        try:
            Ed25519PublicKey.from_public_bytes(self.encoded).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class LogKey:
    """The log's secret key: 32 random bytes."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise Unreadable("bad-log-key")

    @classmethod
    def generate(cls, chance: Chance) -> LogKey:
        """Draw a key."""
        return cls(chance.bytes(KEY_BYTES))

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.secret)

    @cached_property
    def public(self) -> LogPublicKey:
        """The public half."""
        return LogPublicKey(self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature of `message`."""
        return self._private.sign(message)
