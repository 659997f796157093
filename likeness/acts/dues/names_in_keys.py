"""The names that uses have in the keys of what is owed for them: they have to last, and ids of rows of reports may not.

- A row of a report is named `LINE@NUMBER`: its line id, and the number that the first report of the same company for
  the same period had. Told again, corrected, or taken back with its report and told by another, it is the same row.
- It was also known by its line id alone, where no earlier report under the licence and no use written down by hand has
  that; by the first number that its own file had; and a correction by the ids of the uses that it corrects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow
from likeness.scope.use import Use
from likeness.values.days import Moment


class Named(NamedTuple):
    """A use whose id no other one under the licence has, its names in keys, that for new words last, and its past.

    `moved` are the moments of the versions that it corrects, the newest first.
    """

    use: Use
    names: tuple[str, ...]
    moved: tuple[Moment, ...] = ()


class NamesInKeys:
    """What has to be known of reports and corrections to name uses."""

    def __init__(self, registry: Registry) -> None:
        self._uses = registry.uses
        self._of_file, self._of_source = registry.reports.first_numbers()
        self._corrections, self._rows = registry.uses.corrections(), registry.corrections.rows()
        self._by_hand = registry.uses.by_hand()

    def of(self, rows: Sequence[UseRow]) -> Iterator[Named]:
        """Yield the uses under one licence with their names, in their order."""
        alike = Counter(row.use.id for row in rows)
        first: dict[str, int] = {}
        told = [(_line(row.use, row.report), self._of_file[row.report]) for row in rows if row.report is not None]
        for line, number in sorted(told, key=lambda one: one[1]):
            first.setdefault(line, number)
        for row in rows:
            if row.report is not None:
                full = f"{row.use.id}@{row.report}"
                use = row.use if alike[row.use.id] == 1 else replace(row.use, id=full)
                yield Named(use, self._of_row(_line(row.use, row.report), row.report, first))
            elif row.row in self._rows:
                yield self._of_correction(row)
            else:
                yield Named(row.use, (row.use.id,))

    def _of_row(self, line: str, report: int, first: Mapping[str, int]) -> tuple[str, ...]:
        number = self._of_file[report]
        before = (*self._free(line if first[line] == number else ""), f"{line}@{number}")
        return _last(before, f"{line}@{self._of_source[report]}")

    def _of_correction(self, row: UseRow) -> Named:
        report, line = self._rows[row.row]
        corrected = [self._uses.get(name) for name in _corrected(self._corrections, row.use.id)]
        earlier = [one for one in corrected if one is not None]
        before = [name for one in reversed(earlier) for name in self._free(one.use.id)]
        names = _last((*before, row.use.id), f"{line}@{self._of_source[report]}")
        return Named(row.use, names, tuple(one.use.at for one in earlier if one.use.at is not None))

    def _free(self, name: str) -> tuple[str, ...]:
        """Return a name that stood alone, or nothing where a use that was written down by hand has it."""
        return () if not name or name in self._by_hand else (name,)


def _line(use: Use, report: int) -> str:
    """Return the line id of a use that is a row of a report."""
    return use.id.removesuffix(f"@{report}")


def _last(before: Sequence[str], name: str) -> tuple[str, ...]:
    return (*(one for one in dict.fromkeys(before) if one != name), name)


def _corrected(corrections: Mapping[str, str], name: str) -> Iterator[str]:
    """Yield the ids of the uses that one corrects, the newest first."""
    seen = {name}
    while (name := corrections.get(name, "")) and name not in seen:
        seen.add(name)
        yield name
