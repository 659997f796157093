"""How the list of dues is left and begun with again: its order, and what it shows. No Qt."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from likeness.licence.dues.due import KINDS
from ui.kit.lists.asked import Asked, codes_of, order_of, word_of
from ui.screens.earnings.reading import STATES
from ui.screens.earnings.state import COLUMNS, EarningsState


def left_of(state: EarningsState) -> dict[str, Any]:
    """Return the order and the filters, as they are kept."""
    return {
        "order": asdict(state.order),
        "states": sorted(state.chosen_states),
        "kind": state.kind,
        "performer": state.performer,
        "company": state.company,
    }


def begun_with(state: EarningsState, kept: Asked) -> EarningsState:
    """Return the state that asks for them again."""
    kind = word_of(kept, "kind")
    return replace(
        state,
        order=order_of(kept, COLUMNS, state.order),
        chosen_states=codes_of(kept, "states", STATES, state.chosen_states),
        kind=kind if kind in KINDS else "",
        performer=word_of(kept, "performer"),
        company=word_of(kept, "company"),
    )
