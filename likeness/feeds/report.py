"""A small report in memory: every row of it as a use, repeats kept apart (FORMAT section 6).

- Rows in = uses + rejected + duplicates; a repeat with other content is a duplicate that is counted as conflicting.
- A row without a `line_id` column is known by the hash of all its fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from likeness.feeds.batches import Batch, batches
from likeness.feeds.block import Fault
from likeness.feeds.mapping import Mapping
from likeness.feeds.sniff import sniff
from likeness.feeds.source import UTF8
from likeness.feeds.uses import identities, uses_of
from likeness.scope.use import Use


@dataclass(frozen=True)
class Report:
    """What a report holds; `uses` carry the row's identity as their id."""

    rows: int
    uses: tuple[Use, ...]
    rejected: tuple[Fault, ...]
    duplicates: int
    conflicting: int
    encoding: str


def read_report(path: Path, mapping: Mapping | None = None) -> Report:
    """Read a report, or raise Unreadable for one that is none, or of which no column is known."""
    seen: dict[str, Use] = {}
    rejected: list[Fault] = []
    rows = conflicting = decided = 0
    encoding = UTF8
    for batch in batches(sniff(path), mapping):
        encoding = batch.encoding
        rows += batch.rows
        rejected += (Fault(*row) for row in batch.rejected.iter_rows())
        for use in _named(batch):
            decided += 1
            conflicting += seen.setdefault(use.id, use) != use
    return Report(rows, tuple(seen.values()), tuple(rejected), decided - len(seen), conflicting, encoding)


def _named(batch: Batch) -> Iterator[Use]:
    uses = uses_of(batch.facts)
    if batch.has_line_id:
        return iter(uses)
    return (replace(use, id=name) for use, name in zip(uses, identities(batch.facts), strict=True))
