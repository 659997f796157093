"""A licence as a row: where it stands, what is kept of it beside its terms, and what follows from these.

The state is computed from instants at the time of asking, never stored (FORMAT section 7, "States"). A pause or
resumption that was said for the minute it was recorded in holds at once: two of one second are set a second apart.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from likeness.licence.terms import Terms
from likeness.licence.terms_read import terms_from
from likeness.licence.terms_write import terms_to
from likeness.registry.columns import instant_from, instant_to, maybe_instant_from
from likeness.values.days import whole_day
from likeness.values.money import Money

STATES = ("draft", "offered", "in-force", "suspended", "withdrawn", "replaced", "expired")
STATE_NOW = """CASE  -- ?1 is the instant
    WHEN digest IS NULL THEN 'draft'
    WHEN withdrawn_at <= ?1 THEN 'withdrawn'
    WHEN replaced_at <= ?1 THEN 'replaced'
    WHEN basis = 'contract' AND accepted_at IS NULL THEN 'offered'
    WHEN suspended AND 'suspended' = (SELECT event FROM happening WHERE happening.licence = licence.number
        AND event IN ('suspended', 'resumed') AND (at <= ?1 OR at <= recorded_at + 60)
        ORDER BY at DESC, happening.id DESC LIMIT 1) THEN 'suspended'
    WHEN ends_at <= ?1 THEN 'expired'
    ELSE 'in-force' END"""
COLUMNS = f"""licence.id, number, {STATE_NOW}, terms, own, drafted_at, replaces, digest, signed_at,
    accepted_at, withdrawn_at, replaced_at, replaced_by, status_index, suspended"""


@dataclass(frozen=True)
class LicenceRow:
    """One licence; `withdrawn_at` is the instant a withdrawal takes effect.

    `pausing` says that a pause has begun, or begins later, and that no resumption has ended it yet.
    """

    row: int
    number: str
    state: str
    terms: Terms
    own: bool
    drafted_at: datetime
    replaces: str | None
    digest: bytes | None
    signed_at: datetime | None
    accepted_at: datetime | None
    withdrawn_at: datetime | None
    replaced_at: datetime | None
    replaced_by: str | None
    status_index: int | None
    pausing: bool

    @property
    def signed(self) -> bool:
        return self.digest is not None

    @property
    def accepted(self) -> bool:
        return self.accepted_at is not None

    @property
    def fee(self) -> Money | None:
        return self.terms.fee.money


class SignedRow(NamedTuple):
    """A licence that is signed already, as its columns have it; `words` are those it is searched by."""

    number: str
    terms: str
    digest: bytes
    signed_at: int
    status_index: int
    performer: str
    licensee: str
    company: str
    project: str
    title: str
    basis: str
    ends_at: int | None
    fee_minor: int | None
    fee_currency: str | None
    likenesses: tuple[str, ...]
    words: str


def row_from(row: tuple[Any, ...]) -> LicenceRow:
    """Return the licence of a row of `COLUMNS`."""
    return LicenceRow(
        row=row[0],
        number=row[1],
        state=row[2],
        terms=terms_from(json.loads(row[3])),
        own=bool(row[4]),
        drafted_at=instant_from(row[5]),
        replaces=row[6],
        digest=row[7],
        signed_at=maybe_instant_from(row[8]),
        accepted_at=maybe_instant_from(row[9]),
        withdrawn_at=maybe_instant_from(row[10]),
        replaced_at=maybe_instant_from(row[11]),
        replaced_by=row[12],
        status_index=row[13],
        pausing=bool(row[14]),
    )


def derived(terms: Terms) -> dict[str, Any]:
    """Return the columns that follow from terms, for lists and for finding candidates."""
    ends = None if terms.last_day is None else whole_day(terms.last_day, terms.zone)[1]
    money = terms.fee.money
    return {
        "terms": json.dumps(terms_to(terms), ensure_ascii=False),
        "performer": terms.performer.id,
        "licensee": terms.licensee.id,
        "company": terms.licensee.name,
        "project": terms.project.id,
        "title": terms.project.title,
        "basis": terms.basis,
        "ends_at": None if ends is None else instant_to(ends),
        "fee_minor": money.minor if money else None,
        "fee_currency": money.currency if money else None,
    }
