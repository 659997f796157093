"""Licences: their terms, where they stand, and how to find them.

The signed bytes are a statement; everything here is an index of them, or a draft.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from likeness.licence.grants import grant_of
from likeness.licence.terms import Terms
from likeness.licence.terms_read import terms_from
from likeness.registry.columns import instant_to
from likeness.registry.db import Database
from likeness.registry.find_words import MOST_FOUND, fts_query
from likeness.registry.happenings import HappeningTable
from likeness.registry.licence_row import COLUMNS, STATE_NOW, LicenceRow, SignedRow, derived, row_from
from likeness.registry.masks import MaskTable
from likeness.registry.owing import Some

_NAMING = "SELECT licence FROM licence_likeness WHERE likeness = {likeness} ORDER BY licence DESC LIMIT {limit}"
_BEYOND = _NAMING.format(likeness="?1", limit="1 OFFSET ?2")
_ONCE = f"""SELECT id FROM licence WHERE id IN ({_NAMING.format(likeness="?2", limit="?3")}) AND own AND performer = ?4
    AND {STATE_NOW} IN ('in-force', 'suspended', 'expired') ORDER BY id DESC LIMIT ?5"""  # noqa: S608


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
        self._db.run(f"UPDATE licence SET {marks} WHERE id = ? AND digest IS NULL", (*columns.values(), row))  # noqa: S608
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
        self._db.run(f"UPDATE licence SET {marks} WHERE id = ?", (*values.values(), row))  # noqa: S608
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
            f"INSERT INTO licence ({columns}, own, drafted_at) VALUES ({marks}, 1, ?)",  # noqa: S608
            ((number, *row[:-2], row.signed_at) for number, row in enumerate(rows, first)),
        )
        self._db.many(
            "INSERT INTO licence_likeness (likeness, licence) VALUES (?, ?)",
            sorted((one, number) for number, row in enumerate(rows, first) for one in row.likenesses),
        )
        self._db.many(
            "INSERT INTO licence_text (rowid, words) VALUES (?, ?)",
            ((number, row.words) for number, row in enumerate(rows, first)),
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

    def likenesses_of(self, performer: str) -> set[str]:
        """Return the likenesses that licences of a performer (an id) name, drafts included."""
        sql = "SELECT likeness FROM licence_likeness JOIN licence ON licence.id = licence WHERE performer = ?"
        return {row[0] for row in self._db.rows(sql, (performer,))}

    def find(self, now: datetime, *, states: Sequence[str] = (), words: str = "", most: int = MOST_FOUND) -> list[int]:
        """Return the rows that match, newest first, at most `most`."""
        if (query := fts_query(words)) and not states:
            # The index of words walks its rows backwards by itself: of a million that match it reads the newest.
            sql = f"SELECT rowid FROM licence_text WHERE licence_text MATCH ? ORDER BY rowid DESC LIMIT {int(most)}"  # noqa: S608
            return [row[0] for row in self._db.rows(sql, (query,))]
        where = ["?1 IS NOT NULL"]  # the instant is bound even where no state is asked for: one set of values
        params: list[Any] = [instant_to(now)]
        if states:
            params.append(json.dumps(list(states)))
            where.append(f"{STATE_NOW} IN (SELECT value FROM json_each(?{len(params)}))")  # noqa: S608
        if query:
            params.append(query)
            where.append(f"id IN (SELECT rowid FROM licence_text WHERE licence_text MATCH ?{len(params)})")  # noqa: S608
        sql = f"SELECT id FROM licence WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT {int(most)}"  # noqa: S608
        return [row[0] for row in self._db.rows(sql, params)]

    def once_in_force(self, performer: str, likenesses: Iterable[str], now: datetime, most: int, farthest: int) -> Some:
        """Return own licences of a performer that are or were in force and were not ended early, newest first.

        Of each likeness the newest `farthest` are looked at, however many there are: its index walks them backwards.
        """
        found, whole = set[int](), True
        for likeness in sorted(likenesses):
            whole = whole and not self._db.rows(_BEYOND, (likeness, farthest))
            found.update(row[0] for row in self._db.rows(_ONCE, (instant_to(now), likeness, farthest, performer, most)))
        return Some(sorted(found, reverse=True)[:most], whole)

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
        return self._db.one(f"SELECT {', '.join(columns)} FROM licence WHERE id = ?", (row,)) != tuple(columns.values())  # noqa: S608

    def status_indices(self) -> set[int]:
        """Return the status indices in use."""
        return {row[0] for row in self._db.rows("SELECT status_index FROM licence WHERE status_index IS NOT NULL")}

    def counts(self, now: datetime) -> dict[str, int]:
        """Return how many licences are in each state."""
        sql = f"SELECT {STATE_NOW}, count(*) FROM licence GROUP BY 1"  # noqa: S608
        return dict(self._db.rows(sql, (instant_to(now),)))

    def _select(self, where: str, now: datetime, values: tuple[object, ...]) -> list[LicenceRow]:
        rows = self._db.rows(f"SELECT {COLUMNS} FROM licence {where}", (instant_to(now), *values))  # noqa: S608
        return [row_from(row) for row in rows]

    def _index(self, row: int, number: str, terms: Terms) -> None:
        for likeness in terms.likenesses:
            self._db.insert("licence_likeness", {"likeness": likeness, "licence": row})
        titles = [r[0] for r in self._db.rows(
            "SELECT title FROM double WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(terms.likenesses),)
        )]  # fmt: skip
        words = (number, terms.project.title, terms.licensee.name, terms.performer.name, *titles, *terms.likenesses,
                 terms.description)  # fmt: skip
        self._db.run("INSERT INTO licence_text (rowid, words) VALUES (?, ?)", (row, "\n".join(words)))
