"""Whose registry it is: name, role and keys, the secret halves wrapped by the vault."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from likeness.errors import Broken
from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database

ROLES = ("performer", "agent", "company")


@dataclass(frozen=True)
class Owner:
    """The owner's row; `signing_key` and `log_key` are wrapped, `card` is the sealed key card.

    `first_key` is the public key the registry began with: it names the log, whatever key came later.
    """

    name: str
    role: str
    created_at: datetime
    public_key: bytes
    signing_key: bytes
    log_public_key: bytes
    log_key: bytes
    card: bytes
    first_key: bytes | None = None


@dataclass(frozen=True)
class FormerKey:
    """A key the owner had before: both halves, the secret one wrapped (papers of its time need it), and its card."""

    public_key: bytes
    signing_key: bytes
    card: bytes
    until: datetime


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

    def change_key(self, public_key: bytes, signing_key: bytes, card: bytes, at: datetime) -> None:
        """Give the owner another key; the one before is remembered."""
        before = self.get()
        self._db.insert(
            "former_key",
            {
                "public_key": before.public_key,
                "signing_key": before.signing_key,
                "card": before.card,
                "until": instant_to(at),
            },
        )
        self._db.run("UPDATE owner SET public_key = ?, signing_key = ?", (public_key, signing_key))
        self.put_card(card)

    def put_card(self, card: bytes) -> None:
        """Give the owner another card of the present key."""
        self._db.run("UPDATE owner SET card = ?", (card,))

    def former(self) -> list[FormerKey]:
        """Return the keys the owner had before, the first one first."""
        rows = self._db.rows("SELECT public_key, signing_key, card, until FROM former_key ORDER BY id")
        return [FormerKey(*(*row[:3], instant_from(row[3]))) for row in rows]

    def get(self) -> Owner:
        """Return the owner; a registry without one is damaged."""
        row = self._db.one(
            "SELECT name, role, created_at, public_key, signing_key, log_public_key, log_key, card FROM owner"
        )
        if row is None:
            raise Broken("damaged", file=str(self._db.path))
        former = self.former()
        first = former[0].public_key if former else row[3]
        return replace(Owner(row[0], row[1], instant_from(row[2]), *row[3:]), first_key=first)
