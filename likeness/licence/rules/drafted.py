"""What a rule looks at when a licence is drafted: the terms, the day, and what the registry knows around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from likeness.licence.terms import Terms


@dataclass(frozen=True)
class Recorded:
    """A likeness as it is recorded, for rules on records."""

    id: str
    kind: str
    title: str
    captured_on: date | None = None
    reason: str | None = None
    delete_by: date | None = None


@dataclass(frozen=True)
class Holding:
    """Another licence that stands; `until` is the instant at which it is already known to end early."""

    number: str
    terms: Terms
    until: datetime | None = None


@dataclass(frozen=True)
class Drafted:
    """A draft; `day` is the day of its signature in its zone (today, as long as nobody has signed).

    `likenesses` are those it names that are recorded; None where no registry is asked, and then nothing is unknown.
    `no_page_shows` are the letters of its texts that no page could show, `pages_may_show` those for which a font file
    is to be added first.
    `others` are the licences in force, offered or suspended; one that this draft replaces is not among them.
    """

    terms: Terms
    day: date
    likenesses: tuple[Recorded, ...] | None = None
    others: tuple[Holding, ...] = ()
    died_on: date | None = None
    no_page_shows: tuple[str, ...] = ()
    pages_may_show: tuple[str, ...] = ()
