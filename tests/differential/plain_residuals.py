"""Residuals, for the second bookkeeper."""

from __future__ import annotations

from fractions import Fraction

from tests.differential.plain_calendar import period_ends
from tests.differential.plain_facts import day_of
from tests.differential.plain_papers import by_period, day, due, pay_by, price, resting, under
from tests.differential.plain_runs import re_runs


def residuals(world, licence, uses, earlier, judged):
    shown = showings(world, licence, uses)
    before = [[one for one in showings(world, old, under(old, judged)) if one not in uses] for old in earlier]
    for place, residual in enumerate(licence["terms"].get("residuals") or []):
        per, money = residual["per"], share_of(licence, residual)
        name = f"{place}.{per}."
        # What the older licences asked the same for, by their showings.
        asked = [pair for pair in zip(earlier, before, strict=True) if asks_the_same(licence, residual, pair[0])]
        if per == "re-run":
            for one in re_runs(shown, [one for those in before for one in those]):
                yield due(licence, "residual", name + one["name"], pay_by(licence, day(licence, one)), money)
        elif per == "title" and shown and not any(those for _old, those in asked):
            yield due(licence, "residual", f"{name}once", pay_by(licence, day(licence, shown[0])), money)
        elif per == "unit":
            for one in shown:
                copies, each = one["quantity"].get("copy", 0), price(residual)
                if copies:
                    sum_of = each and (each[0], each[1] * copies)
                    yield due(licence, "residual", name + one["name"], pay_by(licence, day(licence, one)), sum_of)
        elif per == "receipts":
            every = (licence["terms"].get("reporting") or {"every": "year"})["every"]
            yield from by_period(licence, "residual", name, every, shown, price(residual))
        elif per in ("month", "quarter", "year"):
            known = {period_ends(day(old, one), per) for old, those in asked for one in those}
            left = [one for one in shown if period_ends(day(licence, one), per) not in known]
            yield from by_period(licence, "residual", name, per, left, money)


def asks_the_same(licence, residual, old):
    """Tell whether an older licence asks the same sum for the same; the same share where the sum is not known."""
    money = share_of(licence, residual)
    theirs = [one for one in old["terms"].get("residuals") or [] if one["per"] == residual["per"]]
    return any(one == residual if money is None else share_of(old, one) == money for one in theirs)


def share_of(licence, residual):
    """Return the sum of a residual; a percentage is one of the fee, where that is a sum."""
    fee = licence["terms"]["fee"]
    if residual.get("percent") is None or fee.get("minor") is None:
        return price(residual)
    return fee["currency"], round(Fraction(residual["percent"]) * fee["minor"] / 100)


def showings(world, licence, uses):
    until = day_of(world["now"], licence["terms"]["zone"])
    return [one for one in resting(uses) if one["act"] == "show" and day(licence, one) <= until]
