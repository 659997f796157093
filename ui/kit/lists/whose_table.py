"""A table whose rows say whose each thing is, where there are several performers; what there is no room for goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel

from ui.kit.lists.table import Table
from ui.kit.look.text_size import grown

PERFORMER = "performer"  # the code of the column


class WhoseTable(Table):
    """`goes` has, by the codes of columns, the widths of the table below which a column goes: alone, and beside names.

    The pane beside the table still has what goes.
    """

    def __init__(self, model: QAbstractItemModel, kinds: Sequence[str], widths: Sequence[int],
                 hue: Callable[[Any, int], str], name: str, codes: Sequence[str],
                 goes: Mapping[str, tuple[int, int]]) -> None:  # fmt: skip
        super().__init__(model, kinds, widths, hue, name, codes)
        self._goes, self._several, self._wide = goes, False, 0
        self.fit(self.width())

    def show_performers(self, *, several: bool) -> None:
        """Say in each row whose it is, where there are several performers."""
        if several != self._several:
            self._several = several
            self.fit(self._wide)

    def fit(self, wide: int) -> None:
        """Leave out the columns there is no room for in `wide` pixels."""
        self._wide = wide
        self.setColumnHidden(self.codes.index(PERFORMER), not self._several)
        for code, (alone, beside) in self._goes.items():
            self.setColumnHidden(self.codes.index(code), wide < grown(beside if self._several else alone))
