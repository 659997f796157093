"""What the packs say of a use that was judged: duties that follow from it, and what else to know. No verdict moves.

Rules are judged on the day of the use.
"""

from __future__ import annotations

from collections.abc import Iterable

from likeness.licence.rules.conditions import FOR_USE, found_by
from likeness.licence.rules.pack import ON_USE, Rule
from likeness.licence.rules.shelf import rules_of
from likeness.licence.rules.used import Used


def remarks_on(case: Used, packs: Iterable[str] = ()) -> list[Rule]:
    """Return the rules that hold on a use, in the order of the shelf."""
    return [
        rule
        for rule in rules_of(packs)
        if rule.on == ON_USE
        and rule.speaks_on(case.day)
        and found_by(rule, lambda name, wanted: FOR_USE[name](case, wanted))
    ]
