"""The vault: one random secret, behind locks, from which every other key is drawn.

1. The secret has 16 bytes. Each lock holds it wrapped; a new passphrase rewrites one lock and no data. There is one
   lock for the passphrase and, once they were made, one for the twelve words; neither knows of the other.
2. A passphrase or words become a key by Argon2id (RFC 9106); its cost stands beside the salt, bounded when read, and is
   bound to what is wrapped, so that nobody can lower it unnoticed. Wrapping is AES-256-GCM.
3. HKDF-SHA-256 (RFC 5869) draws one key for each label: `db`, `sign`, `backup`.
4. The text form is strict JSON (`likeness-vault/1`) with a check sum: damage is told from a wrong passphrase.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hmac import compare_digest
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from likeness.errors import Broken
from likeness.seal.twelve_words import Words
from likeness.seal.vault_lock import DEFAULT_COST, WORDS, Cost, Lock, Opener, close_lock, kind_of, open_lock
from likeness.seal.vault_text import read_vault, write_vault
from likeness.values.chance import Chance
from likeness.values.keep import LOCK

SECRET_BYTES = 16
DATABASE, SIGN = "db", "sign"
_NONCE_BYTES = 12
Keep = Callable[[str], None]  # puts a vault's text where it lies, or raises and leaves what lay there


class Vault:
    """An open vault. `text` is what to keep; it gives nothing away without the passphrase or the words."""

    def __init__(self, secret: bytes, locks: Sequence[Lock], chance: Chance) -> None:
        self._secret = secret
        self._locks = tuple(locks)
        self._chance = chance

    @property
    def text(self) -> str:
        """The vault as strict JSON, without the secret."""
        return write_vault(self._locks)

    def database_key(self) -> bytes:
        """Return the 32-byte raw key of the registry."""
        return self._draw(DATABASE)

    def wrap(self, label: str, secret: bytes) -> bytes:
        """Encrypt `secret` (a signing key, say) under this vault; the same `label` opens it again."""
        nonce = self._chance.bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._draw(SIGN)).encrypt(nonce, secret, label.encode())

    def unwrap(self, label: str, blob: bytes) -> bytes:
        """Decrypt what `wrap` made under `label`; raise Broken("vault-damaged") for anything else."""
        try:
            return AESGCM(self._draw(SIGN)).decrypt(blob[:_NONCE_BYTES], blob[_NONCE_BYTES:], label.encode())
        except (InvalidTag, ValueError) as why:
            raise Broken("vault-damaged") from why

    def confirm(self, passphrase: str) -> bool:
        """Tell whether `passphrase` opens this vault: asked again before a signature."""
        secret = _behind(self._locks, passphrase)
        return secret is not None and compare_digest(secret, self._secret)

    @property
    def locks(self) -> tuple[Lock, ...]:
        """The closed locks as they stand."""
        return self._locks

    @property
    def has_words(self) -> bool:
        """Whether twelve words open it too."""
        return any(lock.kind == WORDS for lock in self._locks)

    def change_lock(self, opener: Opener, keep: Keep, cost: Cost = DEFAULT_COST) -> None:
        """Put the secret behind a new passphrase, or new words, in place of the old; the other lock stands."""
        others = (lock for lock in self._locks if lock.kind != kind_of(opener))
        self.put_locks((*others, close_lock(self._secret, opener, self._chance, cost)), keep)

    def put_locks(self, locks: Sequence[Lock], keep: Keep) -> None:
        """Have these locks from now on, once they are kept."""
        keep(write_vault(locks))
        self._locks = tuple(locks)

    def _draw(self, label: str) -> bytes:
        info = f"likeness/vault/1/{label}".encode()
        return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(self._secret)


def vault_path(path: Path) -> Path:
    """Return where the locks of a registry lie: beside it."""
    return path.with_name(path.name + LOCK)


def create_vault(passphrase: str, chance: Chance, cost: Cost = DEFAULT_COST) -> Vault:
    """Make a vault with a new secret behind `passphrase`."""
    secret = chance.bytes(SECRET_BYTES)
    return Vault(secret, [close_lock(secret, passphrase, chance, cost)], chance)


def open_vault(text: str, opener: Opener, chance: Chance) -> Vault:
    """Open a vault with its passphrase or its twelve words.

    Raises Broken: `wrong-passphrase`, `wrong-words`, `no-words` (none were made), `vault-damaged` or `newer-format`.
    """
    locks = read_vault(text)
    secret = _behind(locks, opener)
    if secret is not None:
        return Vault(secret, locks, chance)
    if not isinstance(opener, Words):
        raise Broken("wrong-passphrase")
    raise Broken("wrong-words" if any(lock.kind == WORDS for lock in locks) else "no-words")


def _behind(locks: Sequence[Lock], opener: Opener) -> bytes | None:
    secrets = (open_lock(lock, opener) for lock in locks)
    return next((secret for secret in secrets if secret is not None), None)
