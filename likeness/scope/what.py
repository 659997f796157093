"""The terms that depend on what is done, by whom, where and with what (FORMAT 4.2 to 4.4).

- What is not granted is broken; a fact that is needed and not stated is missing.
- A term that grants everything needs no fact; an unknown code counts as not stated, but a known refusal stands.
"""

from __future__ import annotations

from likeness.scope.case import KEPT, MISSING, Case, State, kept_if, worst
from likeness.values.codes import CONTENT, EVERY, MEDIA, MODIFICATIONS, PURPOSES, Tree
from likeness.values.languages import NO_WORDS, covers_language, is_language
from likeness.values.territories import SOMEWHERE, WORLD, covers_place, is_place

SHAPED_ACTS = ("generate", "alter")  # the acts that need modification, age and content to be stated


def user(case: Case) -> State:
    return MISSING if case.use.user is None and case.grant.pass_on is not None else KEPT


def in_force(case: Case) -> State:
    return kept_if(case.grant.signed and (case.grant.accepted or case.grant.basis == "consent"))


def authority(case: Case) -> State:
    return KEPT if case.grant.has_authority else MISSING


def project(case: Case) -> State:
    return MISSING if case.use.project is None else kept_if(case.use.project in case.grant.projects)


def act(case: Case) -> State:
    if case.showing:
        return kept_if(case.grant.exploit is not None)
    return kept_if(case.use.act in case.grant.acts) if case.making else MISSING


def purpose(case: Case) -> State:
    return _in_tree(PURPOSES, case.grant.purposes, case.use.purpose)


def medium(case: Case, medium: str | None) -> State:
    return _in_tree(MEDIA, case.grant.media, medium)


def _in_tree(tree: Tree, granted: frozenset[str], used: str | None) -> State:
    if EVERY in granted:
        return KEPT
    return MISSING if used is None or used not in tree else kept_if(tree.covers(granted, used))


def territory(case: Case, place: str | None) -> State:
    include, exclude = case.grant.include, case.grant.exclude
    if WORLD in include and not exclude:
        return KEPT
    if place is None or place == SOMEWHERE or not is_place(place):
        return MISSING
    return kept_if(covers_place(include, exclude, place, case.day))


def language(case: Case, tag: str | None) -> State:
    granted = case.grant.languages
    if EVERY in granted:
        return KEPT
    if tag is None or not is_language(tag):
        return MISSING
    return kept_if(tag.lower() == NO_WORDS or any(covers_language(code, tag) for code in granted))


def modification(case: Case) -> State:
    granted, stated = case.grant.modifications, case.use.modification
    if EVERY in granted:
        return KEPT
    if stated is None:
        return _needed_if_shaped(case)
    return worst(_in_tree(MODIFICATIONS, granted, code) for code in stated)


def age(case: Case) -> State:
    if case.grant.age is None:
        return KEPT
    if case.use.age is None:
        return _needed_if_shaped(case)
    youngest, oldest = case.grant.age
    return kept_if(youngest <= case.use.age <= oldest)


def content(case: Case) -> State:
    forbidden, stated = case.grant.forbidden_content, case.use.content
    if not forbidden:
        return KEPT
    if stated is None:
        return _needed_if_shaped(case)
    return worst(kept_if(tag not in forbidden) if tag in CONTENT else MISSING for tag in stated)


def length(case: Case) -> State:
    most = case.grant.longest_seconds
    if most is None or not case.making:
        return KEPT
    seconds = case.use.quantity.get("second")
    return MISSING if seconds is None else kept_if(seconds <= most)


def _needed_if_shaped(case: Case) -> State:
    return MISSING if case.use.act in SHAPED_ACTS else KEPT
