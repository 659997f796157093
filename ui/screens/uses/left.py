"""How the list of uses is left and begun with again: which verdicts and flags, and whose uses it shows. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ui.kit.lists.asked import Asked, codes_of, word_of
from ui.screens.uses.listing import SHOWN, VERDICTS
from ui.screens.uses.state import UsesState


def left_of(state: UsesState) -> dict[str, Any]:
    """Return the filters, as they are kept."""
    return {"verdicts": sorted(state.chosen_verdicts), "flags": state.flags, "performer": state.performer}


def begun_with(state: UsesState, kept: Asked) -> UsesState:
    """Return the state that asks for them again."""
    verdicts, flags = codes_of(kept, "verdicts", VERDICTS, state.chosen_verdicts), word_of(kept, "flags")
    flags = flags if flags in SHOWN else state.flags
    return replace(state, chosen_verdicts=verdicts, flags=flags, performer=word_of(kept, "performer"))
