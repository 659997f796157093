"""Conditions on what is granted: acts, purposes, media, modifications, places, and to whom it may be passed on.

`*` in a licence grants every value, so it grants each one a rule asks for.
"""

from __future__ import annotations

from likeness.licence.rules.drafted import Drafted
from likeness.licence.rules.places import meet
from likeness.licence.terms import NOBODY, Territory
from likeness.values.codes import EVERY, MODIFICATIONS, PURPOSES, Tree


def every(case: Drafted, dimensions: list[str]) -> bool:
    """All values of each of these are granted: purposes, media, languages, modifications."""
    granted = {
        "purposes": case.terms.purposes,
        "media": case.terms.media,
        "languages": case.terms.languages,
        "modifications": case.terms.modifications,
    }
    return all(EVERY in granted[dimension] for dimension in dimensions)


def act_granted(case: Drafted, acts: list[str]) -> bool:
    return bool(set(acts) & set(case.terms.acts))


def purpose_granted(case: Drafted, purposes: list[str]) -> bool:
    return _some(PURPOSES, case.terms.purposes, purposes)


def modification_granted(case: Drafted, modifications: list[str]) -> bool:
    return _some(MODIFICATIONS, case.terms.modifications, modifications)


def territory_includes(case: Drafted, code: str) -> bool:
    """The licence names this very place or group."""
    return code in case.terms.territory.include


def territory_reaches(case: Drafted, places: list[str]) -> bool:
    """The licence covers a part of one of these places or groups, exclusions taken away."""
    return meet(Territory(tuple(places)), case.terms.territory, case.day)


def passes_on(case: Drafted, whom: str) -> bool:
    """It may be passed on to `anyone`, or to `somebody` at all."""
    return case.terms.pass_on == whom if whom != "somebody" else case.terms.pass_on != NOBODY


def _some(tree: Tree, granted: tuple[str, ...], asked: list[str]) -> bool:
    """Tell whether a grant reaches one of the codes, or is a part of one: `promo` is a grant of advertising."""
    given, wanted = frozenset(granted), frozenset(asked)
    return any(tree.covers(given, code) and tree.covers(wanted, code) for code in tree.codes)
