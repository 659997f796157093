"""The table of dues: its columns, their widths and which of them go first, how a row is spoken."""

from __future__ import annotations

from ui.kit.lists.rows import Column, Rows
from ui.kit.lists.table import Table
from ui.kit.look.badges import state_word
from ui.kit.look.text_size import grown
from ui.kit.words import tr
from ui.screens.earnings.state import COLUMNS, Cells

KINDS = ("badge", "strong", "text", "text", "text", "day", "figure")
WIDTHS = (122, 0, 132, 150, 150, 92, 100)
PERFORMER, COMPANY, PROJECT, ON = 2, 3, 4, 5
DROP_PROJECT, DROP_COMPANY = 820, 620  # widths of the table below which a column goes; the pane still has both


class DueTable(Table):
    """The table, drawn from a model of `columns()`."""

    def __init__(self, model: Rows[Cells]) -> None:
        super().__init__(model, KINDS, WIDTHS, _hue, tr("Earnings"), COLUMNS)
        self._several = False
        self.fit(self.width())

    def show_performers(self, *, several: bool) -> None:
        """Say in each row whose due it is, where there are several performers."""
        if several != self._several:
            self._several = several
            self.fit(self._wide)

    def fit(self, wide: int) -> None:
        """Leave out the columns there is no room for in `wide` pixels."""
        self._wide = wide
        room = wide - (grown(WIDTHS[PERFORMER]) if self._several else 0)
        self.setColumnHidden(PERFORMER, not self._several)
        self.setColumnHidden(PROJECT, room < grown(DROP_PROJECT))
        self.setColumnHidden(COMPANY, wide < grown(DROP_COMPANY))


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
