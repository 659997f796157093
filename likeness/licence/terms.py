"""The terms of a licence (`likeness-terms/1`, FORMAT section 2), exactly as they are signed.

- Everything left out has the narrow default: nothing shown, nobody to pass on to, no modification.
- `*` in purposes, media, languages, modifications means every value, future ones too.
- A grantor who is not the performer states his `authority` (the judge treats a missing one as a missing fact).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from likeness.values.days import Span
from likeness.values.money import Money

LONGEST_DESCRIPTION = 400
EVERYONE = "anyone"
NOBODY = "nobody"


@dataclass(frozen=True)
class Performer:
    """Whose likeness it is."""

    id: str
    name: str
    born: date | None = None


@dataclass(frozen=True)
class Grantor:
    """Who signs, and as what."""

    name: str
    capacity: str
    authority: str | None = None


@dataclass(frozen=True)
class Party:
    """A company or person with an id."""

    id: str
    name: str


@dataclass(frozen=True)
class Project:
    """The work: its own id, title, and ids in public registers (`eidr:...`)."""

    id: str
    title: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Territory:
    """Places and groups granted, and those taken away."""

    include: tuple[str, ...]
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class LimitTerm:
    """At most `most` of `unit`; over making, or `on` show; for ever, or per month or year."""

    unit: str
    most: int
    on: str | None = None
    per: str | None = None


@dataclass(frozen=True)
class Exclusivity:
    """Where nobody else is granted the same."""

    purposes: tuple[str, ...]
    territory: Territory


@dataclass(frozen=True)
class Fee:
    """What is paid; `money` is None for basis none and may be for a share of revenue."""

    basis: str
    money: Money | None = None
    due_days: int | None = None
    percent: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Residual:
    """What is paid for each further exploitation: a share in percent (decimal text) or a sum."""

    per: str
    percent: str | None = None
    money: Money | None = None


@dataclass(frozen=True)
class Reporting:
    """How often the company reports, and how many days after the period."""

    every: str
    due_days: int


@dataclass(frozen=True)
class Approval:
    """Whether each result is approved first; a duty, never judged."""

    needed: bool
    days: int | None = None


@dataclass(frozen=True)
class Representation:
    """Who advised the performer."""

    kind: str
    name: str | None = None


@dataclass(frozen=True)
class Annex:
    """A further paper, known by its fingerprint (SHA-256, 64 hex digits)."""

    title: str
    sha256: str


@dataclass(frozen=True)
class Terms:
    """All terms; the order of the fields is that of FORMAT section 2."""

    performer: Performer
    grantor: Grantor
    licensee: Party
    likenesses: tuple[str, ...]
    project: Project
    acts: tuple[str, ...]
    purposes: tuple[str, ...]
    media: tuple[str, ...]
    territory: Territory
    languages: tuple[str, ...]
    create: Span
    zone: str
    fee: Fee
    description: str
    pass_on: str | tuple[str, ...] = NOBODY
    modifications: tuple[str, ...] = ()
    age: tuple[int, int] | None = None
    forbidden_content: tuple[str, ...] = ()
    exploit: Span | None = None
    limits: tuple[LimitTerm, ...] = ()
    longest_seconds: int | None = None
    exclusive: Exclusivity | None = None
    after_death: bool = False
    works_made_stay: bool = True
    strike_clause: bool = False
    approval: Approval | None = None
    notice_days: int = 0
    basis: str = "contract"
    residuals: tuple[Residual, ...] = ()
    reporting: Reporting | None = None
    delete_by: date | None = None
    representation: Representation | None = None
    notice_at: datetime | None = None
    service_at: datetime | None = None
    union_agreement: str | None = None
    annexes: tuple[Annex, ...] = ()

    @property
    def notice(self) -> int:
        """The days after which a withdrawal takes effect; a consent ends at once, whatever it names (FORMAT 4.6)."""
        return 0 if self.basis == "consent" else self.notice_days

    @property
    def windows(self) -> tuple[Span, ...]:
        """The windows of making and, where anything may be shown, of showing."""
        return (self.create,) if self.exploit is None else (self.create, self.exploit)

    @property
    def first_day(self) -> date:
        """The first day on which anything is allowed."""
        return min(window.first for window in self.windows)

    @property
    def last_day(self) -> date | None:
        """The last day on which anything is allowed; None is no end. The licence has expired the day after."""
        lasts = [window.last for window in self.windows]
        return None if None in lasts else max(last for last in lasts if last is not None)
