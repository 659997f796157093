"""Making a recovery key: it lies on paper in a drawer, and can say from anywhere that the present key is lost.

It signs nothing else, and its secret is kept nowhere here. Others know of it from the new card, once they confirm that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from likeness.acts.desk import Desk
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed, sign
from likeness.seal.keys import SigningKey
from likeness.seal.recovery import recovery_text
from likeness.values.outcome import Change, Outcome


@dataclass(frozen=True)
class Recovery:
    """The text to print once and put away, and the new card to hand out."""

    text: str
    card: bytes


def make_recovery(desk: Desk) -> Outcome[Recovery]:
    """Name a new recovery key on the owner's card; one that was made before counts no more."""
    key = SigningKey.generate(desk.chance)
    before = open_signed(desk.owner().card, KeyCard).says
    card = sign(replace(before, recovery=key.public.encoded), desk.pen())
    with desk.registry.transaction():
        desk.registry.statements.put("key-card", card.data, desk.now())
        desk.registry.owner.put_card(card.data)
    return Outcome(Recovery(recovery_text(key), card.data), frozenset({Change.OWNER}))
