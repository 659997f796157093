"""Verdicts on uses. One is never overwritten: what arrives later adds another, with its date and cause.

A finding is kept as bits and licences; what these do not say (each licence's own terms where several are named, how far
a limit was passed) stands beside them as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from likeness.bulk.bits import bits_of, terms_of
from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database
from likeness.scope.judge import Finding, Verdict
from likeness.scope.limits import Overrun

if TYPE_CHECKING:
    import polars as pl

_COLUMNS = "use, verdict, broken, missing, licences, found, cause, recorded_at"
Packed = tuple[str, int, int, str, str]
_TO_ESCAPE = r"[^ !#-\[\]-~]"  # what JSON does not write as it stands


@dataclass(frozen=True)
class FindingRow:
    """One verdict on a use, with its date and cause (`logged`, `imported`, `late-row`, `withdrawn`...)."""

    finding: Finding
    cause: str
    recorded_at: datetime


class FindingTable:
    """All verdicts on the uses that are rows of their own."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, use: int, finding: Finding, at: datetime, cause: str) -> None:
        """Add a verdict beside the earlier ones; lists show the newest."""
        self.put_all([use], [packed(finding)], at, cause)

    def put_all(self, uses: Sequence[int], findings: Sequence[Packed], at: datetime, cause: str) -> None:
        """Add verdicts on many uses, each as `put` does."""
        rows = ((use, *finding, cause, instant_to(at)) for use, finding in zip(uses, findings, strict=True))
        self._db.many(f"INSERT INTO finding ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        verdicts = ((finding[0], use) for use, finding in zip(uses, findings, strict=True))
        self._db.many("UPDATE use SET verdict = ? WHERE row = ?", verdicts)

    def of(self, uses: Sequence[tuple[int, str]]) -> dict[int, list[FindingRow]]:
        """Return the verdicts of uses (row, id), oldest first."""
        names = dict(uses)
        found: dict[int, list[FindingRow]] = {}
        for use, *row in self._db.rows(
            f"SELECT {_COLUMNS} FROM finding WHERE use IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(names)),),
        ):
            finding = unpacked(names[use], row)
            found.setdefault(use, []).append(FindingRow(finding, row[5], instant_from(row[6])))
        return found


def packed(finding: Finding) -> Packed:
    """Return what is kept of a finding, the columns from `verdict` to `found`."""
    return (
        finding.verdict.value,
        bits_of(finding.broken),
        bits_of(finding.missing),
        json.dumps(finding.licences),
        _rest(finding),
    )


def lists_of(numbers: pl.Series) -> pl.Series:
    """Return the list that `packed` makes of each licence alone; a number is a stranger's text and may hold a quote."""
    alone = '["' + numbers + '"]'
    odd = numbers.str.contains(_TO_ESCAPE).fill_null(value=False).arg_true()
    return alone.scatter(odd, [json.dumps([number]) for number in numbers.gather(odd).to_list()])


def rest_of(licences: pl.Series, broken: pl.Series, missing: pl.Series, overruns: pl.Series) -> pl.Series:
    """Return what `packed` keeps besides the bits, of findings of one licence each that passed a limit of it.

    `licences` are of `lists_of`, `broken` and `missing` are bits, `overruns` JSON lists without their brackets.
    """
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    terms = {bits: json.dumps(terms_of(bits)) for bits in {*broken.to_list(), *missing.to_list()}}
    told = {name: bits.replace_strict(terms, return_dtype=pl.String) for name, bits in
            (("broken", broken), ("missing", missing))}  # fmt: skip
    frame = pl.DataFrame({"number": licences.str.slice(1).str.head(-1), **told, "overruns": overruns})
    form = '{{"by_licence": [[{}, {}, {}]], "overruns": [{}]}}'
    return frame.select(pl.format(form, *frame.columns)).to_series()


def several_of(licences: pl.Series) -> pl.Series:
    """Return what `packed` keeps besides the bits of findings in scope: each licence's own terms where it says several.

    `licences` are JSON lists, null where a row rests on one alone.
    """
    import polars as pl  # noqa: PLC0415  see rest_of

    terms = {text: _in_scope(json.loads(text)) for text in licences.drop_nulls().unique().to_list()}
    return licences.replace_strict(terms, default="", return_dtype=pl.String)


def _in_scope(licences: list[str]) -> str:
    numbers = tuple(licences)
    return _rest(Finding("", Verdict.IN_SCOPE, licences=numbers, by_licence=tuple((one, (), ()) for one in numbers)))


def _rest(finding: Finding) -> str:
    """Return what bits and licences do not say; empty where they say all."""
    if finding.by_licence == _plain(finding.licences, finding.broken, finding.missing) and not finding.overruns:
        return ""
    overruns = [_told(over) for over in finding.overruns]
    return json.dumps({"by_licence": finding.by_licence, "overruns": overruns})


def _told(over: Overrun) -> list[Any]:
    """Return the parts of an overrun, without those at its end that are not told."""
    parts = list(astuple(over))
    while parts[-1] is None:
        parts.pop()
    return parts


def _plain(licences: tuple[str, ...], broken: tuple[str, ...], missing: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple((number, broken, missing) for number in licences) if len(licences) < 2 else ()


def unpacked(name: str, row: Sequence[Any]) -> Finding:
    """Return the finding on a use (its id) that stands in the columns from `verdict` to `found`."""
    verdict, broken, missing, licences = row[0], terms_of(row[1]), terms_of(row[2]), tuple(json.loads(row[3]))
    rest = json.loads(row[4]) if row[4] else {}
    by_licence = _plain(licences, broken, missing)
    if rest:
        by_licence = tuple((number, tuple(own), tuple(lacks)) for number, own, lacks in rest["by_licence"])
    overruns = tuple(Overrun(*over) for over in rest.get("overruns", ()))
    return Finding(name, Verdict(verdict), broken, missing, licences, by_licence, overruns)
