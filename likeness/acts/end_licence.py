"""Withdrawing, suspending and resuming a licence: each a signed statement, none can be undone silently.

A withdrawal takes effect after the notice that was agreed (contract) or at once (consent), FORMAT 4.6.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from likeness.acts.desk import Desk
from likeness.acts.draft_licence import own_licence, the_licence
from likeness.acts.rejudge import rejudge
from likeness.errors import Refused
from likeness.licence.notices import Resumption, Suspension, Withdrawal
from likeness.licence.statements import sign
from likeness.registry.licences import LicenceRow
from likeness.scope.event import RESUMED, SUSPENDED, WITHDRAWN, Event
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

_CHANGED = frozenset({Change.LICENCES, Change.USES})
_LONGEST_REASON = 200


def withdraw_licence(
    desk: Desk, number: str, reason: str | None = None, at: datetime | None = None
) -> Outcome[LicenceRow]:
    """Withdraw a licence for good; `at` is when the performer said so, now if left out."""
    row, digest, key = _signed(desk, number)
    if row.withdrawn_at is not None:
        raise Refused("already-withdrawn", key=number)
    given = at or desk.now()
    effective = given + timedelta(days=row.terms.notice_days if row.terms.basis == "contract" else 0)
    notice = Withdrawal(digest, given, effective, key, _clean(reason))
    return _keep(desk, row, WITHDRAWN, given, sign(notice, desk.pen()).data, withdrawn_at=effective)


def suspend_licence(
    desk: Desk, number: str, reason: str | None = None, at: datetime | None = None
) -> Outcome[LicenceRow]:
    """Suspend a licence from an instant on."""
    row, digest, key = _signed(desk, number)
    if row.suspended:
        raise Refused("already-suspended", key=number)
    given = at or desk.now()
    notice = Suspension(digest, given, given, key, _clean(reason))
    return _keep(desk, row, SUSPENDED, given, sign(notice, desk.pen()).data, suspended=1)


def resume_licence(
    desk: Desk, number: str, reason: str | None = None, at: datetime | None = None
) -> Outcome[LicenceRow]:
    """Resume a suspended licence."""
    row, digest, key = _signed(desk, number)
    if not row.suspended:
        raise Refused("not-suspended", key=number)
    given = at or desk.now()
    notice = Resumption(digest, given, given, key, _clean(reason))
    return _keep(desk, row, RESUMED, given, sign(notice, desk.pen()).data, suspended=0)


def _signed(desk: Desk, number: str) -> tuple[LicenceRow, bytes, bytes]:
    """Return a signed licence of our own, its digest and the owner's public key."""
    row = own_licence(desk, number)
    if row.digest is None:
        raise Refused("not-signed", key=number)
    return row, row.digest, desk.owner().public_key


def _clean(reason: str | None) -> str | None:
    return clean_text(reason, "reason", most=_LONGEST_REASON) if reason else None


def _keep(
    desk: Desk, row: LicenceRow, event: str, given: datetime, signed: bytes, **marks: object
) -> Outcome[LicenceRow]:
    """Keep the signed notice, mark the licence, and judge its uses again, in one transaction."""
    now = desk.now()
    with desk.registry.transaction():
        desk.registry.statements.put(event, signed, now, about=row.digest)
        desk.registry.licences.mark(row.row, **marks)
        desk.registry.happenings.put(Event(event, given, licence=row.number), now)
        rejudge(desk.registry, row.terms.likenesses, now, event)
    return Outcome(the_licence(desk, row.number), _CHANGED)
