"""Licences: their terms, where they stand, and how to find them.

The signed bytes are a statement; everything here is an index of them, or a draft.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from likeness.licence.grants import grant_of
from likeness.licence.terms import Terms
from likeness.licence.terms_read import terms_from
from likeness.registry.columns import instant_to
from likeness.registry.db import Database
from likeness.registry.find_licences import EVERY, NEWEST, Narrow, Statement, in_strides, occurring
from likeness.registry.find_words import MOST_FOUND, fts_query, laid
from likeness.registry.happenings import HappeningTable
from likeness.registry.licence_row import COLUMNS, STATE_NOW, LicenceRow, SignedRow, derived, row_from
from likeness.registry.masks import MaskTable
from likeness.registry.owing import strides
from likeness.values.alphabet import alphabet
from likeness.values.order import Order

HOLDING = ("in-force", "suspended")  # the states in which a company holds what it was given
STRIDE = 50_000  # licences that one statement reads where it has to read them all
NOTHING: Mapping[str, str] = MappingProxyType({})


class Holders(NamedTuple):
    """How many companies hold a likeness, and under how many licences."""

    companies: int
    licences: int


class LicenceTable:
    """All licences of a registry."""

    def __init__(self, database: Database, masks: MaskTable, happenings: HappeningTable) -> None:
        self._db = database
        self._masks = masks
        self._happenings = happenings

    def put_draft(
        self, number: str, terms: Terms, at: datetime, *, replaces: str | None = None, own: bool = True
    ) -> int:
        """Record a draft (or, with `own` False, a licence that came from elsewhere); returns its row."""
        fixed = {"number": number, "own": int(own), "drafted_at": instant_to(at), "replaces": replaces}
        row = self._db.insert("licence", {**fixed, **derived(terms)})
        self._index(row, number, terms)
        return row

    def change_draft(self, row: int, number: str, terms: Terms) -> None:
        """Put other terms into a draft."""
        columns = derived(terms)
        marks = ", ".join(f"{column} = ?" for column in columns)
        self._db.run(f"UPDATE licence SET {marks} WHERE id = ? AND digest IS NULL", (*columns.values(), row))
        self._db.run("DELETE FROM licence_likeness WHERE licence = ?", (row,))
        self._db.run("DELETE FROM licence_text WHERE rowid = ?", (row,))
        self._index(row, number, terms)

    def remove_draft(self, row: int) -> None:
        """Forget a draft."""
        self._db.run("DELETE FROM licence_text WHERE rowid = ?", (row,))
        self._db.run("DELETE FROM licence WHERE id = ? AND digest IS NULL", (row,))

    def mark(self, row: int, **columns: object) -> None:
        """Set columns that follow from a statement; instants are given as datetimes."""
        values = {name: instant_to(v) if isinstance(v, datetime) else v for name, v in columns.items()}
        marks = ", ".join(f"{name} = ?" for name in values)
        self._db.run(f"UPDATE licence SET {marks} WHERE id = ?", (*values.values(), row))
        self.derive(row)

    def derive(self, row: int) -> None:
        """Derive the mask of a signed licence from its terms and events; a draft has none."""
        found = self._db.one("SELECT number, terms, digest, accepted_at FROM licence WHERE id = ?", (row,))
        if found is not None and found[2] is not None:
            terms = terms_from(json.loads(found[1]))
            grant = grant_of(found[0], terms, signed=True, accepted=found[3] is not None)
            self._masks.put(row, grant, self._happenings.touching(grant.number, grant.performer))

    def underived(self) -> list[int]:
        """Return the signed licences that have no mask yet: those of a registry from before there were any."""
        rows = self._db.rows("SELECT id FROM licence WHERE digest IS NOT NULL AND id NOT IN (SELECT licence FROM mask)")
        return [row[0] for row in rows]

    def put_many(self, rows: list[SignedRow]) -> int:
        """Record many licences that are signed already; returns the row of the first one. Masks are the caller's."""
        found = self._db.one("SELECT coalesce(max(id), 0) + 1 FROM licence")
        first = int(found[0]) if found else 1
        columns = ", ".join(("id", *SignedRow._fields[:-2]))
        marks = ", ".join("?" * (len(SignedRow._fields) - 1))
        self._db.many(
            f"INSERT INTO licence ({columns}, own, drafted_at) VALUES ({marks}, 1, ?)",
            ((number, *row[:-2], row.signed_at) for number, row in enumerate(rows, first)),
        )
        self._db.many(
            "INSERT INTO licence_likeness (likeness, licence) VALUES (?, ?)",
            sorted((one, number) for number, row in enumerate(rows, first) for one in row.likenesses),
        )
        self._db.many(
            "INSERT INTO licence_text (rowid, words) VALUES (?, ?)",
            ((number, laid(row.words)) for number, row in enumerate(rows, first)),
        )
        return first

    def numbers_of(self, year: int) -> list[str]:
        """Return the numbers given in a year."""
        return [row[0] for row in self._db.rows("SELECT number FROM licence WHERE number LIKE ?", (f"{year:04}-%",))]

    def years(self) -> list[int]:
        """Return the years in which signed licences were numbered, the newest first."""
        sql = "SELECT DISTINCT CAST(substr(number, 1, 4) AS INTEGER) FROM licence WHERE digest IS NOT NULL"
        return [row[0] for row in self._db.rows(f"{sql} ORDER BY 1 DESC")]

    def get(self, number: str, now: datetime) -> LicenceRow | None:
        """Return the licence of a number, or None."""
        found = self._select("WHERE number = ?2", now, (number,))
        return found[0] if found else None

    def with_digest(self, digest: bytes, now: datetime) -> LicenceRow | None:
        """Return the licence with that digest, or None."""
        found = self._select("WHERE digest = ?2", now, (digest,))
        return found[0] if found else None

    def naming(self, likenesses: Iterable[str], now: datetime) -> list[LicenceRow]:
        """Return every licence that names one of the likenesses, drafts included."""
        names = json.dumps(sorted(likenesses))
        inner = "SELECT licence FROM licence_likeness WHERE likeness IN (SELECT value FROM json_each(?2))"
        return self._select(f"WHERE licence.id IN ({inner}) ORDER BY number", now, (names,))

    def holders(self, likenesses: Iterable[str], now: datetime) -> dict[str, Holders]:
        """Return of each of those likenesses that somebody holds how many companies do, and under how many licences."""
        sql = f"""SELECT likeness, count(DISTINCT company), count(*) FROM licence_likeness
            JOIN licence ON licence.id = licence_likeness.licence
            WHERE likeness IN (SELECT value FROM json_each(?2)) AND {STATE_NOW} IN {HOLDING} GROUP BY likeness"""
        rows = self._db.rows(sql, (instant_to(now), json.dumps(sorted(likenesses))))
        return {row[0]: Holders(row[1], row[2]) for row in rows}

    def likenesses_of(self, performer: str) -> set[str]:
        """Return the likenesses that licences of a performer (an id) name, drafts included."""
        sql = "SELECT likeness FROM licence_likeness JOIN licence ON licence.id = licence WHERE performer = ?"
        return {row[0] for row in self._db.rows(sql, (performer,))}

    def find(
        self,
        now: datetime,
        *,
        states: Sequence[str] = (),
        words: str = "",
        narrow: Narrow = EVERY,
        by_use: Sequence[int] = (),
        order: Order = NEWEST,
        called: Mapping[str, str] = NOTHING,
        most: int = MOST_FOUND,
    ) -> list[int]:
        """Return the rows that match, in an order (the newest first), at most `most`.

        `by_use` are rows that owe money for uses, which the engine cannot tell; `called` says how a kind of likeness,
        or one that is not recorded here (by its id), is called where rows are sorted by likeness.
        """
        if (query := fts_query(words)) and not states and narrow == EVERY and order == NEWEST:
            # The index of words walks its rows backwards by itself: of a million that match it reads the newest.
            sql = f"SELECT rowid FROM licence_text WHERE licence_text MATCH ? ORDER BY rowid DESC LIMIT {int(most)}"
            return [row[0] for row in self._db.rows(sql, (query,))]
        asked = Statement(now)
        asked.ask(states, words, narrow, by_use)
        if in_strides(states, narrow, order):
            return _found_in_strides(self._db, asked, order, called, most)
        sql = asked.find(order, called, most)
        return [row[0] for row in self._db.rows(sql, asked.values)]

    def occurring(self, column: str, typed: str, most: int) -> list[tuple[str, str]]:
        """Return companies, projects, likenesses or performers of licences, with what they are called, by their names.

        `typed` are letters that stand somewhere in the name, whatever their accents; empty is all, at most `most`.
        """
        return [(row[0], row[1]) for row in self._db.rows(occurring(column), (alphabet(typed.strip()), most))]

    def page(self, rows: Sequence[int], now: datetime) -> list[LicenceRow]:
        """Return the licences of those rows, in that order."""
        inner = "SELECT value FROM json_each(?2)"
        found = {r.row: r for r in self._select(f"WHERE licence.id IN ({inner})", now, (json.dumps(list(rows)),))}
        return [found[row] for row in rows if row in found]

    def all_own(self, now: datetime) -> list[LicenceRow]:
        """Return every licence issued here, by number."""
        return self._select("WHERE own ORDER BY number", now, ())

    def all(self, now: datetime) -> list[LicenceRow]:
        """Return every licence, by number."""
        return self._select("ORDER BY number", now, ())

    def differs(self, row: int) -> bool:
        """Tell whether a column derived from terms says something else than the terms do."""
        text = self._db.one("SELECT terms FROM licence WHERE id = ?", (row,))
        columns = derived(terms_from(json.loads(text[0]))) if text else {}
        return self._db.one(f"SELECT {', '.join(columns)} FROM licence WHERE id = ?", (row,)) != tuple(columns.values())

    def status_indices(self) -> set[int]:
        """Return the status indices in use."""
        return {row[0] for row in self._db.rows("SELECT status_index FROM licence WHERE status_index IS NOT NULL")}

    def counts(self, now: datetime) -> dict[str, int]:
        """Return how many licences are in each state."""
        sql, found = f"SELECT {STATE_NOW}, count(*) FROM licence WHERE id > ?2 AND id <= ?3 GROUP BY 1", Counter[str]()
        for low, high in _strides(self._db):
            found.update(dict(self._db.rows(sql, (instant_to(now), low, high))))
        return dict(found)

    def _select(self, where: str, now: datetime, values: tuple[object, ...]) -> list[LicenceRow]:
        rows = self._db.rows(f"SELECT {COLUMNS} FROM licence {where}", (instant_to(now), *values))
        return [row_from(row) for row in rows]

    def _index(self, row: int, number: str, terms: Terms) -> None:
        for likeness in terms.likenesses:
            self._db.insert("licence_likeness", {"likeness": likeness, "licence": row})
        titles = [r[0] for r in self._db.rows(
            "SELECT title FROM double WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(terms.likenesses),)
        )]  # fmt: skip
        words = (number, terms.project.title, terms.licensee.name, terms.performer.name, *titles, *terms.likenesses,
                 terms.description)  # fmt: skip
        self._db.run("INSERT INTO licence_text (rowid, words) VALUES (?, ?)", (row, laid("\n".join(words))))


def _found_in_strides(database: Database, asked: Statement, order: Order, called: Mapping[str, str], most: int
                      ) -> list[int]:  # fmt: skip
    """Find a stretch at a time from the newest back; where the newest are wanted, `most` of them are enough."""
    sql, found = asked.find_between(order, called, most), list[tuple[Any, ...]]()
    for low, high in _strides(database):
        found += database.rows(sql, (*asked.values, low, high))
        if order.column:
            found = sorted(found, reverse=order.falling)[:most]
        elif len(found) >= most:
            break
    return [row[-1] for row in found[:most]]


def _strides(database: Database) -> Iterator[tuple[int, int]]:
    row = database.one("SELECT max(id) FROM licence")
    return strides(int(row[0] or 0) if row else 0, STRIDE)
