"""What the Uses screen shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from likeness.paper.compare import Comparison


@dataclass(frozen=True)
class Item:
    """One row of the list; a heading has words alone."""

    id: str
    title: str
    second: str = ""
    state: str = ""


@dataclass(frozen=True)
class Detail:
    """The use in the pane."""

    id: str
    verdict: str
    title: str
    about: str
    banner: str
    licence: str
    rows: tuple[Comparison, ...]
    why: tuple[str, ...]
    remedies: tuple[str, ...]
    duties: tuple[str, ...]
    history: tuple[str, ...]


@dataclass(frozen=True)
class UsesState:
    """The whole screen."""

    items: tuple[Item, ...] = ()
    found: int = 0
    total: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    chosen_verdicts: frozenset[str] = frozenset({"OUT_OF_SCOPE", "NEEDS_REVIEW"})
    words: str = ""
    detail: Detail | None = None


@dataclass(frozen=True)
class Choices:
    """What the form to log a use offers: (code, words) each."""

    companies: tuple[tuple[str, str], ...]
    likenesses: tuple[tuple[str, str], ...]
    projects: tuple[tuple[str, str], ...]
