"""What needs somebody today, the most urgent first: uses out of scope, deletions, ends, reports, fees, drafts, backup.

- One matter for each kind, with how many there are and the one that is first; an empty list is that nothing waits.
- Counts and limits only: never all uses, never all licences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from likeness.acts.backups.back_up import last_backup, was_offered
from likeness.acts.backups.backup_wish import backup_wish, is_due, last_trouble
from likeness.acts.desk import Desk
from likeness.acts.licences.asleep import woken
from likeness.acts.locks.make_words import were_asked_for
from likeness.acts.whose import whose_dues, whose_licences, whose_uses
from likeness.licence.dues.due import DELETION, OVERDUE, REPORT, Due
from likeness.registry.flags import OPEN
from likeness.scope.judge import Verdict
from likeness.values.days import day_in
from likeness.values.money import Money, added_up

OUT, REVIEW, ENDS, FEE_DUE, FEE_OVERDUE, BACKUP = "out-of-scope", "needs-review", "ends", "fee-due", "fee", "backup"
WORDS, ASLEEP = "words", "asleep"
ENDS_WITHIN, DUE_WITHIN, BACKUP_AFTER = 30, 14, 14  # days (design/UX sections 2 and 8)
MOST_ENDING = 1_000


@dataclass(frozen=True)
class Matter:
    """One thing that waits.

    `count` is how many, `more` that there are more than that. `screen` and `key` say where it is dealt with (the screen
    "draft" is the wizard); title, company, day and due are those of the first of them. `sums` are added up by currency;
    `unknown` sums nobody knows.
    """

    kind: str
    count: int
    screen: str
    key: str = ""
    more: bool = False
    performer: str = ""  # whose it is, where there are several
    title: str = ""
    company: str = ""
    on: date | None = None
    days: int = 0
    due: Due | None = None
    sums: tuple[Money, ...] = ()
    unknown: int = 0
    trouble: str = ""  # of a backup that was to be made by itself in the folder that is the title: why it was not


def read_attention(desk: Desk, dues: tuple[Due, ...]) -> list[Matter]:
    """Return what waits, in the order of the design; `dues` are the open ones (`near_dues.open_dues`)."""
    today = day_in(desk.now(), "UTC")
    late = [due for due in dues if due.state == OVERDUE]
    soon = [due for due in dues if due.state != OVERDUE and due.on and due.on <= today + timedelta(days=DUE_WITHIN)]
    return [
        *_flagged(desk, OUT, Verdict.OUT_OF_SCOPE),
        *_flagged(desk, REVIEW, Verdict.NEEDS_REVIEW),
        *_of_dues(desk, DELETION, [due for due in late if due.kind == DELETION], today),
        *_ending(desk),
        *_of_dues(desk, REPORT, [due for due in late if due.kind == REPORT], today),
        *_of_money(desk, late, soon, today),
        *_asleep(desk),
        *_backup(desk, today),
        *_words(desk, today),
    ]


def _flagged(desk: Desk, kind: str, verdict: Verdict) -> Iterator[Matter]:
    """Yield the uses of a verdict whose flag nobody has touched, with the newest of them."""
    uses = desk.registry.uses
    count = desk.registry.flags.counts(verdict.value)[OPEN]
    if not count:
        return
    matter = Matter(kind, count, "uses")
    for row in uses.page(uses.find(verdicts=[verdict.value], flags=[OPEN], most=1)):
        title, company = _names(desk, row.use.project or "", row.use.user or "", row.newest.licences)
        whose = whose_uses(desk.registry, [row]).get(row.row, "")
        matter = replace(matter, key=row.use.id, performer=whose, title=title, company=company)
    yield matter


def _names(desk: Desk, project: str, user: str, licences: tuple[str, ...]) -> tuple[str, str]:
    """Return project and company by name, from the licence that a use rests on if need be."""
    company = desk.registry.people.name(user) or user
    for number in licences:
        row = desk.registry.licences.get(number, desk.now())
        if row is not None and project in (row.terms.project.id, *row.terms.project.ids):
            return row.terms.project.title, company
    return project, company


def _ending(desk: Desk) -> Iterator[Matter]:
    now, licences = desk.now(), desk.registry.licences
    found = desk.registry.owing.ending(now, now + timedelta(days=ENDS_WITHIN), MOST_ENDING + 1)
    for row in licences.page(found[:1], now):
        count, terms = min(len(found), MOST_ENDING), row.terms
        more = len(found) > MOST_ENDING
        yield Matter(ENDS, count, "licences", row.number, more, _whose(desk, row.number), terms.project.title,
                     terms.licensee.name, terms.last_day)  # fmt: skip


def _whose(desk: Desk, number: str) -> str:
    return whose_licences(desk.registry, [number]).get(number, "")


def _of_dues(desk: Desk, kind: str, dues: list[Due], today: date) -> Iterator[Matter]:
    if dues:
        first = dues[0]
        days = max((today - first.on).days, 1) if first.on else 0
        whose = whose_dues(desk.registry, [first]).get(first.key, "")
        yield Matter(kind, len(dues), "earnings", first.key, performer=whose, company=first.company, on=first.on,
                     days=days, due=first)  # fmt: skip


def _of_money(desk: Desk, late: list[Due], soon: list[Due], today: date) -> Iterator[Matter]:
    """Yield what is overdue, or else what falls due next."""
    overdue = [due for due in late if due.pays]
    dues = overdue or [due for due in soon if due.pays]
    for matter in _of_dues(desk, FEE_OVERDUE if overdue else FEE_DUE, dues, today):
        sums = added_up(due.money for due in dues if due.money is not None)
        unknown = sum(due.money is None for due in dues)
        yield replace(matter, sums=sums, unknown=unknown)


def _asleep(desk: Desk) -> Iterator[Matter]:
    """Yield the drafts that were slept on, with the one that has waited longest."""
    if rows := woken(desk):
        terms = rows[0].terms
        yield Matter(ASLEEP, len(rows), "draft", rows[0].number, performer=_whose(desk, rows[0].number),
                     title=terms.project.title, company=terms.licensee.name)  # fmt: skip


def _backup(desk: Desk, today: date) -> Iterator[Matter]:
    """Yield that the backup is old, or could not be made by itself, or was offered and put off.

    A registry without one is given as many days.
    """
    registry = desk.registry
    made, trouble = last_backup(registry), last_trouble(registry) if is_due(registry, today) else ""
    days = (today - day_in(made or desk.owner().created_at, "UTC")).days
    if trouble or days > BACKUP_AFTER or was_offered(registry):
        folder = str(backup_wish(registry).folder) if trouble else ""
        yield Matter(BACKUP, 0 if made is None else 1, "settings", BACKUP, title=folder, days=days, trouble=trouble)


def _words(desk: Desk, today: date) -> Iterator[Matter]:
    """Yield that there are no twelve words: at once where she was asked for them, else once the registry is not new."""
    days = (today - day_in(desk.owner().created_at, "UTC")).days
    if not desk.vault.has_words and (days > BACKUP_AFTER or were_asked_for(desk.registry)):
        yield Matter(WORDS, 0, "settings", WORDS, days=days)
