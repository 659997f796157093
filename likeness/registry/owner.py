"""Whose registry it is: name, role and keys, the secret halves wrapped by the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.errors import Broken
from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database

ROLES = ("performer", "agent", "company")


@dataclass(frozen=True)
class Owner:
    """The owner's row; `signing_key` and `log_key` are wrapped, `card` is the sealed key card."""

    name: str
    role: str
    created_at: datetime
    public_key: bytes
    signing_key: bytes
    log_public_key: bytes
    log_key: bytes
    card: bytes


class OwnerTable:
    """The one row about the owner."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, owner: Owner) -> None:
        """Record the owner of a new registry."""
        self._db.insert(
            "owner",
            {
                "id": 1,
                "name": owner.name,
                "role": owner.role,
                "created_at": instant_to(owner.created_at),
                "public_key": owner.public_key,
                "signing_key": owner.signing_key,
                "log_public_key": owner.log_public_key,
                "log_key": owner.log_key,
                "card": owner.card,
            },
        )

    def get(self) -> Owner:
        """Return the owner; a registry without one is damaged."""
        row = self._db.one(
            "SELECT name, role, created_at, public_key, signing_key, log_public_key, log_key, card FROM owner"
        )
        if row is None:
            raise Broken("damaged", file=str(self._db.path))
        return Owner(row[0], row[1], instant_from(row[2]), *row[3:])
