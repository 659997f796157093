"""Letters that were written: about what, to whom, with which number and sums, and the fingerprint of the file.

A number of an invoice is given once, in order, for each year, and never again: not after the invoice was taken back
either.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database
from likeness.values.money import Money

_COLUMNS = "id, kind, subject, company, language, number, sums, file, sha256, dated_on, recorded_at, taken_back"


@dataclass(frozen=True)
class LetterRow:
    """One letter. `number` is that of an invoice, else None; `sums` what it asks for; `dues` the keys of its lines."""

    id: int
    kind: str
    subject: str
    company: str
    language: str
    number: str | None
    sums: tuple[Money, ...]
    file: str
    sha256: bytes
    on: date
    recorded_at: datetime
    taken_back: bool = False
    dues: tuple[str, ...] = ()


class LetterTable:
    """All letters of a registry."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, letter: LetterRow, words: str) -> int:
        """Record a letter with its words as text; returns its id."""
        number = self._db.insert(
            "letter",
            {
                "kind": letter.kind,
                "subject": letter.subject,
                "company": letter.company,
                "language": letter.language,
                "number": letter.number,
                "sums": json.dumps([[str(one.minor), one.currency] for one in letter.sums]),  # of any size
                "file": letter.file,
                "sha256": letter.sha256,
                "words": words,
                "dated_on": letter.on.toordinal(),
                "recorded_at": instant_to(letter.recorded_at),
            },
        )
        self._db.many("INSERT INTO letter_due VALUES (?, ?)", [(due, number) for due in letter.dues])
        return number

    def mark(self, letter: int, *, taken_back: bool) -> None:
        """Let a letter count no more, or again."""
        self._db.run("UPDATE letter SET taken_back = ? WHERE id = ?", (int(taken_back), letter))

    def get(self, letter: int) -> LetterRow | None:
        """Return one letter, or None."""
        found = self._select("WHERE id = ?", (letter,))
        return found[0] if found else None

    def words(self, letter: int) -> str:
        """Return the words of a letter, as they were written; empty where there is none."""
        row = self._db.one("SELECT words FROM letter WHERE id = ?", (letter,))
        return "" if row is None else str(row[0])

    def all(self) -> list[LetterRow]:
        """Return every letter, newest first."""
        return self._select("ORDER BY id DESC", ())

    def about(self, subject: str) -> list[LetterRow]:
        """Return the letters about one thing, newest first."""
        return self._select("WHERE subject = ? ORDER BY id DESC", (subject,))

    def invoices_of(self, dues: Iterable[str]) -> dict[str, LetterRow]:
        """Return the invoice that counts, by the key of the due it asks for."""
        sql = (
            "SELECT due, letter FROM letter_due JOIN letter ON letter.id = letter "
            "WHERE NOT taken_back AND due IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.rows(sql, (json.dumps(list(dues)),))
        letters = {row.id: row for row in self._of([letter for _, letter in rows])}
        return {due: letters[letter] for due, letter in rows}

    def next_number(self, year: int) -> int:
        """Return the number the next invoice of a year gets; it is given by `give_number`."""
        row = self._db.one("SELECT last FROM invoice_number WHERE year = ?", (year,))
        return 1 if row is None else int(row[0]) + 1

    def give_number(self, year: int) -> int:
        """Give the next number of a year, for good."""
        number = self.next_number(year)
        self._db.run("INSERT OR REPLACE INTO invoice_number VALUES (?, ?)", (year, number))
        return number

    def _of(self, letters: Sequence[int]) -> list[LetterRow]:
        return self._select("WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(letters)),))

    def _select(self, where: str, values: tuple[object, ...]) -> list[LetterRow]:
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM letter {where}", values)
        ids = json.dumps([row[0] for row in rows])
        dues: dict[int, list[str]] = {}
        for due, letter in self._db.rows(
            "SELECT due, letter FROM letter_due WHERE letter IN (SELECT value FROM json_each(?)) ORDER BY due", (ids,)
        ):
            dues.setdefault(letter, []).append(due)
        return [_row(row, tuple(dues.get(row[0], ()))) for row in rows]


def _row(row: tuple[Any, ...], dues: tuple[str, ...]) -> LetterRow:
    return LetterRow(
        id=row[0],
        kind=row[1],
        subject=row[2],
        company=row[3],
        language=row[4],
        number=row[5],
        sums=tuple(Money(int(minor), currency) for minor, currency in json.loads(row[6])),
        file=row[7],
        sha256=bytes(row[8]),
        on=date.fromordinal(row[9]),
        recorded_at=instant_from(row[10]),
        taken_back=bool(row[11]),
        dues=dues,
    )
