"""What a signer should know before signing: the rules of the packs that hold on a draft, the gravest first.

A warning never flips a verdict (DESIGN decision 14). Rules are judged on the day of the signature, today for a draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from likeness.licence.rules.conditions import FOR_LICENCE, FOR_LIKENESS, found_by
from likeness.licence.rules.drafted import Drafted, Recorded
from likeness.licence.rules.fixes import FIXES
from likeness.licence.rules.pack import ON_LICENCE, ON_LIKENESS, WEIGHTS, Rule
from likeness.licence.rules.shelf import rules_of, the_rule
from likeness.licence.terms import Terms


@dataclass(frozen=True)
class Caveat:
    """One warning: the rule that holds, and what it found (a likeness, a licence), empty if nothing is named."""

    told: Rule
    value: str = ""

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.told.id

    @property
    def level(self) -> str:
        """How grave it is: serious, caution or note."""
        return self.told.weight


def caveats_on(case: Drafted, packs: Iterable[str] = ()) -> list[Caveat]:
    """Return the warnings on a draft: those of the house's own advice and of the packs that are on."""
    found = [
        Caveat(rule.by_line(line), value)
        for rule in rules_of(packs)
        if rule.speaks_on(case.day)
        for value, line in _found(rule, case).items()
    ]
    return sorted(found, key=lambda caveat: WEIGHTS.index(caveat.level))


def fixed(terms: Terms, rule: str) -> Terms:
    """Return the terms with the one change that heals a warning; unchanged where there is none."""
    fix = the_rule(rule).fix
    return terms if fix is None else FIXES[fix.does](terms)


def _found(rule: Rule, case: Drafted) -> dict[str, int]:
    if rule.on == ON_LICENCE:
        return found_by(rule, lambda name, wanted: FOR_LICENCE[name](case, wanted))
    if rule.on != ON_LIKENESS:
        return {}
    named = (one for one in case.likenesses or () if one.id in case.terms.likenesses)
    return {one.title: 1 for one in named if _holds_on(rule, one)}


def _holds_on(rule: Rule, one: Recorded) -> bool:
    return bool(found_by(rule, lambda name, wanted: FOR_LIKENESS[name](one, wanted)))
