"""What the Contacts screen shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from likeness.values.order import Order

Pairs = tuple[tuple[str, str], ...]
COLUMNS = ("trust", "name", "role", "known")
BY_NAME = Order("name")
NO_KEY = "name:"  # no fingerprint holds a colon


@dataclass(frozen=True)
class Cells:
    """One row of the table, ready to be painted."""

    key: str  # the fingerprint, or the name behind NO_KEY where no card ever came
    trust: str
    name: str
    role: str
    known: str


@dataclass(frozen=True)
class Given:
    """A word of the owner's own about this key: vouching, delegation, estate; `digest` in hex."""

    digest: str
    words: str


@dataclass(frozen=True)
class Detail:
    """The contact in the pane; `can` are the verbs that apply now."""

    key: str
    name: str
    role: str
    trust: str
    known: str
    advice: str
    digits: str
    licences: Pairs  # number, and project with its state
    given: tuple[Given, ...]
    can: frozenset[str]
    lost_since: str = ""  # the day, where the key was lost
    doubtful: Pairs = ()  # what it signed here since then


@dataclass(frozen=True)
class OwnCard:
    """The owner's own card: who, its digits, and its code as SVG; an empty code would be too long for one."""

    name: str
    role: str
    digits: str
    svg: str
    changed: bool = False  # another key came before: there is something to tell others of


@dataclass(frozen=True)
class ContactsState:
    """The whole screen."""

    turn: int = 0  # counts how often the rows were read or filtered
    keys: tuple[str, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    chosen_trust: frozenset[str] = frozenset()
    words: str = ""
    order: Order = BY_NAME
    chosen: str = ""  # the row that is meant, before its detail has come
    detail: Detail | None = None
    reading: bool = False  # the rows are those of before, until the trust book is read
    stopped: bool = False  # nobody waited for that
