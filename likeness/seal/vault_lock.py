"""One lock of the vault: the secret, wrapped under a key that a passphrase gives."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from likeness.errors import Refused
from likeness.values.chance import Chance

SALT_BYTES = 16
NONCE_BYTES = 12
SEALED_BYTES = 16 + 16  # the secret and the tag of GCM


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes (RFC 9106 section 3.1)."""

    memory_kib: int
    passes: int
    lanes: int


DEFAULT_COST = Cost(memory_kib=64 * 1024, passes=3, lanes=4)


@dataclass(frozen=True)
class Lock:
    """A closed lock: cost and salt of the passphrase, nonce and ciphertext of the secret."""

    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes


def close_lock(secret: bytes, passphrase: str, chance: Chance, cost: Cost) -> Lock:
    """Wrap `secret` under `passphrase`; an empty one is refused."""
    if not passphrase:
        raise Refused("empty-passphrase")
    salt, nonce = chance.bytes(SALT_BYTES), chance.bytes(NONCE_BYTES)
    sealed = AESGCM(_key(passphrase, salt, cost)).encrypt(nonce, secret, _bound(cost, salt))
    return Lock(cost, salt, nonce, sealed)


def open_lock(lock: Lock, passphrase: str) -> bytes | None:
    """Return the secret, or None if the passphrase is another one."""
    try:
        key = _key(passphrase, lock.salt, lock.cost)
        return AESGCM(key).decrypt(lock.nonce, lock.sealed, _bound(lock.cost, lock.salt))
    except InvalidTag:
        return None


def _key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # NFC: the same letters typed on two systems are the same passphrase. Half a surrogate pair (a damaged
    # environment variable) is no text; it must fail as a wrong passphrase, not as a bug.
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(text)


def _bound(cost: Cost, salt: bytes) -> bytes:
    return f"likeness/vault/1/passphrase/{cost.memory_kib}/{cost.passes}/{cost.lanes}/".encode() + salt
