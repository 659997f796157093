"""The rule packs: one line each with its switch, what it is, where it comes from; and whether serious rules refuse."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.kit.look.typeface import hold, label
from ui.kit.parts.frames import column, empty, row
from ui.kit.parts.marks import Hairline
from ui.kit.parts.ticks import Option
from ui.kit.words import tr
from ui.screens.settings.state import Pack

SWITCH_WIDE = 300


class PackList(QFrame):
    """The packs; `switched` tells which one, and whether it is to be on."""

    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._shown: tuple[Pack, ...] = ()
        self._options: dict[str, Option] = {}
        self._lines = column(margins=(16, 4, 16, 4))
        self.setLayout(self._lines)

    def show_packs(self, packs: tuple[Pack, ...]) -> None:
        """Draw the packs; where only switches moved, the lines stay and with them the focus."""
        if [pack.title for pack in packs] != [pack.title for pack in self._shown]:
            empty(self._lines)
            self._options = {}
            for place, pack in enumerate(packs):
                if place:
                    self._lines.addWidget(Hairline())
                self._line(pack)
        for pack in packs:
            self._options[pack.id].setChecked(pack.on)
        self._shown = packs

    def _line(self, pack: Pack) -> None:
        option = Option(pack.id, pack.title)
        option.set_included(pack.fixed)
        option.setAccessibleDescription(f"{pack.status}. {pack.source}")
        option.clicked.connect(lambda on, mine=pack.id: self.switched.emit(mine, on))
        said = label(tr("Always on") if pack.fixed else pack.status, "small", "text2", wrap=True)
        source = label(" · ".join(part for part in (pack.source, pack.rules) if part), "small", "text3", wrap=True)
        self._options[pack.id] = option
        left = QWidget()
        hold(left, most_wide=SWITCH_WIDE)
        left.setLayout(switch := row(option, None))
        switch.setAlignment(option, Qt.AlignmentFlag.AlignVCenter)
        line = row(left, column(said, source, gap=1), gap=16, margins=(0, 9, 0, 9))
        for place in range(2):  # where there is no room for the whole of a switch, its words wrap
            line.setStretch(place, 1)
        self._lines.addLayout(line)
