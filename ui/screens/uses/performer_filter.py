"""The filter by performer, where there are several: a chip that asks for one, and the one in force with its cross."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.asking.pick_one import PickOne
from ui.kit.keys import with_key
from ui.kit.parts.frames import row
from ui.kit.parts.ticks import Chip, InForce
from ui.kit.words import tr


class PerformerFilter(QWidget):
    """`typed` wants the names offered that have these letters, `chosen` tells a name, empty for everybody."""

    typed = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._add = Chip(f"{tr('Performer')}…", "plus", dashed=True)
        self._add.setToolTip(with_key(tr("Add a filter"), "add-filter"))
        self._add.clicked.connect(self.open)
        self._in_force = InForce("", "")
        self._in_force.clicked.connect(lambda: self.chosen.emit(""))
        self._picking: PickOne | None = None
        self.setLayout(row(self._add, self._in_force, gap=0))

    def draw(self, performer: str, *, several: bool) -> None:
        """Show whose uses are shown; nothing where all are the same person's."""
        words = tr("Performer: {name}", name=performer)
        self._in_force.setText(words)
        self._in_force.setAccessibleName(tr("Remove {name}", name=words))
        lost = self._in_force.hasFocus() and not performer
        self._add.setVisible(not performer)
        self._in_force.setVisible(bool(performer))
        self.setVisible(several or bool(performer))
        if lost:
            self._add.setFocus()

    def open(self) -> None:
        """Ask whose uses are to be shown."""
        self._picking = PickOne(self, tr("Which performer?"), tr("Show these"))
        self._picking.typed.connect(self.typed)
        self._picking.picked.connect(lambda name, _words: self.chosen.emit(name))
        self._picking.finished.connect(self._forget)
        self._picking.open()
        self.typed.emit("")

    def offer(self, names: Sequence[str]) -> None:
        """Show who can be chosen."""
        if self._picking is not None:
            self._picking.show_offers([(name, name) for name in names])

    def _forget(self) -> None:
        self._picking = None
