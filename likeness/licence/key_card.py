"""A key card: who says that a key is theirs, signed with that key.

A card proves only that its maker holds the key. That the name is true is for a person to confirm.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from likeness.seal.keys import PublicKey


@dataclass(frozen=True)
class KeyCard:
    """Name, role (performer, agent or company), 33-byte public key, first day of use, and how to reach the person.

    `previous` is the key that this one follows; it counts only inside a rotation, which the old key signs.
    `recovery` is a key that lies in a drawer and may say that this one is lost.
    """

    name: str
    role: str
    key: bytes
    from_on: date
    contact: str | None = None
    previous: bytes | None = None
    recovery: bytes | None = None

    @property
    def public(self) -> PublicKey:
        """The card's key."""
        return PublicKey(self.key)
