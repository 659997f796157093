"""What this registry believes: its own key, the cards it has confirmed, the lists it keeps, the events it knows."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.licence.status_list import StatusList
from likeness.verifier.roots import Roots


def gather_roots(desk: Desk) -> Roots:
    """Return the roots for `verify`; every statement is opened again, nothing is believed from a column."""
    registry, owner = desk.registry, desk.owner()
    events = registry.happenings.all()
    known = {
        row.digest: tuple(event for event in events if event.licence == row.number)
        for row in registry.licences.all(desk.now())
        if row.digest is not None
    }
    return Roots(
        own={owner.public_key: owner.name},
        cards=tuple(open_signed(card.bytes, KeyCard).says for card in registry.trust.cards()),
        lists=tuple(open_signed(data, StatusList).says for data in registry.trust.lists()),
        known=known,
    )
