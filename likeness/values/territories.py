"""Places: ISO 3166-1 and -2 codes and the groups of FORMAT section 1, whose membership is dated.

- Granting a country grants its parts (`US` grants `US-CA`), never the reverse.
- A place with a code of its own (AX, GL, RE, PR) is no part of another.
- XK is known; codes no longer in ISO 3166-1 (SU, AN, YU) are not.
- `ROW` stands in uses only: somewhere, not said where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

WORLD = "WORLD"
SOMEWHERE = "ROW"

COUNTRIES = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
    "BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH "
    "ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT "
    "HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI "
    "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG "
    "SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
    "UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split()
)

_ALWAYS = date.min
_Span = tuple[str, date, date | None]
# Group: a list of (members, first day, first day no longer, None while they are). Days from the treaties.
_GROUPS: dict[str, list[_Span]] = {
    "EU": [
        ("BE DE FR IT LU NL", date(1958, 1, 1), None),
        ("DK IE", date(1973, 1, 1), None),
        ("GB", date(1973, 1, 1), date(2020, 2, 1)),
        ("GR", date(1981, 1, 1), None),
        ("ES PT", date(1986, 1, 1), None),
        ("AT FI SE", date(1995, 1, 1), None),
        ("CY CZ EE HU LT LV MT PL SI SK", date(2004, 5, 1), None),
        ("BG RO", date(2007, 1, 1), None),
        ("HR", date(2013, 7, 1), None),
    ],
    "EEA": [
        ("AT BE DE DK ES FI FR GR IE IS IT LU NL NO PT SE", date(1994, 1, 1), None),
        ("GB", date(1994, 1, 1), date(2020, 2, 1)),
        ("LI", date(1995, 5, 1), None),
        ("CY CZ EE HU LT LV MT PL SI SK", date(2004, 5, 1), None),
        ("BG RO", date(2007, 8, 1), None),
        ("HR", date(2014, 4, 12), None),
    ],
    "EFTA": [
        ("CH NO", date(1960, 5, 3), None),
        ("DK GB", date(1960, 5, 3), date(1973, 1, 1)),
        ("PT", date(1960, 5, 3), date(1986, 1, 1)),
        ("AT SE", date(1960, 5, 3), date(1995, 1, 1)),
        ("IS", date(1970, 3, 1), None),
        ("FI", date(1986, 1, 1), date(1995, 1, 1)),
        ("LI", date(1991, 9, 1), None),
    ],
    "DACH": [("AT CH DE", _ALWAYS, None)],
    "NORDICS": [("DK FI IS NO SE", _ALWAYS, None)],
    "BENELUX": [("BE LU NL", _ALWAYS, None)],
    "LATAM": [("AR BO BR CL CO CR CU DO EC GT HN HT MX NI PA PE PR PY SV UY VE", _ALWAYS, None)],
    "MENA": [("AE BH DZ EG IL IQ IR JO KW LB LY MA OM PS QA SA SY TN YE", _ALWAYS, None)],
}
GROUPS = (WORLD, *_GROUPS)
_PART = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}", re.ASCII)


def is_place(code: str) -> bool:
    """Tell whether `code` is a known country or a part of one."""
    part = _PART.fullmatch(code)
    return code in COUNTRIES or (part is not None and part[1] in COUNTRIES)


def is_territory(code: str) -> bool:
    """Tell whether a licence may name `code`: a place or a group."""
    return code in GROUPS or is_place(code)


def country_of(place: str) -> str:
    """Return the country a place belongs to, itself if it is one."""
    return place[:2]


@lru_cache(maxsize=1)
def days_of_change() -> tuple[date, ...]:
    """Return, in order, every day on which the members of some group change; between two of them nothing does."""
    return _changes(span for group in _GROUPS.values() for span in group)


@lru_cache(maxsize=512)
def members(group: str, day: date) -> frozenset[str]:
    """Return the countries of a group on a day; WORLD is every known one."""
    if group == WORLD:
        return COUNTRIES
    spans = _GROUPS[group]
    inside = (codes for codes, first, after in spans if first <= day and (after is None or day < after))
    return frozenset(code for codes in inside for code in codes.split())


def membership_changes(groups: frozenset[str]) -> tuple[date, ...]:
    """Return the days on which some of the groups get or lose a member, in order; codes that are no group have none."""
    return _changes(span for group in groups & _GROUPS.keys() for span in _GROUPS[group])


def _changes(spans: Iterable[_Span]) -> tuple[date, ...]:
    days = {day for _, first, after in spans for day in (first, after) if day is not None}
    return tuple(sorted(days - {_ALWAYS}))


@lru_cache(maxsize=4096)
def covers_place(include: frozenset[str], exclude: frozenset[str], place: str, day: date) -> bool:
    """Tell whether a grant of `include` less `exclude` reaches all of `place` on `day`.

    An exclusion takes away the place and its parts; the whole is then no longer covered (FORMAT section 1).
    """
    taken = any(
        place in (gone, country_of(gone)) or country_of(place) == gone or _in_group(gone, place, day)
        for gone in exclude
    )
    given = any(place == code or country_of(place) == code or _in_group(code, place, day) for code in include)
    return given and not taken


def _in_group(code: str, place: str, day: date) -> bool:
    return code in GROUPS and country_of(place) in members(code, day)
