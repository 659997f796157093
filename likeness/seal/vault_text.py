"""The vault on disk: strict JSON, `likeness-vault/1`.

    {"format": "likeness-vault/1", "locks": [{"kind": "passphrase", "kdf": "argon2id", "memory_kib": 65536,
     "passes": 3, "lanes": 4, "salt": "...", "nonce": "...", "sealed": "..."}], "sum": "..."}

A lock has the kind `passphrase`, or `words` where twelve words were made; without one of these it is as it ever was.
`sum` is SHA-256 over the locks as written: it tells damage from a wrong passphrase, and protects nothing.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from hashlib import sha256

from likeness.errors import Broken, Unreadable
from likeness.seal.vault_lock import NONCE_BYTES, PASSPHRASE, SALT_BYTES, SEALED_BYTES, WORDS, Cost, Lock
from likeness.values.strict_json import Fields, listing, read_json, whole

FORMAT = "likeness-vault/1"
_FAMILY = "likeness-vault/"
_MOST_CHARACTERS = 16_384
_MOST_LOCKS = 4


def write_vault(locks: Sequence[Lock]) -> str:
    """Return the text form of closed locks."""
    rows = [_row(lock) for lock in locks]
    return json.dumps({"format": FORMAT, "locks": rows, "sum": _sum(rows)}, indent=1) + "\n"


def read_vault(text: str) -> tuple[Lock, ...]:
    """Read closed locks; raise Broken `vault-damaged`, or `newer-format` for a later version of the same."""
    if len(text) > _MOST_CHARACTERS:
        raise Broken("vault-damaged")
    try:
        value = read_json(text)
        named = value.get("format") if isinstance(value, dict) else None
        locks = None if _is_newer(named) else _locks(Fields(value))
    except Unreadable as why:
        raise Broken("vault-damaged") from why
    if locks is None:
        raise Broken("newer-format", format=str(named)[:40])
    return locks


def _is_newer(named: object) -> bool:
    return isinstance(named, str) and named.startswith(_FAMILY) and named != FORMAT


def _locks(fields: Fields) -> tuple[Lock, ...]:
    fields.need("format", lambda value, key: _is(value, FORMAT, key))
    locks = fields.need("locks", lambda value, key: listing(value, key, _lock, most=_MOST_LOCKS))
    fields.need("sum", lambda value, key: _is(value, _sum([_row(lock) for lock in locks]), key))
    fields.done()
    if not locks:
        raise Unreadable("key-missing", key="locks")
    return locks


def _lock(value: object, key: str) -> Lock:
    fields = Fields(value, key)
    kind = fields.need("kind", lambda v, k: _is(v, WORDS if v == WORDS else PASSPHRASE, k))
    fields.need("kdf", lambda v, k: _is(v, "argon2id", k))
    lanes = fields.need("lanes", lambda v, k: whole(v, k, least=1, most=16))
    # Bounded: a damaged or hostile file must not take all memory or an hour (RFC 9106: at least 8 KiB a lane).
    memory = fields.need("memory_kib", lambda v, k: whole(v, k, least=8 * lanes, most=1024 * 1024))
    passes = fields.need("passes", lambda v, k: whole(v, k, least=1, most=16))
    salt = fields.need("salt", lambda v, k: _bytes(v, k, SALT_BYTES))
    nonce = fields.need("nonce", lambda v, k: _bytes(v, k, NONCE_BYTES))
    sealed = fields.need("sealed", lambda v, k: _bytes(v, k, SEALED_BYTES))
    fields.done()
    return Lock(kind, Cost(memory, passes, lanes), salt, nonce, sealed)


def _row(lock: Lock) -> dict[str, object]:
    return {
        "kind": lock.kind,
        "kdf": "argon2id",
        "memory_kib": lock.cost.memory_kib,
        "passes": lock.cost.passes,
        "lanes": lock.cost.lanes,
        "salt": b64encode(lock.salt).decode(),
        "nonce": b64encode(lock.nonce).decode(),
        "sealed": b64encode(lock.sealed).decode(),
    }


def _sum(rows: Sequence[dict[str, object]]) -> str:
    return sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()[:16]


def _is(value: object, wanted: str, key: str) -> str:
    if value != wanted:
        raise Unreadable("unknown-value", key=key)
    return wanted


def _bytes(value: object, key: str, count: int) -> bytes:
    try:
        raw = b64decode(value, validate=True) if isinstance(value, str) else b""
    except ValueError as why:
        raise Unreadable("bad-base64", key=key) from why
    if len(raw) != count or b64encode(raw).decode() != value:
        raise Unreadable("bad-length", key=key)
    return raw
