"""The vault: one random secret, behind locks, from which every other key is drawn.

1. The secret has 16 bytes. Each lock holds it wrapped; a new passphrase rewrites one lock and no data.
2. A passphrase becomes a key by Argon2id (RFC 9106); its cost stands beside the salt, bounded when read, and is
   bound to what is wrapped, so that nobody can lower it unnoticed. Wrapping is AES-256-GCM.
3. HKDF-SHA-256 (RFC 5869) draws one key for each label: `db`, `sign`, `backup`.
4. The text form is strict JSON (`likeness-vault/1`) with a check sum: damage is told from a wrong passphrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from hmac import compare_digest
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from likeness.errors import Broken
from likeness.seal.vault_lock import DEFAULT_COST, Cost, Lock, close_lock, open_lock
from likeness.seal.vault_text import read_vault, write_vault
from likeness.values.chance import Chance

SECRET_BYTES = 16
DATABASE, SIGN, BACKUP = "db", "sign", "backup"
_NONCE_BYTES = 12


class Vault:
    """An open vault. `text` is what to keep; it gives nothing away without the passphrase."""

    def __init__(self, secret: bytes, locks: Sequence[Lock], chance: Chance) -> None:
        self._secret = secret
        self._locks = list(locks)
        self._chance = chance

    @property
    def text(self) -> str:
        """The vault as strict JSON, without the secret."""
        return write_vault(self._locks)

    def database_key(self) -> bytes:
        """Return the 32-byte raw key of the registry."""
        return self._draw(DATABASE)

    def backup_key(self) -> bytes:
        """Return the 32-byte key of backups."""
        return self._draw(BACKUP)

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
        secrets = (open_lock(lock, passphrase) for lock in self._locks)
        return any(secret is not None and compare_digest(secret, self._secret) for secret in secrets)

    def change_passphrase(self, passphrase: str, cost: Cost = DEFAULT_COST) -> None:
        """Put the secret behind a new passphrase; the caller keeps the new `text`."""
        self._locks = [close_lock(self._secret, passphrase, self._chance, cost)]

    def _draw(self, label: str) -> bytes:
        info = f"likeness/vault/1/{label}".encode()
        return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(self._secret)


def vault_path(path: Path) -> Path:
    """Return where the locks of a registry lie: beside it."""
    return path.with_name(path.name + ".vault")


def create_vault(passphrase: str, chance: Chance, cost: Cost = DEFAULT_COST) -> Vault:
    """Make a vault with a new secret behind `passphrase`."""
    secret = chance.bytes(SECRET_BYTES)
    return Vault(secret, [close_lock(secret, passphrase, chance, cost)], chance)


def open_vault(text: str, passphrase: str, chance: Chance) -> Vault:
    """Open a vault; raise Broken: `wrong-passphrase`, `vault-damaged` or `newer-format`."""
    locks = read_vault(text)
    for lock in locks:
        secret = open_lock(lock, passphrase)
        if secret is not None:
            return Vault(secret, locks, chance)
    raise Broken("wrong-passphrase")
