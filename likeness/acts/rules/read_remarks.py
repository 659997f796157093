"""What the packs that are on say of a recorded use: duties that follow from it, and what else to know.

- A use that rests on several licences, or fails by several, is read beside each of them, in that licence's own terms.
- What no licence names is read without terms: for the performers that the registry knows of the likenesses.
- Each rule is said once, in the order of the shelf; a use without a day is judged today.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from likeness.acts.rules.choose_rules import packs_on
from likeness.acts.rules.read_caveats import died_on
from likeness.licence.rules.pack import Rule
from likeness.licence.rules.remarks import remarks_on
from likeness.licence.rules.shelf import rules_of
from likeness.licence.rules.used import Used
from likeness.licence.terms import Terms
from likeness.registry.registry import Registry
from likeness.scope.judge import Finding
from likeness.scope.use import Use
from likeness.values.days import day_in

_NO_LICENCE = "no-licence"
_NOWHERE = "UTC"  # the zone of a use that no licence gives one


def remarks_here(
    registry: Registry, use: Use, finding: Finding, terms: Mapping[str, Terms], now: datetime
) -> list[Rule]:
    """Return the rules that hold on a use, beside every licence it names and for what no licence gives."""
    packs = packs_on(registry)
    said = {rule.id for case in _cases(registry, use, finding, terms, now) for rule in remarks_on(case, packs)}
    return [rule for rule in rules_of(packs) if rule.id in said]


def _cases(registry: Registry, use: Use, finding: Finding, terms: Mapping[str, Terms], now: datetime) -> Iterator[Used]:
    own = {number: (broken, missing) for number, broken, missing in finding.by_licence}
    named = {number: terms[number] for number in finding.licences if number in terms}
    for number, mine in named.items():
        broken, missing = own.get(number, (finding.broken, finding.missing))
        alone = replace(finding, broken=broken, missing=missing)
        died = died_on(registry, mine.performer.id, mine.zone)
        yield Used(use, alone, mine, day_in(use.at or now, mine.zone), died)
    if _NO_LICENCE in finding.broken or not named:
        given = {likeness for mine in named.values() for likeness in mine.likenesses}
        bare = [likeness for likeness in use.likeness if likeness not in given]
        died = _last_death(registry, bare, now)
        yield Used(use, finding, None, day_in(use.at or now, _NOWHERE), died)


def _last_death(registry: Registry, likenesses: list[str], now: datetime) -> date | None:
    """Return the last day on which one of their performers died: by the likenesses, and by licences that name them."""
    performers = {row.performer for name in likenesses if (row := registry.doubles.get(name)) is not None}
    performers |= {row.terms.performer.id for row in registry.licences.naming(likenesses, now)}
    days = (died_on(registry, performer, _NOWHERE) for performer in performers)
    return max((day for day in days if day is not None), default=None)
