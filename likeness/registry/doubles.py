"""Likenesses and their files. The files stay where the person keeps them; here are fingerprints and facts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from likeness.licence.rules.drafted import Recorded
from likeness.registry.columns import day_from, day_to, instant_from, instant_to
from likeness.registry.db import Database
from likeness.registry.find_words import MOST_FOUND
from likeness.scope.grant import Double
from likeness.values.alphabet import alphabet

_JUDGED = "SELECT id, performer, kind, derived_from, delete_by FROM double"
_NAMED = "id IN (SELECT value FROM json_each(?))"
_DATED = f"{_JUDGED} INDEXED BY double_gone WHERE delete_by IS NOT NULL AND {_NAMED}"
_DERIVED = f"{_JUDGED} INDEXED BY double_derived WHERE derived_from <> '[]' AND {_NAMED}"
MATCHES, MISSING, CHANGED = "matches", "missing", "changed"


@dataclass(frozen=True)
class FileRow:
    """One file of a likeness as last seen; `preview` is a small PNG or wave peaks, told by `preview_kind`."""

    path: str
    name: str
    format: str
    size: int
    sha256: bytes
    facts: dict[str, Any]
    preview: bytes | None
    preview_kind: str | None
    state: str
    checked_at: datetime


@dataclass(frozen=True)
class DoubleRow:
    """One likeness."""

    id: str
    kind: str
    title: str
    performer: str
    performer_name: str
    captured_on: date | None
    reason: str | None
    delete_by: date | None
    derived_from: tuple[str, ...]
    added_at: datetime
    files: tuple[FileRow, ...]

    def judged(self) -> Double:
        """Return what the judge needs of it."""
        return Double(self.id, self.performer, self.kind, self.derived_from, self.delete_by)


class Brief(NamedTuple):
    """A likeness as it is offered to be chosen: what it is, and whose."""

    id: str
    kind: str
    title: str
    performer: str
    performer_name: str


class DoubleTable:
    """All likenesses of a registry."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, double: DoubleRow) -> None:
        """Record a likeness with its files."""
        self._db.insert(
            "double",
            {
                "id": double.id,
                "kind": double.kind,
                "title": double.title,
                "performer": double.performer,
                "captured_on": day_to(double.captured_on),
                "reason": double.reason,
                "delete_by": day_to(double.delete_by),
                "derived_from": json.dumps(double.derived_from),
                "added_at": instant_to(double.added_at),
            },
        )
        for file in double.files:
            self._put_file(double.id, file)

    def put_many(self, doubles: Iterable[tuple[str, str, str, str]], at: datetime) -> None:
        """Record many likenesses without files: id, kind, title, performer."""
        added = instant_to(at)
        self._db.many(
            "INSERT INTO double (id, kind, title, performer, derived_from, added_at) VALUES (?, ?, ?, ?, '[]', ?)",
            ((*one, added) for one in doubles),
        )

    def saw_file(self, double: str, path: str, state: str, at: datetime) -> None:
        """Record what a check found."""
        self._db.run(
            "UPDATE double_file SET state = ?, checked_at = ? WHERE double = ? AND path = ?",
            (state, instant_to(at), double, path),
        )

    def moved_file(self, double: str, path: str, to: str, at: datetime) -> None:
        """Record where a file lies now; what it is stays."""
        self._db.run(
            "UPDATE double_file SET path = ?, state = ?, checked_at = ? WHERE double = ? AND path = ?",
            (to, MATCHES, instant_to(at), double, path),
        )

    def get(self, name: str) -> DoubleRow | None:
        """Return one likeness, or None."""
        found = self.some([name])
        return found[0] if found else None

    def some(self, names: Iterable[str]) -> list[DoubleRow]:
        """Return those likenesses that are recorded, in the order they were added."""
        return self._select(f"double.{_NAMED}", (json.dumps(sorted(names)),))

    def all(self) -> list[DoubleRow]:
        """Return every likeness, in the order they were added."""
        return self._select("1", ())

    def in_brief(self) -> list[Brief]:
        """Return every likeness without its files, in the order they were added."""
        rows = self._db.rows(
            "SELECT double.id, kind, title, performer, coalesce(person.name, performer) FROM double "
            "LEFT JOIN person ON person.id = performer ORDER BY double.rowid"
        )
        return [Brief(*row) for row in rows]

    def count(self) -> int:
        """Return how many there are."""
        row = self._db.one("SELECT count(*) FROM double")
        return int(row[0]) if row else 0

    def find(self, words: str = "", most: int = MOST_FOUND) -> list[str]:
        """Return the ids of those in whose title, id or kind the words stand, as they were added, at most `most`."""
        typed = alphabet(words.strip())
        where = "WHERE instr(alphabet(title || ' ' || id || ' ' || kind), ?1)" if typed else "WHERE ?1 = ''"
        return [
            row[0] for row in self._db.rows(f"SELECT id FROM double {where} ORDER BY rowid LIMIT {most:d}", (typed,))
        ]

    def kinds(self, names: Iterable[str]) -> dict[str, str]:
        """Return the kind of each of those likenesses that is recorded."""
        return dict(self._db.rows(f"SELECT id, kind FROM double WHERE {_NAMED}", (json.dumps(sorted(names)),)))

    def recorded(self, names: Iterable[str]) -> list[Recorded]:
        """Return what rules ask of those likenesses that are recorded; files and previews are not read."""
        return self._recorded("id IN (SELECT value FROM json_each(?)) ORDER BY rowid", json.dumps(sorted(names)))

    def past_their_day(self, today: date, most: int) -> list[Recorded]:
        """Return likenesses that were to be deleted before today, the oldest day first, at most `most`."""
        return self._recorded(f"delete_by < ? ORDER BY delete_by, id LIMIT {most:d}", day_to(today))

    def _recorded(self, where: str, value: object) -> list[Recorded]:
        sql = f"SELECT id, kind, title, captured_on, reason, delete_by FROM double WHERE {where}"
        rows = self._db.rows(sql, (value,))
        return [Recorded(*(*row[:3], day_from(row[3]), row[4], day_from(row[5]))) for row in rows]

    def lineage(self, names: Iterable[str]) -> list[Double]:
        """Return of some likenesses and their sources those that the judge asks for (FORMAT 4.9).

        They are to be deleted some day, or were derived from others: two small indexes know them.
        """
        found: dict[str, Double] = {}
        waiting = set(names)
        while waiting:
            asked = json.dumps(sorted(waiting))
            rows = self._db.rows(f"{_DATED} UNION ALL {_DERIVED}", (asked, asked))
            new = [Double(*(*row[:3], tuple(json.loads(row[3])), day_from(row[4]))) for row in rows]
            found |= {double.id: double for double in new}
            waiting = {one for double in new for one in double.derived_from} - found.keys()
        return list(found.values())

    def to_be_gone(self) -> list[str]:
        """Return the likenesses that should be deleted some day."""
        return [row[0] for row in self._db.rows("SELECT id FROM double WHERE delete_by IS NOT NULL")]

    def derived(self) -> dict[str, tuple[str, ...]]:
        """Return what each derived likeness was derived from."""
        rows = self._db.rows("SELECT id, derived_from FROM double WHERE derived_from <> '[]'")
        return {name: tuple(json.loads(sources)) for name, sources in rows}

    def of_performer(self, performer: str) -> set[str]:
        """Return the ids of the likenesses of a performer (an id)."""
        return {row[0] for row in self._db.rows("SELECT id FROM double WHERE performer = ?", (performer,))}

    def titles(self) -> dict[str, str]:
        """Return the title of every likeness by its id."""
        return dict(self._db.rows("SELECT id, title FROM double"))

    def _put_file(self, double: str, file: FileRow) -> None:
        self._db.insert(
            "double_file",
            {
                "double": double,
                "path": file.path,
                "name": file.name,
                "format": file.format,
                "size": file.size,
                "sha256": file.sha256,
                "facts": json.dumps(file.facts, ensure_ascii=False),
                "preview": file.preview,
                "preview_kind": file.preview_kind,
                "state": file.state,
                "checked_at": instant_to(file.checked_at),
            },
        )

    def _select(self, which: str, values: tuple[object, ...]) -> list[DoubleRow]:
        rows = self._db.rows(
            "SELECT double.id, kind, title, performer, coalesce(person.name, performer), captured_on, reason, "
            "delete_by, derived_from, added_at FROM double LEFT JOIN person ON person.id = performer "
            f"WHERE {which} ORDER BY double.rowid",
            values,
        )
        files = self._files(which, values)
        return [
            DoubleRow(
                *(
                    *row[:5],
                    day_from(row[5]),
                    row[6],
                    day_from(row[7]),
                    tuple(json.loads(row[8])),
                    instant_from(row[9]),
                    tuple(files.get(row[0], ())),
                )
            )
            for row in rows
        ]

    def _files(self, which: str, values: tuple[object, ...]) -> dict[str, list[FileRow]]:
        found: dict[str, list[FileRow]] = {}
        for double, *row in self._db.rows(
            "SELECT double, path, name, format, size, sha256, facts, preview, preview_kind, state, checked_at "
            f"FROM double_file WHERE double IN (SELECT id FROM double WHERE {which}) ORDER BY id",
            values,
        ):
            file = FileRow(*(*row[:5], json.loads(row[5]), *row[6:9], instant_from(row[9])))
            found.setdefault(double, []).append(file)
        return found
