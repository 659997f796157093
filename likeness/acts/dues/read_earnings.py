"""What came in this year, by currency and project, and what is still open. Never a sum across currencies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from likeness.acts.desk import Desk
from likeness.acts.dues.near_dues import NearDues, settled_dues
from likeness.licence.dues.due import FEE, Due
from likeness.values.days import day_in
from likeness.values.money import Money, added_up


@dataclass(frozen=True)
class Earned:
    """What came in of one currency: all of it, the fees, what came beside them, and each project, largest first."""

    total: Money
    fees: Money
    others: Money
    projects: tuple[tuple[str, Money], ...]


@dataclass(frozen=True)
class Earnings:
    """A calendar year until now; `unknown` paid sums nobody entered; `open` is what is due or overdue."""

    year: int
    earned: tuple[Earned, ...]
    unknown: int
    open: tuple[Money, ...]
    whole: bool


def read_earnings(desk: Desk, near: NearDues) -> Earnings:
    """Return the earnings of the year (UTC) in which it is now; `near` are the open dues."""
    year = day_in(desk.now(), "UTC").year
    settled = settled_dues(desk, date(year, 1, 1), date(year, 12, 31))
    paid = [due for due in settled.dues if due.pays]
    titles = _titles(desk, {due.licence for due in paid})
    known = [(due, due.money) for due in paid if due.money is not None]
    currencies = sorted({money.currency for _due, money in known})
    earned = [_earned([(due, money) for due, money in known if money.currency == code], titles) for code in currencies]
    return Earnings(
        year,
        tuple(sorted(earned, key=lambda one: -len(one.projects))),
        len(paid) - len(known),
        added_up(due.money for due in near.dues if due.pays and due.money is not None),
        settled.whole and near.whole,
    )


def _earned(paid: list[tuple[Due, Money]], titles: dict[str, str]) -> Earned:
    [total] = added_up(money for _due, money in paid)
    fees = sum(money.minor for due, money in paid if due.kind == FEE)
    projects: dict[str, int] = {}
    for due, money in paid:
        title = titles.get(due.licence, due.licence)
        projects[title] = projects.get(title, 0) + money.minor
    largest = sorted(projects.items(), key=lambda pair: (-pair[1], pair[0]))
    return Earned(
        total,
        Money(fees, total.currency),
        Money(total.minor - fees, total.currency),
        tuple((title, Money(minor, total.currency)) for title, minor in largest),
    )


def _titles(desk: Desk, numbers: set[str]) -> dict[str, str]:
    rows = (desk.registry.licences.get(number, desk.now()) for number in numbers)
    return {row.number: row.terms.project.title for row in rows if row is not None}
