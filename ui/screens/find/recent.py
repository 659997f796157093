"""What was opened last: five things, the newest first, that quick find offers before a word is typed. No Qt.

Only where a thing lives and how its screen knows it is kept, in the registry itself, which is locked with the rest;
names are read again each time, and what is gone is no longer offered.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from likeness.acts.whose import whose_licences, whose_likenesses
from likeness.errors import LikenessError
from ui.screens.find.names import Known
from ui.screens.find.reading import double_row, licence_row, person_row, use_rows
from ui.screens.find.state import DOUBLES, LICENCES, PEOPLE, RECENT, USES, Row

MOST, SETTING = 5, "opened-last"
Opened = tuple[str, str]  # the screen, and how it knows the thing


class Recent:
    """The things; `keep` writes them down, once, when the registry is about to be closed."""

    def __init__(self, settings: Any) -> None:
        self._settings = settings
        self._before = settings.get(SETTING)
        self.things: tuple[Opened, ...] = _read(self._before)

    def saw(self, place: str, key: str) -> None:
        """Put a thing first; where none is shown, nothing changes."""
        if place in (LICENCES, DOUBLES, USES, PEOPLE) and key:
            others = (one for one in self.things if one != (place, key))
            self.things = ((place, key), *others)[:MOST]

    def keep(self) -> None:
        """Write the things down, if they are others now."""
        text = json.dumps(self.things)
        if text != self._before:
            with suppress(LikenessError):  # a registry that cannot be written any more must still lock
                self._settings.put(SETTING, text)
                self._before = text


def _read(text: str) -> tuple[Opened, ...]:
    """Return what was kept; what nobody can read is nothing: it is only a convenience."""
    try:
        kept = json.loads(text or "[]")
        return tuple((str(place), str(key)) for place, key in kept)[:MOST]
    except (ValueError, TypeError):
        return ()


def recent_rows(office: Any, things: tuple[Opened, ...], offered: frozenset[str], known: Known, lang: str
                ) -> tuple[Row, ...]:  # fmt: skip
    """Return the things as rows of one group; runs on the read lane."""
    found = (row for place, key in things if place in offered for row in _rows(office, place, key, known, lang))
    return tuple(replace(row, group=RECENT) for row in found)


def _rows(office: Any, place: str, key: str, known: Known, lang: str) -> Iterator[Row]:
    registry = office.registry
    if place == LICENCES and (licence := registry.licences.get(key, office.clock.now())) is not None:
        yield licence_row(licence, whose_licences(registry, [key]).get(key, ""), (), lang)
    elif place == USES and (use := registry.uses.get(key)) is not None:
        yield from use_rows(office, [use], lang)
    elif place == DOUBLES and (double := known.doubles.of(key)) is not None:
        kind = next((one.kind for one in registry.doubles.recorded([key])), "")
        yield double_row(double, kind, whose_likenesses(registry, [key]).get(key, ""), lang)
    elif place == PEOPLE and (person := known.people.of(key)) is not None:
        yield person_row(person)
