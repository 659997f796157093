"""What the packs that are on say of a recorded use: duties that follow from it, and what else to know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from likeness.acts.choose_rules import packs_on
from likeness.acts.read_caveats import died_on
from likeness.licence.rules.pack import Rule
from likeness.licence.rules.remarks import remarks_on
from likeness.licence.rules.used import Used
from likeness.licence.terms import Terms
from likeness.registry.registry import Registry
from likeness.scope.judge import Finding
from likeness.scope.use import Use
from likeness.values.days import day_in


def remarks_here(
    registry: Registry, use: Use, finding: Finding, terms: Mapping[str, Terms], now: datetime
) -> list[Rule]:
    """Return the rules that hold on a use, for the first licence it names; a use without a day is judged today."""
    mine = next((terms[number] for number in finding.licences if number in terms), None)
    day = day_in(use.at or now, mine.zone if mine else "UTC")
    died = died_on(registry, mine) if mine else None
    return remarks_on(Used(use, finding, mine, day, died), packs_on(registry))
