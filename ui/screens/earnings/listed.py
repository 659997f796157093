"""The table of dues: its columns, their widths and which of them go first, how a row is spoken."""

from __future__ import annotations

from ui.kit.lists.rows import Column, Rows
from ui.kit.lists.whose_table import WhoseTable
from ui.kit.look.badges import state_word
from ui.kit.words import tr
from ui.screens.earnings.state import COLUMNS, Cells

KINDS = ("badge", "strong", "text", "text", "text", "day", "figure")
WIDTHS = (122, 0, 132, 150, 150, 92, 100)
ON = COLUMNS.index("on")
GOES = {"project": (820, 952), "company": (620, 772)}  # what is owed keeps the room to be read


class DueTable(WhoseTable):
    """The table, drawn from a model of `columns()`."""

    def __init__(self, model: Rows[Cells]) -> None:
        super().__init__(model, KINDS, WIDTHS, _hue, tr("Earnings"), COLUMNS, GOES)


def columns() -> list[Column[Cells]]:
    """Return the columns of the table, in order."""
    return [
        Column(tr("State"), lambda row: row.state),
        Column(tr("What"), lambda row: row.what),
        Column(tr("Performer"), lambda row: row.performer),
        Column(tr("Company"), lambda row: row.company),
        Column(tr("Project"), lambda row: row.project),
        Column(tr("Due on"), lambda row: row.on),
        Column(tr("Sum"), lambda row: row.amount, right=True),
    ]


def spoken(row: Cells) -> str:
    """Say a row for whoever does not see it."""
    parts = (state_word(row.state), row.what, row.performer, row.company, row.project, row.on, row.amount)
    return ". ".join(part for part in parts if part)


def _hue(row: Cells, column: int) -> str:
    return "amber" if column == ON and row.late else ""
