"""The table of licences: its columns, their widths and which of them go first, how a row is spoken."""

from __future__ import annotations

from ui.kit.lists.rows import Column, Rows
from ui.kit.lists.table import Table
from ui.kit.look.badges import state_word
from ui.kit.look.text_size import grown
from ui.kit.words import tr
from ui.screens.licences.state import Cells

KINDS = ("badge", "text", "strong", "text", "text", "day", "figure")
WIDTHS = (126, 132, 0, 156, 84, 86, 112)
COLUMNS = ("state", "performer", "project", "company", "likeness", "ends", "fee")  # as the registry sorts by them
PERFORMER, COMPANY, LIKENESS, ENDS = 1, 3, 4, 5
DROP_LIKENESS, DROP_COMPANY = 640, 560  # widths of the table below which a column goes; the pane still has both


class LicenceTable(Table):
    """The table, drawn from a model of `columns()`."""

    def __init__(self, model: Rows[Cells]) -> None:
        super().__init__(model, KINDS, WIDTHS, _hue, tr("Licences"), COLUMNS)
        self._several = False
        self.fit(self.width())

    def show_performers(self, *, several: bool) -> None:
        """Say in each row whose licence it is, where they are of several performers."""
        if several != self._several:
            self._several = several
            self.fit(self._wide)

    def fit(self, wide: int) -> None:
        """Leave out the columns there is no room for in `wide` pixels."""
        self._wide = wide
        room = wide - (grown(WIDTHS[PERFORMER]) if self._several else 0)
        self.setColumnHidden(PERFORMER, not self._several)
        self.setColumnHidden(LIKENESS, room < grown(DROP_LIKENESS))
        self.setColumnHidden(COMPANY, wide < grown(DROP_COMPANY))


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
