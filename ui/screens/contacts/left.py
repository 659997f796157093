"""How the list of contacts is left and begun with again: its order, and how whom it shows is known. No Qt."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from ui.kit.lists.asked import Asked, codes_of, order_of
from ui.screens.contacts.reading import TRUSTS
from ui.screens.contacts.state import COLUMNS, ContactsState


def left_of(state: ContactsState) -> dict[str, Any]:
    """Return the order and the filter, as they are kept."""
    return {"order": asdict(state.order), "trust": sorted(state.chosen_trust)}


def begun_with(state: ContactsState, kept: Asked) -> ContactsState:
    """Return the state that asks for them again."""
    order, trust = order_of(kept, COLUMNS, state.order), codes_of(kept, "trust", TRUSTS, state.chosen_trust)
    return replace(state, order=order, chosen_trust=trust)
