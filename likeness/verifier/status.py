"""What is known of a licence since it was signed.

- What this registry has recorded itself counts first (`Roots.known`), at the instant asked about.
- Else the newest list of the licence's own signer, or of the key that follows it; one past its date still says what
  it says, but is old.
- The signer's own registry needs no list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from likeness.licence.codec_v1 import Licence
from likeness.licence.grants import grant_of
from likeness.licence.status_list import REPLACED, SUSPENDED, VALID, WITHDRAWN
from likeness.scope import event as happened
from likeness.scope.event import Event, history_of
from likeness.verifier.book import Book
from likeness.verifier.report import Status
from likeness.verifier.roots import Roots

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Standing:
    """The state, since when it is known to hold, whether it is fresh, until when, and the events that say so."""

    status: Status
    fresh: bool
    expires_at: datetime | None
    events: tuple[Event, ...]


def standing_of(licence: Licence, digest: bytes, roots: Roots, book: Book, at: datetime) -> Standing:
    """Return what `roots` know of a licence at an instant."""
    own = licence.signer in roots.own
    events = tuple(event for event in roots.known.get(digest, ()) if event.event in happened.OF_LICENCE)
    recorded = _recorded(licence, events, at)
    newest = book.newest_list(licence.signer)
    if own or recorded != VALID:
        return Standing(Status(recorded, at), fresh=True, expires_at=None, events=events)
    if newest is None:
        return Standing(Status(UNKNOWN, None), fresh=False, expires_at=None, events=events)
    state = newest.state(licence.status_index)
    status = Status(state, newest.issued_at)
    fresh = at < newest.expires_at
    return Standing(status, fresh, newest.expires_at, (*events, *_as_events(licence, state, newest.issued_at)))


def _recorded(licence: Licence, events: tuple[Event, ...], at: datetime) -> str:
    if not events:
        return VALID
    history = history_of(grant_of(licence.number, licence.terms, signed=True, accepted=True), events)
    if history.withdrawn is not None and history.withdrawn <= at:
        return WITHDRAWN
    if history.superseded is not None and history.superseded <= at:
        return REPLACED
    paused = any(start <= at and (end is None or at < end) for start, end in history.paused)
    return SUSPENDED if paused else VALID


def _as_events(licence: Licence, state: str, at: datetime) -> tuple[Event, ...]:
    """Say what a list says as events, for the judge; a list speaks of withdrawals once they are in effect."""
    if state == VALID:
        return ()
    if state == WITHDRAWN:
        at = _before(at, timedelta(days=licence.terms.notice))
    return (Event(_HAPPENED[state], at, licence=licence.number),)


def _before(at: datetime, notice: timedelta) -> datetime:
    try:
        return at - notice
    except OverflowError:  # a list that claims to be as old as the calendar
        return datetime.min.replace(tzinfo=UTC)


_HAPPENED = {WITHDRAWN: happened.WITHDRAWN, REPLACED: happened.SUPERSEDED, SUSPENDED: happened.SUSPENDED}
