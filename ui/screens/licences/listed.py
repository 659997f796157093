"""The table of licences: its columns, their widths and which of them go first, how a row is spoken."""

from __future__ import annotations

from ui.kit.lists.rows import Column, Rows
from ui.kit.lists.table import Table
from ui.kit.look.badges import state_word
from ui.kit.look.text_size import grown
from ui.kit.words import tr
from ui.screens.licences.state import Cells

KINDS = ("badge", "strong", "text", "text", "day", "figure")
WIDTHS = (126, 0, 156, 84, 86, 112)
COLUMNS = ("state", "project", "company", "likeness", "ends", "fee")  # as the registry sorts by them
COMPANY, LIKENESS, ENDS = 2, 3, 4
DROP_LIKENESS, DROP_COMPANY = 640, 560  # widths of the table below which a column goes; the pane still has both


class LicenceTable(Table):
    """The table, drawn from a model of `columns()`."""

    def __init__(self, model: Rows[Cells]) -> None:
        super().__init__(model, KINDS, WIDTHS, _hue, tr("Licences"), COLUMNS)

    def fit(self, wide: int) -> None:
        """Leave out the columns there is no room for in `wide` pixels."""
        self.setColumnHidden(LIKENESS, wide < grown(DROP_LIKENESS))
        self.setColumnHidden(COMPANY, wide < grown(DROP_COMPANY))


def columns() -> list[Column[Cells]]:
    """Return the columns of the table, in order."""
    return [
        Column(tr("State"), lambda row: row.state),
        Column(tr("Project"), lambda row: row.project),
        Column(tr("Company"), lambda row: row.company),
        Column(tr("Likeness"), lambda row: row.likeness),
        Column(tr("Ends"), lambda row: row.ends),
        Column(tr("Fee"), lambda row: row.fee, right=True),
    ]


def spoken(row: Cells) -> str:
    """Say a row for whoever does not see it."""
    return f"{state_word(row.state)}. {row.project}. {row.company}. {row.likeness}. {row.ends}. {row.fee}"


def _hue(row: Cells, column: int) -> str:
    return "amber" if column == ENDS and row.soon else ""
