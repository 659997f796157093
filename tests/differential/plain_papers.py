"""A licence and what was done under it, in the plainest way, for the second bookkeeper."""

from __future__ import annotations

from tests.differential.plain_calendar import add_days, period_ends
from tests.differential.plain_facts import day_of


def chain(world, licence):
    """Return the licences that one replaces and that were in force, the newest first."""
    by_number, found = {one["number"]: one for one in world["licences"]}, []
    while licence["replaces"]:
        licence = by_number[licence["replaces"]]
        found += [licence] if licence["in_force_at"] else []
    return found


def under(licence, judged):
    """Return the uses of a licence, in the order of the limits; of those without a day nothing is owed."""
    return [one for one in judged if licence["number"] in one["licences"] and one["at"] is not None]


def resting(uses):
    return [one for one in uses if one["verdict"] == "IN_SCOPE"]


def day(licence, one):
    return day_of(one["at"], licence["terms"]["zone"])


def in_force_on(licence):
    return day_of(licence["in_force_at"], licence["terms"]["zone"])


def pay_by(licence, of_day):
    """The days to pay run from the day it follows from, and never from before the licence was in force."""
    days = licence["terms"]["fee"].get("due_days")
    return None if days is None else add_days(max(of_day, in_force_on(licence)), days)


def price(term):
    return None if term.get("minor") is None else (term["currency"], term["minor"])


def due(licence, kind, about, on, money=None, **more):
    return {
        "key": f"{kind}:{licence['number']}:{about}",
        "kind": kind,
        "on": on,
        "money": money,
        "licence": licence,
        **more,
    }


def by_period(licence, kind, before, every, uses, money):
    """A due for each calendar period in which there is one of the uses, payable from its last day."""
    for label, _first, last in {period_ends(day(licence, one), every) for one in uses}:
        those = [one for one in uses if period_ends(day(licence, one), every)[0] == label]
        yield due(licence, kind, before + label, pay_by(licence, last), money, of=those, every=every)
