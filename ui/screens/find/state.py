"""What quick find shows, as frozen values, and what it may offer."""

from __future__ import annotations

from dataclasses import dataclass

MOST, MOST_DONE = 2, 4  # rows a group of things, and of things to do (picture 14)
LICENCES, DOUBLES, USES, PEOPLE = "licences", "doubles", "uses", "contacts"  # groups of things, and where they live
RECENT = "recent"  # the group of what was opened last
DO, HERE, GO = "do", "here", "go"  # groups of what can be done: anywhere, on the open screen, going to a screen


@dataclass(frozen=True)
class Offer:
    """Something that can be done, under a code that the shell knows.

    `about` says what it belongs to, and is looked through, too; `beside` is only said.
    """

    group: str
    code: str
    words: str
    icon: str
    keys: str = ""
    about: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Target:
    """Where a row leads: to a thing (`place`, `key`), to what a list finds (`place`, `words`), or a deed (`code`)."""

    place: str = ""
    key: str = ""
    words: str = ""
    code: str = ""


@dataclass(frozen=True)
class Row:
    """One row: icon, words and second words; a state as a badge, or the key that does the same."""

    group: str
    icon: str
    words: str
    second: str
    target: Target
    state: str = ""
    keys: str = ""


@dataclass(frozen=True)
class FindState:
    """The whole of it: the words that were looked for, the rows in order, and a spelling that finds more."""

    words: str = ""
    rows: tuple[Row, ...] = ()
    nearest: str = ""
