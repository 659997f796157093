"""What the Licences screen shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

Run = tuple[str, str]  # words and mark: "", "fact", "risk"


@dataclass(frozen=True)
class Cells:
    """One row of the table, ready to be painted."""

    state: str
    number: str
    project: str
    company: str
    likeness: str
    ends: str
    fee: str
    soon: bool


@dataclass(frozen=True)
class Used:
    """How much of a limit is used: "31 of 40 lines" and the share."""

    words: str
    share: float


@dataclass(frozen=True)
class Detail:
    """The licence in the pane."""

    number: str
    state: str
    own: bool
    title: str
    about: str
    plain: tuple[Run, ...]
    may_not: tuple[str, ...]
    used: tuple[Used, ...]
    beyond: str
    facts: tuple[tuple[str, str, str], ...]  # icon, label, value
    company: str
    likeness: str


@dataclass(frozen=True)
class LicencesState:
    """The whole screen."""

    ids: tuple[int, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    chosen_states: frozenset[str] = frozenset()
    words: str = ""
    detail: Detail | None = None
    doing: str = ""  # what runs at the moment
    can_stop: bool = False
