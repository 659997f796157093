"""The evidence of a use: its files, each a row, with their pictures where they are shown; a place to drop the first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from likeness.acts.uses.see_evidence import Sight
from ui.kit.handed.drop_zone import DropZone
from ui.kit.keys import with_key
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import column, row
from ui.kit.words import tr
from ui.screens.uses.evidence_row import EvidenceRow
from ui.screens.uses.state import EvidenceLine


class EvidencePart(QWidget):
    """`added` tells dropped paths, `asked` that files are to be chosen, `removed` the number of a file.

    `larger` tells the line whose picture is to be seen, `pictures` that pictures are to be shown, or hidden again.
    """

    added = Signal(tuple)
    asked = Signal()
    removed = Signal(int)
    checked = Signal()
    larger = Signal(object)
    pictures = Signal()

    def __init__(self, files: tuple[EvidenceLine, ...]) -> None:
        super().__init__()
        add = Button(tr("Add files…"), "plus", small=True)
        add.clicked.connect(self.asked)
        self._rows = [EvidenceRow(one) for one in files]
        self._eye = Button("", "eye-off", small=True)
        self._eye.clicked.connect(self.pictures)
        self.setLayout(self._listed(add) if files else column(self._zone(add)))

    def show_sights(self, sights: Mapping[int, Sight], *, wanted: bool) -> None:
        """Show what was read of the pictures, in place; `wanted`: they are not hidden."""
        words = tr("Hide pictures") if wanted else tr("Show pictures")
        self._eye.set_look(words, "eye" if wanted else "eye-off")
        self._eye.setToolTip(with_key(words, "pictures"))
        for one in self._rows:
            one.show_sight(sights.get(one.line.id) if wanted else None)

    def focused(self) -> EvidenceLine | None:
        """Return the line whose picture has the focus."""
        return next((one.line for one in self._rows if one.has_focus()), None)

    def _listed(self, add: Button) -> QVBoxLayout:
        """The files, and what can be done; more may still be dropped anywhere on the screen."""
        check = Button(tr("Check files"), "fingerprint", small=True)
        check.clicked.connect(self.checked)
        for one in self._rows:
            one.removed.connect(lambda line: self.removed.emit(line.id))
            one.larger.connect(self.larger)
        return column(*self._rows, 8, row(add, check, self._eye, None))

    def _zone(self, add: Button) -> DropZone:
        zone = DropZone(
            tr("Drop files here that show the use"),
            tr("They stay where they are. Only a fingerprint is kept."),
            small=True,
        )
        zone.add(add)
        zone.dropped.connect(self.added)
        return zone
