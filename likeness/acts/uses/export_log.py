"""The log as a table for others: flags alone or everything, as CSV or XLSX, in the reader's language.

Each use with its facts as they were stated, its newest verdict and where its flag stands (the code; empty for a use in
scope); sentences only where something is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.names import people_and_titles
from likeness.acts.whose import performers_of_uses
from likeness.licence.terms import Terms
from likeness.paper.tables import write_table
from likeness.paper.words.reasons import why
from likeness.paper.words.voice import voice_for
from likeness.registry.flags import OPEN, Step
from likeness.registry.uses import UseRow
from likeness.scope.judge import Verdict
from likeness.scope.use import use_to
from likeness.values.codes import UNITS
from likeness.values.days import moment_text
from likeness.values.text import shown

if TYPE_CHECKING:
    import polars as pl

_FACTS = ("user", "likeness", "project", "act", "purpose", "medium", "territory", "language", "modification", "content",
          "age", "at", "made_at")  # fmt: skip
_HEADINGS = ("id", "verdict", "flag", "broken", "missing", "licences", "performers", *_FACTS,
             *(f"quantity.{unit}" for unit in UNITS.codes), "recorded_at", "report", "why")  # fmt: skip
_AT_ONCE = 1_000
_REJECTED = ("line", "reason", "field", "value")
Progress = Callable[[int, int], None]


def export_log(
    desk: Desk,
    path: Path,
    *,
    verdicts: Sequence[str] = (),
    words: str = "",
    language: str = "en",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the uses with one of the verdicts, or all; with `words` those that these find; returns how many."""
    written = 0

    def rows() -> Iterator[list[str]]:
        nonlocal written
        whole, uses = _asked_for(desk, verdicts, words)
        terms = _Named(desk, language)
        while some := list(islice(uses, _AT_ONCE)):
            flags = desk.registry.flags.newest([use.row for use in some])
            whose = performers_of_uses(desk.registry, some)
            for use in some:
                yield terms.row(use, flags.get(use.row), whose[use.row])
            written += len(some)
            if progress is not None:
                progress(written, max(whole, written))

    write_table(path, _HEADINGS, rows(), cancelled)
    return written


def _asked_for(desk: Desk, verdicts: Sequence[str], words: str) -> tuple[int, Iterator[UseRow]]:
    """Return how many uses are asked for, and the uses."""
    table = desk.registry.uses
    if words:
        found = table.find(verdicts=verdicts, words=words, most=sum(table.counts().values()))
        pages = (found[first : first + _AT_ONCE] for first in range(0, len(found), _AT_ONCE))
        return len(found), (use for page in pages for use in table.page(page))
    counts = table.counts()
    return sum(counts[one] for one in verdicts or counts), iter(table.walk(verdicts))


def export_rejected(rejected: Sequence[pl.DataFrame], path: Path, cancelled: Callable[[], bool] | None = None) -> int:
    """Write the rows of a report that could not be read: line, reason, field and what stood there."""
    rows = (
        tuple(shown("" if cell is None else str(cell)) for cell in row) for one in rejected for row in one.iter_rows()
    )
    write_table(path, _REJECTED, rows, cancelled)
    return sum(one.height for one in rejected)


class _Named:
    """Rows as text; the terms of a licence are read once."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk, self._language = desk, language
        self._now = desk.now()
        self._terms: dict[str, Terms] = {}
        self._voice = voice_for(desk.owner().role)
        self._titles = people_and_titles(desk.registry)

    def row(self, row: UseRow, flag: Step | None, performers: tuple[str, ...]) -> list[str]:
        """Return one use as cells."""
        facts, finding = use_to(row.use), row.newest
        named = self._named(finding.licences)
        told = why(self._language, row.use, finding, named, self._titles, voice=self._voice)
        stands = "" if flag is None and finding.verdict is Verdict.IN_SCOPE else (flag or Step(OPEN)).code
        cells = [row.use.id, finding.verdict.value, stands, *("|".join(x) for x in (finding.broken, finding.missing))]
        cells += ["|".join(finding.licences), "|".join(performers)]
        cells += [_cell(facts[name]) for name in _FACTS]
        cells += [_cell(row.use.quantity.get(unit)) for unit in UNITS.codes]
        cells += [moment_text(row.recorded_at), _cell(row.report), " ".join(told)]
        return [shown(cell) for cell in cells]

    def _named(self, numbers: Sequence[str]) -> dict[str, Terms]:
        for number in numbers:
            if number not in self._terms:
                found = self._desk.registry.licences.get(number, self._now)
                if found is not None:
                    self._terms[number] = found.terms
        return {number: self._terms[number] for number in numbers if number in self._terms}


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "|".join(str(one) for one in value) or "none"
    return "" if value is None else str(value)
