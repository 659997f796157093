"""Uses and what was found of them. A verdict is never overwritten: what arrives later adds one beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database
from likeness.registry.licences import MOST_FOUND, fts_query
from likeness.scope.judge import Finding, Verdict
from likeness.scope.limits import Overrun
from likeness.scope.use import Use, use_from, use_to
from likeness.values.days import start_utc


@dataclass(frozen=True)
class FindingRow:
    """One verdict on a use, with its date and cause (`logged`, `late-row`, `withdrawn`...)."""

    finding: Finding
    cause: str
    recorded_at: datetime


@dataclass(frozen=True)
class UseRow:
    """One use with its verdicts, newest last."""

    row: int
    use: Use
    recorded_at: datetime
    findings: tuple[FindingRow, ...]

    @property
    def newest(self) -> Finding:
        return self.findings[-1].finding


class UseTable:
    """All uses of a registry."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, use: Use, finding: Finding, at: datetime, cause: str, words: str) -> int:
        """Record a use with its first verdict; returns its row."""
        row = self._db.insert(
            "use",
            {
                "id": use.id,
                "facts": json.dumps(use_to(use), ensure_ascii=False),
                "user": use.user,
                "project": use.project,
                "at": None if use.at is None else instant_to(start_utc(use.at)),
                "recorded_at": instant_to(at),
                "verdict": finding.verdict.value,
            },
        )
        for likeness in use.likeness:
            self._db.insert("use_likeness", {"likeness": likeness, "use": row})
        self._db.run("INSERT INTO use_text (rowid, words) VALUES (?, ?)", (row, words))
        self.add_finding(row, finding, at, cause)
        return row

    def add_finding(self, row: int, finding: Finding, at: datetime, cause: str) -> None:
        """Add a verdict beside the earlier ones; lists show the newest."""
        self._db.insert(
            "finding",
            {
                "use": row,
                "verdict": finding.verdict.value,
                "found": json.dumps(_found_to(finding)),
                "cause": cause,
                "recorded_at": instant_to(at),
            },
        )
        self._db.run("UPDATE use SET verdict = ? WHERE row = ?", (finding.verdict.value, row))

    def get(self, name: str) -> UseRow | None:
        """Return the use of an id, or None."""
        found = self._select("WHERE id = ?", (name,))
        return found[0] if found else None

    def find(self, *, verdicts: Sequence[str] = (), words: str = "", most: int = MOST_FOUND) -> list[int]:
        """Return the rows that match, newest first, at most `most`."""
        where: list[str] = []
        params: list[object] = []
        if verdicts:
            where.append("verdict IN (SELECT value FROM json_each(?))")
            params.append(json.dumps(list(verdicts)))
        if query := fts_query(words):
            where.append("row IN (SELECT rowid FROM use_text WHERE use_text MATCH ?)")
            params.append(query)
        clause = f"WHERE {' AND '.join(where)}" if where else ""
        sql = f"SELECT row FROM use {clause} ORDER BY at DESC NULLS FIRST, row DESC LIMIT {int(most)}"  # noqa: S608
        return [row[0] for row in self._db.rows(sql, params)]

    def page(self, rows: Sequence[int]) -> list[UseRow]:
        """Return the uses of those rows, in that order."""
        found = {
            r.row: r for r in self._select("WHERE row IN (SELECT value FROM json_each(?))", (json.dumps(list(rows)),))
        }
        return [found[row] for row in rows if row in found]

    def counts(self) -> dict[str, int]:
        """Return how many uses have each verdict."""
        return {**{v.value: 0 for v in Verdict}, **dict(self._db.rows("SELECT verdict, count(*) FROM use GROUP BY 1"))}

    def naming(self, likenesses: Iterable[str]) -> list[UseRow]:
        """Return every use of one of the likenesses."""
        inner = "SELECT use FROM use_likeness WHERE likeness IN (SELECT value FROM json_each(?))"
        return self._select(f"WHERE row IN ({inner})", (json.dumps(sorted(likenesses)),))

    def _select(self, where: str, values: tuple[object, ...]) -> list[UseRow]:
        rows = self._db.rows(f"SELECT row, facts, recorded_at FROM use {where}", values)  # noqa: S608
        findings = self._findings([row[0] for row in rows])
        return [
            UseRow(row, use_from(json.loads(facts)), instant_from(at), tuple(findings.get(row, ())))
            for row, facts, at in rows
        ]

    def _findings(self, rows: Sequence[int]) -> dict[int, list[FindingRow]]:
        found: dict[int, list[FindingRow]] = {}
        for use, text, cause, at in self._db.rows(
            "SELECT use, found, cause, recorded_at FROM finding "
            "WHERE use IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(rows)),),
        ):
            row = FindingRow(_found_from(json.loads(text)), cause, instant_from(at))
            found.setdefault(use, []).append(row)
        return found


def _found_to(finding: Finding) -> dict[str, Any]:
    return {
        "use": finding.use,
        "verdict": finding.verdict.value,
        "broken": finding.broken,
        "missing": finding.missing,
        "licences": finding.licences,
        "by_licence": finding.by_licence,
        "overruns": [[x.unit, x.most, x.so_far, x.asked] for x in finding.overruns],
    }


def _found_from(found: dict[str, Any]) -> Finding:
    return Finding(
        found["use"],
        Verdict(found["verdict"]),
        tuple(found["broken"]),
        tuple(found["missing"]),
        tuple(found["licences"]),
        tuple((number, tuple(broken), tuple(missing)) for number, broken, missing in found["by_licence"]),
        tuple(Overrun(*over) for over in found["overruns"]),
    )
