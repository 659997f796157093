"""The table of licences: its columns, their widths and which of them go first, how a row is spoken."""

from __future__ import annotations

from ui.kit.lists.rows import Column, Rows
from ui.kit.lists.whose_table import WhoseTable
from ui.kit.look.badges import state_word
from ui.kit.words import tr
from ui.screens.licences.state import Cells

KINDS = ("badge", "text", "strong", "text", "text", "day", "figure")
WIDTHS = (126, 132, 0, 156, 84, 86, 112)
COLUMNS = ("state", "performer", "project", "company", "likeness", "ends", "fee")  # as the registry sorts by them
ENDS = COLUMNS.index("ends")
GOES = {"likeness": (640, 880), "company": (560, 772)}  # a project keeps the room to be read


class LicenceTable(WhoseTable):
    """The table, drawn from a model of `columns()`."""

    def __init__(self, model: Rows[Cells]) -> None:
        super().__init__(model, KINDS, WIDTHS, _hue, tr("Licences"), COLUMNS, GOES)


def columns() -> list[Column[Cells]]:
    """Return the columns of the table, in order."""
    return [
        Column(tr("State"), lambda row: row.state),
        Column(tr("Performer"), lambda row: row.performer),
        Column(tr("Project"), lambda row: row.project),
        Column(tr("Company"), lambda row: row.company),
        Column(tr("Likeness"), lambda row: row.likeness),
        Column(tr("Ends"), lambda row: row.ends),
        Column(tr("Fee"), lambda row: row.fee, right=True),
    ]


def spoken(row: Cells) -> str:
    """Say a row for whoever does not see it."""
    whose = f"{row.performer}. " if row.performer else ""
    return f"{state_word(row.state)}. {whose}{row.project}. {row.company}. {row.likeness}. {row.ends}. {row.fee}"


def _hue(row: Cells, column: int) -> str:
    return "amber" if column == ENDS and row.soon else ""
