"""Licences on shelves: a place for each key, found by some of its bits, so that a million rows find theirs at a glance.

A key whose place is taken goes to the next shelf, and the place says so; the few that are left after the last one lie
in order. Looking costs one read a row at random, a fifth of what a join of a million rows costs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.keys import Keys

_BITS = (1, 17, 33, 9)  # where the bits begin that say the place on each shelf; the last bit of all keys is alike
_ROOM = 2  # places for each key, at least
Numbers = NDArray[np.uint32]
Entries = NDArray[np.uint64]  # of a key: twice its position, or, with one more, where its several positions begin
NOTHING = np.uint64(1)  # a key that nobody has
NOBODY = np.uint64(np.iinfo(np.uint64).max)  # the entry of a key that is not here
_MORE, _SEVERAL, _ONE = np.uint64(1), np.uint64(1), np.uint64(1)


@dataclass(frozen=True)
class Shelf:
    """By place a key, and beside it twice its entry, and one more where another key went on to the next shelf.

    An empty place has the key 0, which no licence has.
    """

    places: Keys  # two columns: looking at the second costs nothing once the first is read
    bits: np.uint64

    def place(self, asked: Keys) -> NDArray[np.intp]:
        """Return the place of each key."""
        return ((asked >> self.bits) & np.uint64(len(self.places) - 1)).view(np.intp)

    def look(self, asked: Keys) -> tuple[NDArray[np.bool_], Entries, NDArray[np.bool_]]:
        """Tell which keys are here, their entries, and which of the others may be on a further shelf."""
        found = self.places.take(self.place(asked), axis=0)
        here, told = found[:, 0] == asked, found[:, 1]
        return here, told >> _ONE, (told & _MORE).astype(bool) & ~here


@dataclass(frozen=True)
class Shelves:
    """Positions by their keys: the several of one key stand side by side, `many` of them from where they begin."""

    shelves: list[Shelf]
    rest: Keys  # in order
    rest_entries: Entries
    positions: Numbers
    many: Numbers

    def entries(self, asked: Keys) -> Entries:
        """Return the entry of each key, NOBODY for one that is not here."""
        found, waiting = np.full(len(asked), NOBODY), None
        for shelf in self.shelves:
            here, entries, further = shelf.look(asked if waiting is None else asked.take(waiting))
            if waiting is None:
                found, waiting = np.where(here, entries, NOBODY), np.flatnonzero(further)
            else:
                found[waiting[here]] = entries[here]
                waiting = waiting[further]
        if waiting is not None and len(waiting) and len(self.rest):
            mine = asked.take(waiting)
            place = np.minimum(np.searchsorted(self.rest, mine), len(self.rest) - 1)
            here = self.rest.take(place) == mine
            found[waiting[here]] = self.rest_entries.take(place[here])
        return found

    def how_many(self, entries: Entries) -> NDArray[np.int64]:
        """Return how many positions each entry has."""
        found, several = np.ones(len(entries), dtype=np.int64), np.flatnonzero(entries & _SEVERAL)
        found[several] = self.many.take(entries.take(several) >> _ONE)
        return found

    def behind(self, entries: Entries) -> tuple[NDArray[np.intp], Numbers]:
        """Return each position of each entry behind the place of that entry, in no order."""
        first = (entries >> _ONE).astype(np.uint32)
        several = np.flatnonzero(entries & _SEVERAL)
        if not len(several):
            return np.arange(len(entries)), first
        begins = first.take(several)
        first[several] = self.positions.take(begins)
        more = self.many.take(begins).astype(np.intp) - 1
        step = np.arange(int(more.sum())) - np.repeat(np.cumsum(more) - more, more) + 1
        further = self.positions.take(np.repeat(begins, more) + step)
        return np.concatenate([np.arange(len(entries)), np.repeat(several, more)]), np.concatenate([first, further])


def shelve(key: Keys, position: Numbers) -> Shelves:
    """Put positions on shelves by their keys."""
    order = np.argsort(key)
    key, positions = key[order], position[order]
    begins = np.flatnonzero(np.concatenate((np.ones(min(len(key), 1), dtype=bool), key[1:] != key[:-1])))
    many = np.zeros(len(key), dtype=np.uint32)
    many[begins] = np.diff(np.append(begins, len(key)))
    several = many[begins] > 1
    rest, entries = key[begins], np.where(several, begins, positions[begins]).astype(np.uint64) << _ONE | several
    shelves: list[Shelf] = []
    for bits in _BITS if len(key) else ():
        shelf, kept = _shelf(rest, entries, np.uint64(bits))
        shelves.append(shelf)
        rest, entries = rest[~kept], entries[~kept]
    return Shelves(shelves, rest, entries, positions, many)


def _shelf(key: Keys, entries: Entries, bits: np.uint64) -> tuple[Shelf, NDArray[np.bool_]]:
    """Return a shelf with some of the keys, and which they are."""
    size = 1 << max(len(key) * _ROOM - 1, 1).bit_length()
    shelf = Shelf(np.zeros((size, 2), dtype=np.uint64), bits)
    place = shelf.place(key)
    there = np.zeros(size, dtype=np.uint32)
    there[place] = np.arange(len(key), dtype=np.uint32)  # the last one of a place has it
    kept = there[place] == np.arange(len(key), dtype=np.uint32)
    shelf.places[place[kept], 0] = key[kept]
    shelf.places[place[kept], 1] = entries[kept] << _ONE
    shelf.places[place[~kept], 1] |= _MORE
    return shelf, kept
