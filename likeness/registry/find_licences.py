"""Finding licences: what is asked for, and in which order, as one statement with bound values.

- What is asked for is asked together: states, words and each thing that a `Narrow` names.
- A day counts to its end, in the zone of its licence. "Within 30 days" asks for instants, and needs no zone: what ends
  with the thirtieth day from today ends less than thirty-one times 24 hours from now, wherever that is.
- What is sorted falling is the exact reverse of what is sorted rising. No end comes after every end, no fee before
  every fee; fees of one currency stand together.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from likeness.registry.columns import instant_to
from likeness.registry.find_words import fts_query
from likeness.registry.licence_row import STATE_NOW, STATES
from likeness.registry.owing import EVER_IN_FORCE, FEE_OPEN
from likeness.registry.performers import CALLED as PERFORMER_CALLED
from likeness.values.days import day_in
from likeness.values.order import Order

WITHIN_30, WITHIN_90, THIS_YEAR, ENDED, NO_END = ENDS = ("within-30", "within-90", "this-year", "ended", "no-end")
COMPANY, PROJECT, LIKENESS, PERFORMER = ("company", "project", "likeness", "performer")
NEWEST = Order()
_DAYS = {WITHIN_30: 30, WITHIN_90: 90}
_ZONES = timedelta(days=2)  # a civil day begins and ends less than that before or after the same day in UTC
_EVER = -(2**60)  # before every instant: with one bound alone the engine looks through all rows, not into the index
_LAST_DAY = "max(terms ->> '$.create.to', coalesce(terms ->> '$.exploit.to', terms ->> '$.create.to'))"
# The fee that an amended licence agreed to already is not owed a second time.
_ASKED_BEFORE = """EXISTS (SELECT 1 FROM licence AS earlier WHERE earlier.number = licence.replaces
    AND earlier.digest IS NOT NULL AND (earlier.accepted_at IS NOT NULL OR earlier.basis = 'consent')
    AND earlier.fee_minor = licence.fee_minor AND earlier.fee_currency = licence.fee_currency
    AND earlier.terms ->> '$.fee.basis' IN ('flat', 'revenue-share'))"""
_CALLED = """(SELECT group_concat(said, ', ') FROM (
    SELECT DISTINCT coalesce({called} ->> coalesce(double.kind, one.value), double.kind, one.value) AS said
    FROM json_each(terms, '$.likenesses') AS one LEFT JOIN double ON double.id = one.value))"""
_RANK = "CASE {state} {ranks} END".format(
    state=STATE_NOW, ranks=" ".join(f"WHEN '{state}' THEN {rank}" for rank, state in enumerate(STATES))
)
_SORTED_BY: dict[str, tuple[str, ...]] = {
    "": (),
    "state": (_RANK,),
    "project": ("alphabet(title)", "title"),
    "company": ("alphabet(company)", "company"),
    "likeness": (f"alphabet({_CALLED})", _CALLED),
    "performer": (f"alphabet({PERFORMER_CALLED})", PERFORMER_CALLED),
    "ends": ("ends_at",),
    "fee": ("fee_currency", "fee_minor"),
}
ORDERS = tuple(_SORTED_BY)
_READ_WHOLE = ("state", LIKENESS, PERFORMER)  # orders for which every licence is read
# What occurs, each once: (what licences are narrowed by, what it is called).
_NAMED = {
    COMPANY: "SELECT DISTINCT company AS code, company AS name FROM licence",
    PROJECT: "SELECT DISTINCT title AS code, title AS name FROM licence",
    LIKENESS: """SELECT code, coalesce(double.title, code) AS name
        FROM (SELECT DISTINCT likeness AS code FROM licence_likeness) LEFT JOIN double ON double.id = code""",
    PERFORMER: f"""SELECT DISTINCT {PERFORMER_CALLED} AS code, {PERFORMER_CALLED} AS name
        FROM (SELECT DISTINCT performer FROM licence)""",
}


@dataclass(frozen=True)
class Narrow:
    """What a licence must be besides; empty asks for nothing.

    `ends` is one of `ENDS`; company and project (its title) are as they were signed, `likeness` an id, `performer` the
    name that is known here. `owing` asks for licences under which money is open.
    """

    ends: str = ""
    company: str = ""
    project: str = ""
    likeness: str = ""
    performer: str = ""
    owing: bool = False


EVERY = Narrow()


class Statement:
    """A statement that finds licences, put together from what is asked for; `values` are bound to it."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.values: list[object] = [instant_to(now)]  # ?1, also where no state is asked for
        self._where = ["?1 IS NOT NULL"]

    def _bind(self, value: object) -> str:
        self.values.append(value)
        return f"?{len(self.values)}"

    def ask(self, states: Sequence[str], words: str, narrow: Narrow, by_use: Sequence[int]) -> None:
        """Ask for licences in these states, with these words, and so narrowed; `by_use` owe what follows from uses."""
        if states:
            wanted = self._bind(json.dumps(list(states)))
            self._where.append(f"{STATE_NOW} IN (SELECT value FROM json_each({wanted}))")
        if query := fts_query(words):
            self._where.append(f"id IN (SELECT rowid FROM licence_text WHERE licence_text MATCH {self._bind(query)})")
        if narrow.ends:
            self._where.append(self._ending(narrow.ends))
        if narrow.company:
            self._where.append(f"company = {self._bind(narrow.company)}")
        if narrow.project:
            self._where.append(f"title = {self._bind(narrow.project)}")
        if narrow.likeness:
            of = self._bind(narrow.likeness)
            self._where.append(f"id IN (SELECT licence FROM licence_likeness WHERE likeness = {of})")
        if narrow.performer:
            name = self._bind(narrow.performer)  # asked for by ids first, which have an index
            self._where.append(f"performer IN (SELECT id FROM person WHERE name = {name} UNION SELECT {name})")
            self._where.append(f"{PERFORMER_CALLED} = {name}")
        if narrow.owing:
            counted = self._bind(json.dumps(list(by_use)))
            self._where.append(f"""(id IN (SELECT value FROM json_each({counted}))
                OR {EVER_IN_FORCE} AND {FEE_OPEN} AND NOT {_ASKED_BEFORE})""")

    def _ending(self, code: str) -> str:
        if code == NO_END:
            return "ends_at IS NULL"
        if code == ENDED:
            return f"ends_at BETWEEN {_EVER} AND ?1"
        if code == THIS_YEAR:
            year = day_in(self._now, "UTC").year
            return self._last_day_between(date(year, 1, 1), date(year, 12, 31))
        until = self._now + timedelta(days=_DAYS[code] + 1)
        return f"ends_at > ?1 AND ends_at <= {self._bind(instant_to(until))}"

    def _last_day_between(self, first: date, last: date) -> str:
        """Ask for the last day in the licence's own zone: its terms are read only where the zone may matter."""
        low, high = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (first, last))
        around = [self._bind(instant_to(at)) for at in (low - _ZONES, high + _ZONES + _ZONES)]
        within = [self._bind(instant_to(at)) for at in (low + _ZONES + _ZONES, high - _ZONES)]
        days = [self._bind(day.isoformat()) for day in (first, last)]
        return f"""ends_at BETWEEN {around[0]} AND {around[1]} AND (ends_at BETWEEN {within[0]} AND {within[1]}
            OR {_LAST_DAY} BETWEEN {days[0]} AND {days[1]})"""

    def find(self, order: Order, called: Mapping[str, str], most: int) -> str:
        """Return the statement: at most so many rows, in an order; `called` is what likenesses are called there."""
        by, _keys = self._sorted(order, called)
        return f"SELECT id FROM licence WHERE {' AND '.join(self._where)} ORDER BY {by} LIMIT {int(most)}"

    def find_between(self, order: Order, called: Mapping[str, str], most: int) -> str:
        """Return the same for the rows after one and up to another, bound last: what they are sorted by, and id."""
        by, keys = self._sorted(order, called)
        low, high = len(self.values) + 1, len(self.values) + 2
        where = " AND ".join((*self._where, f"id > ?{low}", f"id <= ?{high}"))
        return f"SELECT {', '.join((*keys, 'id'))} FROM licence WHERE {where} ORDER BY {by} LIMIT {int(most)}"

    def _sorted(self, order: Order, called: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
        turn = "DESC" if order.falling or not order.column else "ASC"
        keys = _SORTED_BY[order.column]
        if order.column == LIKENESS:
            said = self._bind(json.dumps(dict(called)))
            keys = tuple(one.format(called=said) for one in keys)
        none = " NULLS FIRST" if order.falling else " NULLS LAST"
        by = ", ".join(f"{one} {turn}{none if one == 'ends_at' else ''}" for one in (*keys, "id"))
        return by, keys


def in_strides(states: Sequence[str], narrow: Narrow, order: Order) -> bool:
    """Tell whether no index answers: then rows are read a stretch at a time.

    The file has one writer, and a long reading would keep it waiting.
    """
    return order.column in _READ_WHOLE or (not order.column and (bool(states) or narrow.owing))


def occurring(column: str) -> str:
    """Return the statement for what occurs in names of one kind: ?1 are letters in its name, ?2 how many at most."""
    return f"""SELECT code, name FROM ({_NAMED[column]}) WHERE instr(alphabet(name), ?1) > 0
        ORDER BY alphabet(name), name, code LIMIT ?2"""
