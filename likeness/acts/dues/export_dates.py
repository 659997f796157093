"""All dates of the licences in one calendar file: ends of windows, dues, deletions, notices; RFC 5545.

Only what is still ahead or still open is written: no due that was paid, no day of a licence that has passed. Days are
those of its zone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.whose import whose_dues, whose_licences
from likeness.licence.dues.due import DUE, OVERDUE, Due
from likeness.paper.ics import Entry, calendar_file
from likeness.paper.wording import say
from likeness.paper.words import due_words
from likeness.registry.licence_row import LicenceRow
from likeness.values.days import day_in, months_after
from likeness.values.keep import keep_file
from likeness.values.outcome import Outcome

_RUNNING = ("offered", "in-force", "suspended")
_AHEAD = 24  # months of periods still to come that are worth a place in a calendar


def export_dates(desk: Desk, path: Path, language: str = "en") -> Outcome[int]:
    """Write the calendar file; returns how many dates it holds."""
    now = desk.now()
    rows = {row.number: row for row in desk.registry.licences.all(now) if row.signed}
    dues = list(_open_dues(desk, now))
    whose = whose_licences(desk.registry, rows) | whose_dues(desk.registry, dues)
    owner = desk.owner().public_key.hex()[2:18]  # the same licence number of another registry is another event
    entries = [
        *(
            entry
            for row in rows.values()
            if row.state in _RUNNING
            for entry in _of_licence(language, row, owner, now, whose.get(row.number, ""))
        ),
        *(_of_due(language, due, rows.get(due.licence), owner, whose.get(due.key, "")) for due in dues),
    ]
    entries.sort(key=lambda entry: (day_in(entry.at, "UTC"), entry.uid))
    keep_file(path, calendar_file(entries, now, say(language, "calendar", "name")))
    return Outcome(len(entries))


def _open_dues(desk: Desk, now: datetime) -> Iterator[Due]:
    until = months_after(day_in(now, "UTC"), _AHEAD)
    for due in dues_here(desk, until=until):
        if due.on is not None and due.state in (DUE, OVERDUE):
            yield due


def _of_licence(language: str, row: LicenceRow, owner: str, now: datetime, performer: str) -> Iterator[Entry]:
    terms = row.terms
    dates: dict[str, date | datetime | None] = {
        "notice": terms.notice_at,
        "service": terms.service_at,
        "making-ends": terms.create.last,
        "showing-ends": terms.exploit.last if terms.exploit else None,
        "withdrawal": row.withdrawn_at,
    }
    for code, at in dates.items():
        if at is not None and day_in(at, terms.zone) >= day_in(now, terms.zone):
            summary = say(language, "calendar", code, title=terms.project.title, number=row.number)
            yield Entry(f"{code}-{row.number}-{owner}@likeness", at, summary, _more(performer, terms.licensee.name))


def _of_due(language: str, due: Due, row: LicenceRow | None, owner: str, performer: str) -> Entry:
    assert due.on is not None  # noqa: S101  see _open_dues
    words, title = due_words.about(language, due), ""
    if row is not None:
        words = say(language, "calendar", "due", what=words, company=due.company, number=due.licence)
        title = row.terms.project.title
    more = _more(performer, title, due_words.amount(language, due))
    return Entry(f"{due.key.replace(':', '-')}-{owner}@likeness", due.on, words, more)


def _more(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
