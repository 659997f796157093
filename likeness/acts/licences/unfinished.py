"""A licence that is still being written: kept as far as it is, beside the drafts, until it is whole or thrown away.

One for a new licence, which has no number yet, and one for each draft whose last changes are not whole.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from likeness.acts.desk import Desk
from likeness.licence.terms import Terms
from likeness.licence.unfinished import terms_again, terms_held
from likeness.values.outcome import Outcome

_KEPT = "unfinished."


@dataclass(frozen=True)
class Typed:
    """What was typed into a field of a step and cannot be read."""

    step: int
    field: str
    text: str


@dataclass(frozen=True)
class Unfinished:
    """The terms, the step that was open, the last one that was reached, and what could not be read."""

    terms: Terms
    step: int = 0
    reached: int = 0
    typed: tuple[Typed, ...] = ()


def unfinished(desk: Desk, number: str = "") -> Unfinished | None:
    """Return what is kept of the draft of a number, without one of a new licence; None where nothing is."""
    text = desk.registry.settings.get(_KEPT + number)
    if not text:
        return None
    kept = json.loads(text)
    terms = terms_again(kept["terms"])
    typed = tuple(Typed(**one) for one in kept["typed"])
    return None if terms is None else Unfinished(terms, kept["step"], kept["reached"], typed)


def keep_unfinished(desk: Desk, number: str, what: Unfinished) -> Outcome[None]:
    """Keep a draft, or a new licence, as far as it is."""
    kept = {
        "terms": terms_held(what.terms),
        "step": what.step,
        "reached": what.reached,
        "typed": [{"step": one.step, "field": one.field, "text": one.text} for one in what.typed],
    }
    with desk.registry.transaction():
        desk.registry.settings.put(_KEPT + number, json.dumps(kept))
    return Outcome(None)


def forget_unfinished(desk: Desk, number: str = "") -> Outcome[None]:
    """Forget what is kept of it: it is whole now, or thrown away."""
    with desk.registry.transaction():
        desk.registry.settings.remove(_KEPT + number)
    return Outcome(None)
