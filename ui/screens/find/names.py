"""The names that quick find looks through in memory: of likenesses and people, and titles for the spelling. No Qt.

They are read on the read lane when quick find first opens; `Known` keeps them until the registry changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from likeness.acts.keys.read_contacts import Contact, Expected, contacts, expected
from likeness.paper import names
from likeness.paper.wording import word
from ui.kit.fields.matching import Folded
from ui.screens.find.state import DOUBLES, LICENCES

RECENT, MOST_SPELT = 200, 1_000  # licences, and names of a kind, that help with the spelling
NO_CARD = "no-card"


@dataclass(frozen=True)
class Named:
    """Somebody or something with a name; `key` is how its screen knows it."""

    key: str
    name: str
    second: str = ""
    state: str = ""


class NameList:
    """Names of a kind."""

    def __init__(self, named: list[Named]) -> None:
        self._named = named
        self._by_key = {one.key: one for one in named}
        self._folded = Folded(one.name for one in named)

    def find(self, typed: tuple[str, ...], most: int) -> list[Named]:
        """Return the first names that hold every typed word."""
        return [self._named[at] for at in self._folded.find(typed, most)]

    def of(self, key: str) -> Named | None:
        """Return what is known by a key."""
        return self._by_key.get(key)

    def some(self) -> tuple[str, ...]:
        """Return names for the spelling."""
        return tuple(one.name for one in self._named[:MOST_SPELT])


class Known:
    """What was read of a registry; `here` and `there` say whether likenesses, and whether people, were read."""

    def __init__(self) -> None:
        self.doubles, self.people, self.titles = NameList([]), NameList([]), tuple[str, ...]()
        self.here = self.there = False

    def take_here(self, found: tuple[NameList, tuple[str, ...]]) -> None:
        """Keep likenesses and titles."""
        (self.doubles, self.titles), self.here = found, True

    def take_people(self, found: NameList) -> None:
        """Keep people."""
        self.people, self.there = found, True

    @property
    def words(self) -> tuple[str, ...]:
        """Names for the spelling."""
        return (*self.titles, *self.doubles.some(), *self.people.some())


def read_here(office: Any, offered: frozenset[str]) -> tuple[NameList, tuple[str, ...]]:
    """Return the likenesses, and the titles of the newest licences."""
    registry, now = office.registry, office.clock.now()
    doubles = registry.doubles.titles() if DOUBLES in offered else {}
    found = registry.licences.find(now, most=RECENT) if LICENCES in offered else []
    titles = dict.fromkeys(row.terms.project.title for row in registry.licences.page(found, now))
    return NameList([Named(*pair) for pair in doubles.items()]), tuple(titles)


def read_people(office: Any, lang: str) -> NameList:
    """Return whoever's key is here, and the parties of licences whose card never came."""
    return NameList(list(_people(office.desk, lang)))


def _people(desk: Any, lang: str) -> Iterator[Named]:
    known = contacts(desk)
    both: tuple[Contact | Expected, ...] = (*known, *expected(desk, known))
    for one in both:
        role = names.sentence_case(word(lang, "role", one.role)) if one.role else ""
        if isinstance(one, Contact):
            yield Named(one.public.fingerprint, one.name, role, one.trust)
        else:
            yield Named(one.name, one.name, role, NO_CARD)
