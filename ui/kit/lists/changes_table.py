"""The table of an amendment: what is agreed today beside what it would be."""

from __future__ import annotations

from collections.abc import Sequence

from likeness.paper.words.compare import Comparison
from ui.kit.lists.comparison import ComparisonTable
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.words import tr


def changes_table(rows: Sequence[Comparison]) -> RoundFrame:
    """Return the table in its frame."""
    table = ComparisonTable((tr("Before"), tr("After")), tr("What it changes, term by term"), _spoken)
    table.show_rows(rows)
    return RoundFrame(table, "surface")


def _spoken(row: Comparison) -> str:
    return tr("{term}. Before: {before}. After: {after}.", term=row.label, before=row.allowed, after=row.used)
