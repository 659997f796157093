"""What one licence grants, as the judge reads it: FORMAT section 2 without names, sums and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from likeness.values.days import Span

NO_END = date.max.toordinal() + 1  # the last day of a window without one, as a number


@dataclass(frozen=True)
class Limit:
    """At most `most` of `unit`, over making or showing, for ever or per calendar month or year."""

    unit: str
    most: int
    on_show: bool = False
    per: str | None = None


@dataclass(frozen=True)
class Grant:
    """The judged terms of one licence."""

    number: str
    signed: bool
    accepted: bool
    basis: str
    performer: str
    licensee: str
    pass_on: frozenset[str] | None  # None: to anyone
    has_authority: bool
    likenesses: frozenset[str]
    projects: frozenset[str]
    acts: frozenset[str]
    purposes: frozenset[str]
    media: frozenset[str]
    include: frozenset[str]
    exclude: frozenset[str]
    languages: frozenset[str]
    modifications: frozenset[str]
    age: tuple[int, int] | None
    forbidden_content: frozenset[str]
    create: Span
    exploit: Span | None
    zone: str
    limits: tuple[Limit, ...]
    longest_seconds: int | None
    after_death: bool
    works_made_stay: bool
    strike_clause: bool
    notice_days: int

    def window(self, *, show: bool) -> Span | None:
        """Return the window an act is read against (FORMAT 4.5)."""
        return self.exploit if show else self.create

    def ends(self, *, show: bool) -> int:
        """Return the last day for an act as a number; no end comes last, after every day there is (FORMAT 4.7)."""
        window = self.window(show=show)
        return NO_END if window is None or window.last is None else window.last.toordinal()


@dataclass(frozen=True)
class Double:
    """A likeness as the judge needs it."""

    id: str
    performer: str
    kind: str
    derived_from: tuple[str, ...] = ()
    delete_by: date | None = None
