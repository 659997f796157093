"""Fees, and what is owed for going over a limit, for the second bookkeeper."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.differential.plain_calendar import months
from tests.differential.plain_facts import day_of
from tests.differential.plain_papers import by_period, day, due, in_force_on, pay_by, price, resting

BY_UNIT = "per-unit"


def flat(licence):
    fee = licence["terms"]["fee"]
    return price(fee) if fee["basis"] in ("flat", "revenue-share") and fee.get("minor") else None


def fees(world, licence, uses, earlier):
    fee, until = licence["terms"]["fee"], day_of(world["now"], licence["terms"]["zone"])
    in_scope = resting(uses)
    once = flat(licence)
    if once and not (earlier and flat(earlier[0]) == once):
        yield due(licence, "fee", "once", pay_by(licence, in_force_on(licence)), once)
    for one in in_scope if fee["basis"] == "per-use" else []:
        yield due(licence, "fee", one["name"], pay_by(licence, day(licence, one)), price(fee), use=one)
    for one in uses if fee["basis"] == BY_UNIT else []:
        count = one["quantity"].get(fee["unit"], 0) if one in in_scope else over(licence, one, uses, fee["unit"])[0]
        if count:
            sum_of = (fee["currency"], fee["minor"] * count)
            yield due(licence, "fee", one["name"], pay_by(licence, day(licence, one)), sum_of, use=one)
    for of_day in {day(licence, one) for one in in_scope} if fee["basis"] == "per-day" else ():
        those = [one for one in in_scope if day(licence, one) == of_day]
        yield due(licence, "fee", of_day.isoformat(), pay_by(licence, of_day), price(fee), of=those, every="day")
    if fee["basis"] == "revenue-share":
        every = (licence["terms"].get("reporting") or {"every": "year"})["every"]
        past = [one for one in in_scope if day(licence, one) <= until]
        yield from by_period(licence, "fee", "", every, past, None)


def over(licence, one, uses, unit=None):
    """Return how many units of a use lay within the limit that it went over, and how many did not."""
    went = {use["name"]: (limit, within, beyond) for use, limit, within, beyond in gone_over(licence, uses)}
    limit, within, beyond = went.get(one["name"], ({"unit": None}, 0, 0))
    return (within, beyond) if unit in (None, limit["unit"]) else (0, 0)


def gone_over(licence, uses):
    """Each use whose one fault was a limit: the first of those it broke, the units within it, and those beyond."""
    full: dict[Any, int] = {}
    for one in uses:
        broke = one["over"].get(licence["number"])
        if one["broken"] == ["limit"] and not one["missing"] and broke:
            key, so_far, limit = broke[0]
            asked, left = one["quantity"][limit["unit"]], max(limit["max"] - full.get(key, so_far), 0)
            full[key] = full.get(key, so_far) + asked
            yield one, limit, min(asked, left), max(asked - left, 0)


def overages(licence, uses):
    for one, limit, _within, beyond in gone_over(licence, uses):
        if beyond and not one["mistaken"]:
            money = price_of(licence, limit, beyond)
            yield due(licence, "overage", one["name"], pay_by(licence, day(licence, one)), money, use=one,
                      unit=limit["unit"])  # fmt: skip


def price_of(licence, limit, units):
    fee = licence["terms"]["fee"]
    if fee["basis"] == BY_UNIT and fee["unit"] == limit["unit"]:
        return fee["currency"], fee["minor"] * units
    if fee["basis"] in ("per-use", "per-day"):
        return price(fee)
    if fee["basis"] != "flat" or not limit["max"]:
        return None
    window = licence["terms"]["exploit" if limit.get("on") == "show" else "create"]
    times = 1 if limit.get("per") is None else months(window, limit["per"])
    return times and (fee["currency"], round(Fraction(fee["minor"] * units, limit["max"] * times)))
