"""What a letter is filled from: what the registry knows of its subject, and what a person adds. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from likeness.licence.dues.due import Due
from likeness.licence.terms import Terms
from likeness.scope.judge import Finding
from likeness.scope.use import Use
from likeness.values.money import Money


@dataclass(frozen=True)
class Added:
    """What nobody but the person knows. Lines of an address, of how to pay and of places are lines of the letter.

    `by` is the last day to answer; `to_name` the recipient where it is another one than the company; `money` a sum
    that the registry does not know; `where` the places of a content to be taken down.
    """

    address: tuple[str, ...] = ()
    contact: str = ""
    to_name: str = ""
    to_address: tuple[str, ...] = ()
    by: date | None = None
    pay: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    intimate: bool = False
    money: Money | None = None
    note: str = ""


@dataclass(frozen=True)
class Shown:
    """A file that shows a use, or one of a likeness: `sha256` is 64 hex digits, `on` the day it was recorded."""

    name: str
    size: int
    sha256: str
    on: date


@dataclass(frozen=True)
class Withdrawn:
    """A withdrawal that was signed: said, in effect, why, and the fingerprint of the signed statement (hex)."""

    given_on: date
    effective_on: date
    reason: str
    sha256: str


@dataclass(frozen=True)
class Facts:
    """Everything known of the subject of a letter.

    `company` is who is written to, by name; `signed` the terms by number of every licence that a finding names;
    `titles` names likenesses, projects and companies by id.
    """

    today: date
    owner: str
    performer: str
    company: str
    company_id: str
    number: str = ""
    terms: Terms | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    use: Use | None = None
    finding: Finding | None = None
    signed: Mapping[str, Terms] = field(default_factory=dict)
    evidence: tuple[Shown, ...] = ()
    files: tuple[Shown, ...] = ()
    dues: tuple[Due, ...] = ()
    invoice: str = ""
    withdrawn: Withdrawn | None = None
    deleted_on: date | None = None
