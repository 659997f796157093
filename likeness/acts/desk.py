"""Where acts are done: the open registry, the clock, chance and the keys. One instant an act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from likeness.registry.journal import SALT_BYTES
from likeness.registry.owner import Owner
from likeness.registry.registry import Registry
from likeness.seal.keys import SigningKey
from likeness.seal.log_key import LogKey
from likeness.seal.vault import Vault
from likeness.values.chance import Chance
from likeness.values.clock import Clock

CLOCKS_DIFFER = timedelta(days=1)  # between a signer's computer and ours
SIGNING_LABEL, LOG_LABEL = "signing-key", "log-key"


@dataclass(frozen=True)
class Desk:
    """What every act is given."""

    registry: Registry
    clock: Clock
    chance: Chance
    vault: Vault

    def now(self) -> datetime:
        """Return the present instant; an act asks once."""
        return self.clock.now()

    def owner(self) -> Owner:
        """Return whose registry this is."""
        return self.registry.owner.get()

    def pen(self) -> SigningKey:
        """Return the owner's signing key, unwrapped for one act."""
        return SigningKey(self.vault.unwrap(SIGNING_LABEL, self.owner().signing_key))

    def pen_of(self, public_key: bytes) -> SigningKey | None:
        """Return the owner's key with that public half, of today or of before; None if it is not hers."""
        owner = self.owner()
        if owner.public_key == public_key:
            return self.pen()
        former = next((one for one in self.registry.owner.former() if one.public_key == public_key), None)
        return None if former is None else SigningKey(self.vault.unwrap(SIGNING_LABEL, former.signing_key))

    def own_keys(self) -> tuple[bytes, ...]:
        """Return the owner's public keys, those she had before first."""
        return (*(one.public_key for one in self.registry.owner.former()), self.owner().public_key)

    def log_key(self) -> LogKey:
        """Return the key of the log, unwrapped for one act."""
        return LogKey(self.vault.unwrap(LOG_LABEL, self.owner().log_key))

    def record(self, tag: str, payload: dict[str, object]) -> None:
        """Append an event to the journal, with a salt of its own; inside the act's transaction."""
        self.registry.journal.add_event(tag, payload, self.chance.bytes(SALT_BYTES))
