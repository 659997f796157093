"""Licences that may need somebody soon, found by the engine: no terms are read here, and never all licences.

- `open_now` may name a licence under which nothing is open (zones move days); it never leaves one out but for what
  follows from uses, which is what `following_uses` is for. The dues themselves are computed by `licence.dues`.
- Every answer has a limit and stops there, and looks no farther back than `FARTHEST` licences.
- One statement looks at few licences: the file has one writer, and a long reading would keep it waiting.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from likeness.registry.columns import day_to, instant_to
from likeness.registry.db import Database

FARTHEST = 50_000  # licences, the newest first, whose terms are looked into
_STRIDE, _MASK_STRIDE = 5_000, 50_000  # rows one statement looks at
EVER_IN_FORCE = "digest IS NOT NULL AND (accepted_at IS NOT NULL OR basis = 'consent')"
_A_DAY = timedelta(days=1)  # between a civil day in any zone and the same day in UTC there is one at most
# The number of a month, quarter, half-year or year since the year 0; `{day}` is a column or parameter.
_PERIOD = "((CAST(strftime('%Y', {day}) AS INTEGER) * 12 + CAST(strftime('%m', {day}) AS INTEGER) - 1) / months)"
_LABEL = """CASE months WHEN 1 THEN printf('%04d-%02d', after / 12, after % 12 + 1)
    WHEN 3 THEN printf('%04d-Q%d', after / 4, after % 4 + 1)
    WHEN 6 THEN printf('%04d-H%d', after / 2, after % 2 + 1) ELSE printf('%04d', after) END"""
# A fee is open as far as what was said of it, and of its rests, does not cover it (`licence.dues.spoken`).
FEE_OPEN = """fee_minor > 0 AND terms ->> '$.fee.basis' IN ('flat', 'revenue-share') AND fee_minor > (
    SELECT coalesce(sum(
        CASE WHEN due_owed.minor IS NULL THEN fee_minor ELSE coalesce(due_said.minor, due_owed.minor) END), 0)
    FROM due_said LEFT JOIN due_owed USING (due)
    WHERE due >= 'fee:' || number || ':once' AND due < 'fee:' || number || ':once;')"""
_DELETION = """terms ->> '$.delete_by' <= ?1
    AND NOT EXISTS (SELECT 1 FROM due_said WHERE due = 'deletion:' || number || ':copies')"""
# A report is open where more periods have run out than are said to be reported.
_REPORTS = f"""SELECT id FROM (
    SELECT id, number, months, min(ran_out, coalesce(last + 1, ran_out)) AS after, first FROM (
        SELECT id, number, months, {_PERIOD.format(day="start")} AS first, {_PERIOD.format(day="stop")} AS last,
            {_PERIOD.format(day="reported")} AS ran_out FROM (
            SELECT id, number,
                CASE terms ->> '$.reporting.every' WHEN 'month' THEN 1 WHEN 'quarter' THEN 3
                    WHEN 'half-year' THEN 6 ELSE 12 END AS months,
                max(CASE WHEN replaces IS NOT NULL THEN '' ELSE  -- it has the period that was running then
                        min(terms ->> '$.create.from', coalesce(terms ->> '$.exploit.from', '9999')) END,
                    date(coalesce(accepted_at, signed_at), 'unixepoch', '-1 day')) AS start,
                nullif(min(max(coalesce(terms ->> '$.create.to', '9999'),
                    CASE WHEN terms -> '$.exploit' = 'null' THEN ''
                    ELSE coalesce(terms ->> '$.exploit.to', '9999') END),
                    coalesce(date(withdrawn_at, 'unixepoch', '+1 day'), '9999')), '9999') AS stop,
                min(date(?1, '-' || (terms ->> '$.reporting.due_days') || ' days'),
                    coalesce(date(replaced_at, 'unixepoch', '+2 days'), '9999')) AS reported
            FROM licence WHERE id > ?2 AND id <= ?3 AND {EVER_IN_FORCE}
                AND terms ->> '$.reporting.every' IS NOT NULL)))
    WHERE after - first > (SELECT count(*) FROM due_said
        WHERE due > 'report:' || number || ':' AND due < 'report:' || number || ':' || {_LABEL})"""
_FOLLOWS = """(json_array_length(terms, '$.residuals') > 0 OR json_array_length(terms, '$.limits') > 0
    OR terms ->> '$.fee.basis' IN ('per-use', 'per-unit', 'per-day', 'revenue-share'))"""


_PLAIN = f"SELECT id FROM licence WHERE id > ?2 AND id <= ?3 AND {EVER_IN_FORCE} AND (({FEE_OPEN}) OR ({_DELETION}))"
_BY_USE = f"SELECT id FROM licence WHERE id > ?2 AND id <= ?3 AND {EVER_IN_FORCE} AND {_FOLLOWS}"


@dataclass(frozen=True)
class Some:
    """Rows of licences; `whole` is False where the limit was reached before all of them were looked at."""

    rows: list[int]
    whole: bool


class OwingTable:
    """Questions to the licences and to what is said of their dues."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def open_now(self, today: date, most: int) -> Some:
        """Return licences whose fee nobody said anything of, or with a report or deletion overdue."""
        plain, reports = self._newest(_PLAIN, today, most), self._newest(_REPORTS, today, most)
        return Some(list(dict.fromkeys([*plain.rows, *reports.rows])), plain.whole and reports.whole)

    def following_uses(self, most: int) -> Some:
        """Return licences that are paid by use, or limited."""
        return self._newest(_BY_USE, date.min, most)

    def ending(self, now: datetime, until: datetime, most: int) -> list[int]:
        """Return licences in force that end after now and not after `until`, the first to end first.

        Looks through the masks of all licences: they are small, and their days are those of the licence's zone.
        """
        first, last = day_to(now.date() - _A_DAY), day_to(until.date() + _A_DAY)
        found: list[tuple[int, int]] = []
        for low, high in strides(self._last("mask", "licence"), _MASK_STRIDE):
            sql = """SELECT licence FROM mask WHERE licence > ? AND licence <= ?
                AND max(create_to, exploit_to) BETWEEN ? AND ?"""
            near = [row[0] for row in self._db.rows(sql, (low, high, first, last))]
            found += self._still_in_force(near, now, until)
        return [row for _ends_at, row in sorted(found)[:most]]

    def _still_in_force(self, rows: list[int], now: datetime, until: datetime) -> list[tuple[int, int]]:
        sql = f"""SELECT ends_at, id FROM licence WHERE id IN (SELECT value FROM json_each(?3))
            AND ends_at > ?1 AND ends_at <= ?2 AND {EVER_IN_FORCE} AND NOT suspended
            AND coalesce(withdrawn_at > ?1, 1) AND coalesce(replaced_at > ?1, 1)"""
        values = (instant_to(now), instant_to(until), json.dumps(rows))
        return [(row[0], row[1]) for row in self._db.rows(sql, values)] if rows else []

    def settled_between(self, first: date, last: date, most: int) -> Some:
        """Return licences under which money was paid in those days, both included."""
        sql = f"""SELECT id FROM licence WHERE number IN (
            SELECT substr(rest, 1, instr(rest, ':') - 1) FROM (
                SELECT substr(due, instr(due, ':') + 1) AS rest FROM due_said WHERE NOT waived
                    AND on_day BETWEEN ?1 AND ?2 AND substr(due, 1, instr(due, ':') - 1) NOT IN ('report', 'deletion')))
            ORDER BY id DESC LIMIT {most + 1:d}"""
        rows = [row[0] for row in self._db.rows(sql, (day_to(first), day_to(last)))]
        return Some(rows[:most], len(rows) <= most)

    def _newest(self, sql: str, today: date, most: int) -> Some:
        """Look from the newest licence back, in strides, until there are enough."""
        day, newest, found = (today + _A_DAY).isoformat(), self._last("licence", "id"), list[int]()
        for low, high in strides(newest, _STRIDE):
            if high <= newest - FARTHEST or len(found) >= most:
                return Some(found[:most], whole=False)
            found += [row[0] for row in self._db.rows(f"{sql} ORDER BY id DESC", (day, low, high))]
        return Some(found[:most], len(found) <= most)

    def _last(self, table: str, column: str) -> int:
        row = self._db.one(f"SELECT max({column}) FROM {table}")
        return int(row[0] or 0) if row else 0


def strides(newest: int, stride: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of rows from the newest back: after the first, up to the second."""
    for high in range(newest, 0, -stride):
        yield high - stride, high
