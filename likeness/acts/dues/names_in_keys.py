"""The names that uses have in the keys of what is owed for them: they have to last, and ids of rows of reports may not.

- Reports may number their rows alike. Under one licence the first report keeps its line ids, the others have their
  number behind them: `LINE@REPORT`, as where a use is asked for by its id.
- A report that was taken back and put back again has a new number; in keys it keeps its first one.
- A correction was also known by the names of the uses that it corrects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow
from likeness.scope.use import Use


class Named(NamedTuple):
    """A use whose id no other one under the licence has, and its names in keys, that for new words last."""

    use: Use
    names: tuple[str, ...]


class NamesInKeys:
    """What has to be known of reports and corrections to name uses."""

    def __init__(self, registry: Registry) -> None:
        self._first = registry.reports.first_numbers()
        self._corrections = registry.uses.corrections()

    def of(self, rows: Sequence[UseRow]) -> Iterator[Named]:
        """Yield the uses under one licence with their names, in their order."""
        alike = Counter(row.use.id for row in rows)
        first: dict[str, int] = {row.use.id: 0 for row in rows if row.report is None}
        for line, report in sorted(filter(None, map(self._source, rows)), key=lambda source: source[1]):
            first.setdefault(line, report)
        for row in rows:
            source = self._source(row)
            if source is None:
                yield Named(row.use, (*self._chain(row.use.id), row.use.id))
                continue
            line, report = source
            full = f"{line}@{report}"
            use = row.use if alike[row.use.id] == 1 else replace(row.use, id=f"{row.use.id}@{row.report}")
            yield Named(use, (full, line) if first[line] == report else (full,))

    def _source(self, row: UseRow) -> tuple[str, int] | None:
        """Return the line id of a row of a report, and the first number that its report had."""
        if row.report is None:
            return None
        return row.use.id.removesuffix(f"@{row.report}"), self._first.get(row.report, row.report)

    def _chain(self, name: str) -> tuple[str, ...]:
        return tuple(reversed(list(_corrected(self._corrections, name))))


def _corrected(corrections: Mapping[str, str], name: str) -> Iterator[str]:
    """Yield the ids of the uses that one corrects, the newest first."""
    seen = {name}
    while (name := corrections.get(name, "")) and name not in seen:
        seen.add(name)
        yield name
