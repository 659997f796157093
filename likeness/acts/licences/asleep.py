"""A draft that is slept on: kept as it is, and asked about from the next day on until it is signed or thrown away."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from likeness.acts.desk import Desk
from likeness.registry.licence_row import LicenceRow
from likeness.values.days import day_in, whole_day
from likeness.values.outcome import Change, Outcome

_KEPT = "asleep."


def sleep_on(desk: Desk, number: str, zone: str = "UTC") -> Outcome[date]:
    """Let the draft of a number wait until tomorrow, by the clocks of `zone`; returns that day."""
    tomorrow = day_in(desk.now(), zone) + timedelta(days=1)
    with desk.registry.transaction():
        keep_asleep(desk, number, whole_day(tomorrow, zone)[0])
    return Outcome(tomorrow, frozenset({Change.LICENCES}))


def asleep_until(desk: Desk, number: str) -> datetime | None:
    """Return the instant from which the draft of a number is asked about; None where nobody slept on it."""
    text = desk.registry.settings.get(_KEPT + number)
    return datetime.fromisoformat(text) if text else None


def keep_asleep(desk: Desk, number: str, until: datetime) -> None:
    """Ask about a draft from that instant on, inside the act that keeps it."""
    desk.registry.settings.put(_KEPT + number, until.astimezone(UTC).isoformat())


def wake(desk: Desk, number: str) -> None:
    """Ask about a draft no more, inside the act that signs it or throws it away: the next one may get its number."""
    desk.registry.settings.remove(_KEPT + number)


def woken(desk: Desk) -> list[LicenceRow]:
    """Return the drafts that were slept on and whose day has come, the first to wake first."""
    kept = desk.registry.settings.beginning(_KEPT)
    due = sorted((datetime.fromisoformat(until), name.removeprefix(_KEPT)) for name, until in kept.items())
    rows = (desk.registry.licences.get(number, desk.now()) for until, number in due if until <= desk.now())
    return [row for row in rows if row is not None and not row.signed]
