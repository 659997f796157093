"""Lines that grant: acts, likenesses, purposes, where it is shown, exclusivity.

1. A part that no earlier licence granted whole is there for the first time; only these are named then.
2. Else the line is the same in the licences that grant exactly these parts.
3. Else it was wider in those that grant all of them and more; where there are none, the parts were granted before, but
   never together.

A grant reaches as far as the judge reads it: a group its members (on the first day of the draft), a medium its kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from likeness.licence.terms import Terms
from likeness.licence.usual.beside import Beside, Remarks, same
from likeness.values.codes import EVERY, MEDIA, MODIFICATIONS, PURPOSES, SHOW, Tree
from likeness.values.languages import covers_language
from likeness.values.territories import GROUPS, WORLD, country_of, covers_place, members


class Dimension(NamedTuple):
    """What a licence grants in one respect, and whether another one grants all of such a part."""

    room: str
    parts: Callable[[Terms], tuple[str, ...]]
    grants: Callable[[Terms, str, Terms], bool]  # the earlier licence, the part, and the draft it stands in


def granted(line: str, draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return the remarks on one line that grants."""
    dimensions = _LINES[line]
    new = [(one.room, parts) for one in dimensions if (parts := _new(one, draft, earlier))]
    if new:
        return tuple(Beside("granted", room=room, parts=parts, first=True) for room, parts in new)
    if count := sum(all(_equal(one, draft, old) for one in dimensions) for old in earlier):
        return same(count)
    wider = sum(all(_whole(one, draft, old) for one in dimensions) for old in earlier)
    return (Beside("wider", wider) if wider else Beside("apart"),)


def exclusive(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return in how many of them something was granted to nobody else; nothing where this one is not exclusive."""
    if draft.exclusive is None:
        return ()
    count = sum(one.exclusive is not None for one in earlier)
    return (Beside("exclusive", count, first=not count),)


def _new(dimension: Dimension, draft: Terms, earlier: Sequence[Terms]) -> tuple[str, ...]:
    return tuple(
        part for part in dimension.parts(draft) if not any(dimension.grants(one, part, draft) for one in earlier)
    )


def _equal(dimension: Dimension, draft: Terms, old: Terms) -> bool:
    return set(dimension.parts(draft)) == set(dimension.parts(old)) and _without(dimension, draft, old)


def _without(dimension: Dimension, draft: Terms, old: Terms) -> bool:
    """Tell whether places are taken away alike; other dimensions take nothing away."""
    return dimension.room != "territory" or set(draft.territory.exclude) == set(old.territory.exclude)


def _whole(dimension: Dimension, draft: Terms, old: Terms) -> bool:
    return all(dimension.grants(old, part, draft) for part in dimension.parts(draft))


def _acts(terms: Terms) -> tuple[str, ...]:
    return terms.acts if terms.exploit is None else (*terms.acts, SHOW)


def _in_tree(tree: Tree, parts: Callable[[Terms], tuple[str, ...]]) -> Callable[[Terms, str, Terms], bool]:
    return lambda old, part, _draft: tree.covers(frozenset(parts(old)), part)


def _speaks(old: Terms, tag: str, _draft: Terms) -> bool:
    if EVERY in old.languages or tag in old.languages:
        return True
    return tag != EVERY and any(covers_language(one, tag) for one in old.languages)


def _reaches(old: Terms, code: str, draft: Terms) -> bool:
    """Tell whether an earlier licence reaches all that the draft grants of a place or group."""
    include, exclude, day = frozenset(old.territory.include), frozenset(old.territory.exclude), draft.create.first
    if code in include and exclude <= set(draft.territory.exclude):
        return True
    if code == WORLD and WORLD not in include:
        return False  # it includes what no country is
    left = (place for place in _inside(code, day) if not _taken(draft.territory.exclude, place, day))
    return all(covers_place(include, exclude, place, day) for place in left)


def _inside(code: str, day: date) -> list[str]:
    return sorted(members(code, day)) if code in GROUPS else [code]


def _taken(exclude: Sequence[str], place: str, day: date) -> bool:
    return any(
        gone in (place, country_of(place)) or (gone in GROUPS and country_of(place) in members(gone, day))
        for gone in exclude
    )


_LINES: dict[str, tuple[Dimension, ...]] = {
    "may": (
        Dimension("act", _acts, lambda old, part, _draft: part in _acts(old)),
        Dimension("modification", lambda one: one.modifications, _in_tree(MODIFICATIONS, lambda t: t.modifications)),
    ),
    "with": (Dimension("likeness", lambda one: one.likenesses, lambda old, part, _draft: part in old.likenesses),),
    "for": (Dimension("purpose", lambda one: one.purposes, _in_tree(PURPOSES, lambda terms: terms.purposes)),),
    "shown": (
        Dimension("medium", lambda one: one.media, _in_tree(MEDIA, lambda terms: terms.media)),
        Dimension("territory", lambda one: one.territory.include, _reaches),
        Dimension("language", lambda one: one.languages, _speaks),
    ),
}
