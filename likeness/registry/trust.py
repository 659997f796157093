"""The trust book: key cards the owner has confirmed, and the newest status list of each signer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database


@dataclass(frozen=True)
class CardRow:
    """A confirmed card: `thumbprint` 16 bytes, `public_key` 33 bytes, `bytes` as signed."""

    thumbprint: bytes
    name: str
    role: str
    public_key: bytes
    bytes: bytes
    confirmed_at: datetime


class TrustTable:
    """Cards and lists."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put_card(self, card: CardRow) -> None:
        """Record a confirmed card; confirming again renews it."""
        self._db.run(
            "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?)",
            (card.thumbprint, card.name, card.role, card.public_key, card.bytes, instant_to(card.confirmed_at)),
        )

    def remove_card(self, thumbprint: bytes) -> None:
        """Trust a key no longer."""
        self._db.run("DELETE FROM card WHERE thumbprint = ?", (thumbprint,))

    def cards(self) -> list[CardRow]:
        """Return every confirmed card, by name."""
        rows = self._db.rows(
            "SELECT thumbprint, name, role, public_key, bytes, confirmed_at FROM card ORDER BY name, thumbprint"
        )
        return [CardRow(*(*row[:5], instant_from(row[5]))) for row in rows]

    def put_list(self, issuer: bytes, sequence: int, signed: bytes, at: datetime) -> bool:
        """Record a status list; False, and nothing changed, if a newer or equal one is here."""
        row = self._db.one("SELECT sequence FROM status_list WHERE issuer = ?", (issuer,))
        if row is not None and row[0] >= sequence:
            return False
        self._db.run(
            "INSERT OR REPLACE INTO status_list VALUES (?, ?, ?, ?)", (issuer, sequence, signed, instant_to(at))
        )
        return True

    def lists(self) -> list[bytes]:
        """Return the newest list of each signer."""
        return [row[0] for row in self._db.rows("SELECT bytes FROM status_list")]

    def sequence(self, issuer: bytes) -> int:
        """Return the sequence of the newest list of a signer, 0 if there is none."""
        row = self._db.one("SELECT sequence FROM status_list WHERE issuer = ?", (issuer,))
        return 0 if row is None else int(row[0])
