"""Conditions on a use that was judged: what was done, where, what is broken, and under which agreement.

A fact that the use does not state fits no condition: a pack never guesses.
"""

from __future__ import annotations

from likeness.licence.rules.form import names_one
from likeness.licence.rules.persons import died_within
from likeness.licence.rules.places import meet
from likeness.licence.rules.used import Used
from likeness.licence.terms import Territory
from likeness.values.codes import MODIFICATIONS, PURPOSES
from likeness.values.territories import is_territory


def verdict(case: Used, verdicts: list[str]) -> bool:
    return case.finding.verdict.value in verdicts


def broken(case: Used, terms: list[str]) -> bool:
    """One of these terms is broken."""
    return bool(set(terms) & set(case.finding.broken))


def licensed(case: Used, wanted: bool) -> bool:
    """A licence names the likeness for this user."""
    return (case.terms is not None) == wanted


def act_used(case: Used, acts: list[str]) -> bool:
    return case.use.act in acts


def purpose_used(case: Used, purposes: list[str]) -> bool:
    """The purpose is one of these, or a child of one."""
    return case.use.purpose is not None and PURPOSES.covers(frozenset(purposes), case.use.purpose)


def medium_only(case: Used, media: list[str]) -> bool:
    """Every medium that is stated is one of these."""
    return bool(case.use.medium) and set(case.use.medium) <= set(media)


def modification_used(case: Used, modifications: list[str]) -> bool:
    return bool(set(modifications) & set(case.use.modification or ()))


def modification_only(case: Used, modifications: list[str]) -> bool:
    """Every change that is stated is one of these, and there is one."""
    return bool(case.use.modification) and set(case.use.modification or ()) <= set(modifications)


def modification_not_granted(case: Used, modifications: list[str]) -> bool:
    """One of these changes was made, and the licence that names the likeness does not grant it."""
    if case.terms is None:
        return False
    granted = frozenset(case.terms.modifications)
    made = set(modifications) & set(case.use.modification or ())
    return any(not MODIFICATIONS.covers(granted, code) for code in made)


def unaltered(case: Used, wanted: bool) -> bool:
    """The use states that nothing was changed."""
    return (case.use.modification == ()) == wanted


def content_shown(case: Used, tags: list[str]) -> bool:
    return bool(set(tags) & set(case.use.content or ()))


def used_in(case: Used, places: list[str]) -> bool:
    """A place of the use and one of these have a part in common."""
    stated = tuple(code for code in case.use.territory if is_territory(code))
    return meet(Territory(tuple(places)), Territory(stated), case.day)


def under_agreement(case: Used, phrases: list[str]) -> bool:
    """The licence names a union agreement that holds one of these words."""
    return case.terms is not None and names_one(case.terms.union_agreement, phrases)


def goes_on_after_death(case: Used, wanted: bool) -> bool:
    return case.terms is not None and case.terms.after_death == wanted


def performer_dead(case: Used, wanted: bool) -> bool:
    """The performer had died by the day of the use, as far as is recorded."""
    return (case.died_on is not None and case.died_on <= case.day) == wanted


def performer_dead_at_most_years(case: Used, years: int) -> bool:
    return performer_dead(case, wanted=True) and died_within(case.died_on, years, case.day)
