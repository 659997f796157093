"""The top of the Licences screen: search, what concerns all licences, taking in, a new one; chips of the states."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu

from ui.kit.badges import look, state_word
from ui.kit.buttons import Button
from ui.kit.fields import SearchField
from ui.kit.figures import count_text
from ui.kit.flow import Flow
from ui.kit.frames import Header, column, row
from ui.kit.ticks import Chip
from ui.kit.typeface import label
from ui.kit.words import language, tr
from ui.screens.licences.all_button import AllButton
from ui.screens.licences.state import LicencesState


class Top(QFrame):
    """`toggled` tells a state, `cleared` that all are wanted again, `fresh` asks for a new licence."""

    toggled = Signal(str)
    cleared = Signal()
    fresh = Signal()

    def __init__(self, ways: QMenu, more: AllButton) -> None:
        """`ways` is the menu of the ways in, `more` the button of what concerns all licences."""
        super().__init__()
        self.setProperty("ground", "surface")
        self.setProperty("rule", "bottom")
        self.search = SearchField(tr("Search licences"), 260)
        self.take = Button(tr("Take in"), "import")
        self.take.setToolTip(tr("An offer, an acceptance or a notice that somebody sent"))
        self.take.setMenu(ways)
        self.new = Button(tr("New licence"), "plus", "main")
        self.new.clicked.connect(self.fresh)
        self.clear = Button(tr("Clear"), look="link", small=True)
        self.clear.clicked.connect(self.cleared)
        self._more = more
        self._header = Header(tr("Licences"))
        self._header.add(self.search, self._more, self.take, self.new)
        self._chips: dict[str, Chip] = {}
        self._chip_row = Flow()
        self._shown = label("", "small", "text3")
        chips = row(margins=(24, 0, 24, 12))
        chips.addLayout(self._chip_row, 1)
        chips.addWidget(self._shown)
        self.setLayout(column(self._header, chips))

    def draw(self, state: LicencesState) -> None:
        """Show counts and what is chosen; while something runs, nothing that is long can be begun."""
        total, found = count_text(state.total, language()), count_text(len(state.ids), language())
        filtered = bool(state.words or state.chosen_states)
        self._header.sub.setText(total)
        self._shown.setText(tr("{found} of {total}", found=found, total=total) if filtered else tr("Newest first"))
        self._more.setEnabled(not state.doing)
        if tuple(code for code, _count in state.counts) != tuple(self._chips):
            self._renew([code for code, _count in state.counts])
        for code, count in state.counts:
            self._chips[code].set_count(count_text(count, language()))
            self._chips[code].setChecked(code in state.chosen_states)
        self.clear.setVisible(filtered)

    def _renew(self, codes: list[str]) -> None:
        """Make a chip for each state that there is."""
        self._chip_row.removeWidget(self.clear)
        self._chip_row.clear()
        self._chips = {code: Chip(state_word(code), look(code)[0]) for code in codes}
        for code, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, mine=code: self.toggled.emit(mine))
            self._chip_row.addWidget(chip)
        self._chip_row.addWidget(self.clear)
