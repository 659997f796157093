"""Withdrawing, suspending and resuming a licence: each a signed statement, none can be undone silently.

A withdrawal takes effect after the notice that was agreed (contract) or at once (consent), FORMAT 4.6.
"""

from __future__ import annotations

from collections.abc import Callable
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
    row = _signed(desk, number)
    if row.withdrawn_at is not None:
        raise Refused("already-withdrawn", key=number)
    given = at or desk.now()
    notice = timedelta(days=row.terms.notice_days if row.terms.basis == "contract" else 0)
    return _notice(desk, row, Withdrawal, WITHDRAWN, given, given + notice, reason, withdrawn_at=given + notice)


def suspend_licence(
    desk: Desk, number: str, reason: str | None = None, at: datetime | None = None
) -> Outcome[LicenceRow]:
    """Suspend a licence from an instant on."""
    row = _signed(desk, number)
    if row.suspended:
        raise Refused("already-suspended", key=number)
    given = at or desk.now()
    return _notice(desk, row, Suspension, SUSPENDED, given, given, reason, suspended=1)


def resume_licence(
    desk: Desk, number: str, reason: str | None = None, at: datetime | None = None
) -> Outcome[LicenceRow]:
    """Resume a suspended licence."""
    row = _signed(desk, number)
    if not row.suspended:
        raise Refused("not-suspended", key=number)
    given = at or desk.now()
    return _notice(desk, row, Resumption, RESUMED, given, given, reason, suspended=0)


def _signed(desk: Desk, number: str) -> LicenceRow:
    row = own_licence(desk, number)
    if not row.signed:
        raise Refused("not-signed", key=number)
    return row


def _notice(
    desk: Desk,
    row: LicenceRow,
    make: Callable[..., Withdrawal | Suspension | Resumption],
    event: str,
    given: datetime,
    effective: datetime,
    reason: str | None,
    **marks: object,
) -> Outcome[LicenceRow]:
    now, pen = desk.now(), desk.pen()
    said = clean_text(reason, "reason", most=_LONGEST_REASON) if reason else None
    notice = make(licence=row.digest, given_at=given, effective_at=effective, key=pen.public.encoded, reason=said)
    signed = sign(notice, pen)
    with desk.registry.transaction():
        desk.registry.statements.put(event, signed.data, now, about=row.digest)
        desk.registry.licences.mark(row.row, **marks)
        desk.registry.happenings.put(Event(event, given, licence=row.number), now)
        rejudge(desk.registry, row.terms.likenesses, now, event)
    return Outcome(the_licence(desk, row.number), _CHANGED)
