"""Withdrawing, suspending and resuming a licence: each a signed statement, none can be undone silently.

Whoever speaks for a licence may: its signer, the key that follows, the performer whose agent signed it, her estate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from likeness.acts.desk import Desk
from likeness.acts.happened.record_notice import EVENTS, in_effect_at, notice_of, pauses, record_notice
from likeness.acts.keys.gather_roots import the_book
from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.licence.codec_v1 import Licence
from likeness.licence.notices import Resumption, Suspension, Withdrawal
from likeness.licence.statements import Notice, open_signed, sign
from likeness.registry.licence_row import LicenceRow
from likeness.scope.event import SUSPENDED, Event
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text
from likeness.verifier.trust import speaks_for

_CHANGED = frozenset({Change.LICENCES, Change.USES})
_LONGEST_REASON = 200
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class WithdrawalAhead:
    """What a withdrawal would mean: notice in days, when it takes effect, whether works made until then stay."""

    notice_days: int
    effective_at: datetime
    works_made_stay: bool


def preview_withdrawal(desk: Desk, number: str, at: datetime | None = None) -> WithdrawalAhead:
    """Return what the signed terms say about withdrawing a licence, said at `at` or now; records nothing."""
    row, _ = _spoken_for(desk, number)
    if row.withdrawn_at is not None:
        raise Refused("already-withdrawn", key=number)
    given = at or desk.now()
    return WithdrawalAhead(notice_of(row.terms).days, in_effect_at(given, row.terms), row.terms.works_made_stay)


def withdraw_licence(
    desk: Desk,
    number: str,
    reason: str | None = None,
    at: datetime | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[LicenceRow]:
    """Withdraw a licence for good; `at` is when the performer said so, now if left out."""
    row, digest = _spoken_for(desk, number)
    if row.withdrawn_at is not None:
        raise Refused("already-withdrawn", key=number)
    given = at or desk.now()
    notice = Withdrawal(digest, given, in_effect_at(given, row.terms), _key(desk), _clean(reason))
    return _give(desk, row, notice, Steps(progress, cancelled))


def suspend_licence(
    desk: Desk,
    number: str,
    reason: str | None = None,
    at: datetime | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[LicenceRow]:
    """Suspend a licence from an instant on, now if left out, whatever pause is planned for later."""
    row, digest = _spoken_for(desk, number)
    said = pauses(desk, row)
    given = at or _a_second_apart(desk.now(), said)
    _refuse_ended(row, given)
    if _is_paused(said, given):
        raise Refused("already-suspended", key=number)
    return _give(desk, row, Suspension(digest, given, given, _key(desk), _clean(reason)), Steps(progress, cancelled))


def resume_licence(
    desk: Desk,
    number: str,
    reason: str | None = None,
    at: datetime | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[LicenceRow]:
    """Resume a suspended licence, or call off the pause that is planned for later."""
    row, digest = _spoken_for(desk, number)
    said = pauses(desk, row)
    given = at or _a_second_apart(desk.now(), said)
    if at is None and not _is_paused(said, given) and said and said[-1].event == SUSPENDED:
        given = said[-1].at + _SECOND
    _refuse_ended(row, given)
    if not _is_paused(said, given):
        raise Refused("not-suspended", key=number)
    return _give(desk, row, Resumption(digest, given, given, _key(desk), _clean(reason)), Steps(progress, cancelled))


def newest_notice(desk: Desk, number: str) -> bytes:
    """Return the signed notice about a licence that was recorded last, to hand out; raise Refused ("no-notice")."""
    row = the_licence(desk, number)
    kept = desk.registry.statements.newest_about(row.digest or b"", tuple(EVENTS.values()))
    if kept is None:
        raise Refused("no-notice", key=number)
    return kept


def _spoken_for(desk: Desk, number: str) -> tuple[LicenceRow, bytes]:
    """Return a signed licence that the owner speaks for, and its digest."""
    row = the_licence(desk, number)
    if row.digest is None:
        raise Refused("not-signed", key=number)
    if not speaks_here(desk, row):
        raise Refused("not-yours", key=number)
    return row, row.digest


def speaks_here(desk: Desk, row: LicenceRow) -> bool:
    """Tell whether the owner may withdraw, suspend and resume a signed licence: as its signer, or for whoever was."""
    if row.own:
        return True
    licence = open_signed(desk.registry.statements.get(row.digest or b"") or b"", Licence)
    return speaks_for(_key(desk), licence.says, the_book(desk))


def _a_second_apart(now: datetime, said: list[Event]) -> datetime:
    """Return now, or the first second after it of which no notice speaks: two of one second have no order."""
    taken = {event.at for event in said}
    while now in taken:
        now += _SECOND
    return now


def _is_paused(said: list[Event], at: datetime) -> bool:
    """Tell whether the licence is suspended at an instant, by what was said of it."""
    before = [event for event in said if event.at <= at]
    return bool(before) and before[-1].event == SUSPENDED


def _refuse_ended(row: LicenceRow, at: datetime) -> None:
    """Refuse to pause or resume a licence that is over by then: a notice about it would mean nothing."""
    if row.withdrawn_at is not None and row.withdrawn_at <= at:
        raise Refused("already-withdrawn", key=row.number)
    if row.replaced_at is not None and row.replaced_at <= at:
        raise Refused("already-replaced", key=row.number)


def _key(desk: Desk) -> bytes:
    return desk.owner().public_key


def _clean(reason: str | None) -> str | None:
    return clean_text(reason, "reason", most=_LONGEST_REASON) if reason else None


def _give(desk: Desk, row: LicenceRow, notice: Notice, steps: Steps) -> Outcome[LicenceRow]:
    record_notice(desk, row, sign(notice, desk.pen()), steps)
    return Outcome(the_licence(desk, row.number), _CHANGED)
