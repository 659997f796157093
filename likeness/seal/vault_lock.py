"""One lock of the vault: the secret, wrapped under a key that a passphrase gives, or twelve words on paper."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from likeness.errors import Refused
from likeness.seal.twelve_words import Words
from likeness.values.chance import Chance

SALT_BYTES = 16
NONCE_BYTES = 12
SEALED_BYTES = 16 + 16  # the secret and the tag of GCM
PASSPHRASE, WORDS = "passphrase", "words"
Opener = str | Words  # what opens a lock: a passphrase, or twelve words


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes (RFC 9106 section 3.1)."""

    memory_kib: int
    passes: int
    lanes: int


DEFAULT_COST = Cost(memory_kib=64 * 1024, passes=3, lanes=4)


@dataclass(frozen=True)
class Lock:
    """A closed lock: its kind, cost and salt of the derivation, nonce and ciphertext of the secret."""

    kind: str
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes


def kind_of(opener: Opener) -> str:
    """Return the kind of lock that this opens."""
    return WORDS if isinstance(opener, Words) else PASSPHRASE


def close_lock(secret: bytes, opener: Opener, chance: Chance, cost: Cost) -> Lock:
    """Wrap `secret` under a passphrase or words; an empty passphrase is refused."""
    if not opener:
        raise Refused("empty-passphrase")
    kind, salt, nonce = kind_of(opener), chance.bytes(SALT_BYTES), chance.bytes(NONCE_BYTES)
    sealed = AESGCM(_key(opener, salt, cost)).encrypt(nonce, secret, _bound(kind, cost, salt))
    return Lock(kind, cost, salt, nonce, sealed)


def open_lock(lock: Lock, opener: Opener) -> bytes | None:
    """Return the secret, or None if this does not open it; a lock of another kind is not tried."""
    if lock.kind != kind_of(opener):
        return None
    try:
        key = _key(opener, lock.salt, lock.cost)
        return AESGCM(key).decrypt(lock.nonce, lock.sealed, _bound(lock.kind, lock.cost, lock.salt))
    except InvalidTag:
        return None


def _key(opener: Opener, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(opener.secret if isinstance(opener, Words) else _typed(opener))


def _typed(passphrase: str) -> bytes:
    # NFC: the same letters typed on two systems are the same passphrase. Half a surrogate pair (a damaged
    # environment variable) is no text; it must fail as a wrong passphrase, not as a bug.
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _bound(kind: str, cost: Cost, salt: bytes) -> bytes:
    return f"likeness/vault/1/{kind}/{cost.memory_kib}/{cost.passes}/{cost.lanes}/".encode() + salt
