"""What a verifier believes beforehand. Without any of it nobody is trusted yet, and nothing fails.

Only what has been verified stands here: cards a person confirmed, lists whose signature holds, events a registry has
recorded. Keys are 33-byte compressed points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from likeness.licence.key_card import KeyCard
from likeness.licence.status_list import StatusList
from likeness.scope.event import Event


@dataclass(frozen=True)
class Roots:
    """`own` names the holder's own keys; `known` are recorded events of a licence, by its 32-byte digest."""

    own: Mapping[bytes, str] = field(default_factory=dict)
    cards: tuple[KeyCard, ...] = ()
    lists: tuple[StatusList, ...] = ()
    known: Mapping[bytes, tuple[Event, ...]] = field(default_factory=dict)

    def card(self, key: bytes) -> KeyCard | None:
        """Return the confirmed card of a key."""
        return next((card for card in self.cards if card.key == key), None)

    def newest_list(self, key: bytes) -> StatusList | None:
        """Return the newest status list of a key."""
        return max((one for one in self.lists if one.key == key), key=lambda one: one.sequence, default=None)


NOBODY = Roots()
