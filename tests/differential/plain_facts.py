"""Days, places and languages for the second judge: only what FORMAT sections 1 and 4 say, in the plainest way.

- Everything is the JSON of a world: text in, text out; `None` where a fact is not stated.
- Of the house it takes the tables of codes and the dates of the groups, never a rule.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from likeness.values import territories

MICROSECOND = timedelta(microseconds=1)
FIRST = datetime.min.replace(tzinfo=UTC)


def is_bare(moment):
    return len(moment) == len("2026-03-01")


def instant(text):
    return datetime.fromisoformat(text).astimezone(UTC)


def day_of(moment, zone):
    """A bare date as it stands; an instant's day in the zone (FORMAT 4.5)."""
    if is_bare(moment):
        return date.fromisoformat(moment)
    try:
        return instant(moment).astimezone(ZoneInfo(zone)).date()
    except OverflowError:  # that zone has no such day: it stands as it was written
        return datetime.fromisoformat(moment).date()


def is_after(moment, event, zone):
    """True from the event's own instant on, False before it, None where it falls inside a bare date (FORMAT 4.6)."""
    if not is_bare(moment):
        return instant(moment) >= event
    day = date.fromisoformat(moment).toordinal()
    if day_number(event, zone) != day:
        return day_number(event, zone) < day
    if event == FIRST:  # there is nothing before it
        begins_the_day = event.astimezone(ZoneInfo(zone)).time() == time()
    else:
        begins_the_day = day_number(event - MICROSECOND, zone) < day
    return True if begins_the_day else None


def day_number(event, zone):
    """The civil day of an instant; before and after all days where the zone has none."""
    try:
        return event.astimezone(ZoneInfo(zone)).date().toordinal()
    except OverflowError:
        return 0 if event.year == 1 else date.max.toordinal() + 1


def is_in(day, window):
    return window["from"] <= day.isoformat() and (window.get("to") is None or day.isoformat() <= window["to"])


def members(group, day):
    """The countries of a group on a day; without a day, of the newest table."""
    if group == "WORLD":
        return sorted(territories.COUNTRIES)
    found = []
    for codes, first, after in territories._GROUPS[group]:
        if (first <= day and (after is None or day < after)) if day else after is None:
            found += codes.split()
    return sorted(found)


def is_known_place(code):
    country, _, part = code.partition("-")
    known = country in territories.COUNTRIES
    return known and (code == country or re.fullmatch("[A-Z0-9]{1,3}", part, re.ASCII) is not None)


def place_state(grant, place, day):
    """Read one cell's territory against `{"include", "exclude"}`, its groups as they were on `day`."""
    include, exclude = grant["include"], grant.get("exclude") or []
    if "WORLD" in include and not exclude:
        return "kept"
    if place is None or not is_known_place(place):  # ROW is no known place either
        return "missing"
    for code in exclude:
        if place in countries_and_parts(code, day, place) or code.startswith(place + "-"):
            return "broken"
    for code in include:
        if place in countries_and_parts(code, day, place):
            return "kept"
    return "broken"


def countries_and_parts(code, day, place):
    """What a code in a grant reaches, as far as `place` can ask: the code's countries, and `place` if it is a part."""
    reached = members(code, day) if code in territories.GROUPS else [code]
    return [*reached, place] if place[:2] in reached else reached


def language_state(granted, used):
    if "*" in granted:
        return "kept"
    if used is not None and used.lower() == "zxx":
        return "kept"
    if used is None or used.lower().split("-")[0] in ("und", "mul"):
        return "missing"
    if not re.fullmatch("[a-z]{2,3}(-[a-z0-9]{1,8})*", used.lower(), re.ASCII):
        return "missing"
    for language in granted:
        if used.lower() == language.lower() or used.lower().startswith(language.lower() + "-"):
            return "kept"
    return "broken"
