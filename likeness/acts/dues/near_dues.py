"""What is owed and still open, read without reading all licences: for the Overview, however large the registry is.

- Licences are found by the engine (`registry.owing`), at most `MOST_LICENCES` of each kind, the newest first.
- What follows from uses is read while there are at most `MOST_USES` of them; `whole` says if anything was left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from likeness.acts.desk import Desk
from likeness.acts.dues.likeness_dues import overdue_likenesses
from likeness.acts.dues.read_dues import dues_here, dues_of
from likeness.licence.dues.due import Due, in_order
from likeness.registry.owing import Some
from likeness.values.days import day_in

MOST_LICENCES = 500
MOST_USES = 20_000
MOST_WHOLE = 5_000  # licences whose dues are all read, however long ago


@dataclass(frozen=True)
class NearDues:
    """Dues by day; `whole` is False where a limit was reached."""

    dues: tuple[Due, ...]
    whole: bool


def open_dues(desk: Desk) -> NearDues:
    """Return the dues under licences with an open fee, with something overdue, or paid by use; and late deletions."""
    owing = desk.registry.owing
    found = owing.open_now(day_in(desk.now(), "UTC"), MOST_LICENCES)
    few = _few_uses(desk)
    paid_by_use = owing.following_uses(MOST_LICENCES) if few else Some([], whole=False)
    read = _read(desk, [*found.rows, *paid_by_use.rows], with_uses=few)
    dues = in_order(due for due in [*read, *overdue_likenesses(desk, MOST_LICENCES)] if due.said is None)
    return NearDues(tuple(dues), found.whole and paid_by_use.whole)


def all_dues(desk: Desk) -> NearDues:
    """Return everything owed, with its state; of very many licences what is open, and what was settled in a year."""
    if not desk.registry.newest_licences.more_than(MOST_WHOLE):
        return NearDues(tuple(dues_here(desk)), whole=True)
    today = day_in(desk.now(), "UTC")
    settled = settled_dues(desk, today - timedelta(days=365), today)
    return NearDues(tuple(in_order({due.key: due for due in [*settled.dues, *open_dues(desk).dues]}.values())), False)


def owing_by_use(desk: Desk) -> tuple[int, ...]:
    """Return licences (their rows) under which money that follows from uses is open, as far as `open_dues` reads."""
    if not _few_uses(desk):
        return ()
    rows = desk.registry.owing.following_uses(MOST_LICENCES).rows
    owing = {due.licence for due in _read(desk, rows, with_uses=True) if due.pays and due.said is None}
    return tuple(row.row for row in desk.registry.licences.page(rows, desk.now()) if row.number in owing)


def settled_dues(desk: Desk, first: date, last: date) -> NearDues:
    """Return what was paid, received or done in some days, both included, by what people said."""
    found = desk.registry.owing.settled_between(first, last, MOST_LICENCES)
    few = _few_uses(desk)
    read = _read(desk, found.rows, with_uses=few)
    settled = (due for due in read if due.said is not None and not due.said.waived and first <= due.said.on <= last)
    return NearDues(tuple(settled), few and found.whole)


def _read(desk: Desk, rows: Iterable[int], *, with_uses: bool) -> list[Due]:
    licences = desk.registry.licences.page(list(dict.fromkeys(rows)), desk.now())
    said = desk.registry.dues.under(row.number for row in licences)
    return dues_of(desk, licences, said, with_uses=with_uses)


def _few_uses(desk: Desk) -> bool:
    return sum(desk.registry.uses.counts().values()) <= MOST_USES
