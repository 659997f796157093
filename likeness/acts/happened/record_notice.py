"""Recording a signed notice about a licence: withdrawn, suspended, resumed, whether it was signed here or came by file.

- A withdrawal takes effect no earlier than the notice that was agreed (contract) or at once (consent), FORMAT 4.6.
- Notices may arrive in any order; what holds is decided by their own instants.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.steps import Steps
from likeness.errors import Refused, Unreadable
from likeness.licence.notices import Resumption, Suspension, Withdrawal
from likeness.licence.statements import Notice, Signed
from likeness.licence.terms import Terms
from likeness.registry.licence_row import LicenceRow
from likeness.scope.event import RESUMED, SUSPENDED, WITHDRAWN, Event

EVENTS: dict[type, str] = {Withdrawal: WITHDRAWN, Suspension: SUSPENDED, Resumption: RESUMED}


def notice_of(terms: Terms) -> timedelta:
    """Return how long before its effect a withdrawal must be given."""
    return timedelta(days=terms.notice)


def in_effect_at(given: datetime, terms: Terms) -> datetime:
    """Return when a withdrawal given at an instant takes effect, or raise Unreadable: the calendar has an end."""
    try:
        return given + notice_of(terms)
    except OverflowError as why:
        raise Unreadable("bad-instant", key="at", value=given.isoformat()) from why


def record_notice(desk: Desk, row: LicenceRow, notice: Signed[Notice], steps: Steps | None = None) -> bool:
    """Keep a notice, mark its licence and judge its uses again, in one transaction; False if it was here already.

    The caller has made sure that its signer may say so. Raises Refused: `notice-too-short`, `already-withdrawn`, and
    `cancelled`, after which it is as if nobody had asked.
    """
    registry, now, says = desk.registry, desk.now(), notice.says
    event = EVENTS[type(says)]
    if registry.statements.kind_of(notice.digest) is not None:
        return False
    at = says.effective_at
    if isinstance(says, Withdrawal):
        if row.withdrawn_at is not None:
            raise Refused("already-withdrawn", key=row.number)
        if says.effective_at - says.given_at < notice_of(row.terms):
            raise Refused("notice-too-short", key=row.number, least=row.terms.notice)
        at = says.effective_at - notice_of(row.terms)
    with registry.transaction():
        registry.statements.put(event, notice.data, now, about=row.digest)
        registry.happenings.put(Event(event, at, licence=row.number), now)
        if isinstance(says, Withdrawal):
            registry.licences.mark(row.row, withdrawn_at=says.effective_at)
        else:
            registry.licences.mark(row.row, suspended=int(_is_pausing(desk, row, now)))
        rejudge(desk, row.terms.likenesses, now, event, steps)
    return True


def pauses(desk: Desk, row: LicenceRow) -> list[Event]:
    """Return the suspensions and resumptions of a licence, the oldest first."""
    events = desk.registry.happenings.touching(row.number, row.terms.performer.id)
    return [event for event in events if event.event in (SUSPENDED, RESUMED)]


def _is_pausing(desk: Desk, row: LicenceRow, now: datetime) -> bool:
    said = pauses(desk, row)
    return bool(said) and (said[-1].event == SUSPENDED or said[-1].at > now)
