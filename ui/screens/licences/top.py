"""The top of the Licences screen: search, what concerns all licences, taking in, a new one; states and filters."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from likeness.registry.find_licences import NEWEST
from ui.kit.fields.fields import SearchField
from ui.kit.figures import count_text
from ui.kit.look.badges import look, state_word
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import Flow
from ui.kit.parts.frames import MARGIN, column, row
from ui.kit.parts.header import Header
from ui.kit.parts.ticks import Chip, InForce
from ui.kit.words import language, tr
from ui.screens.licences.all_button import AllButton
from ui.screens.licences.filters import AddFilter, in_force
from ui.screens.licences.narrowing import Filter
from ui.screens.licences.state import LicencesState

GAP = 8


class Top(QFrame):
    """`toggled` tells a state, `dropped` a filter to take away; `cleared` wants all again, `fresh` a new licence."""

    toggled = Signal(str)
    dropped = Signal(str)
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
        self.add = AddFilter()
        self._chips: dict[str, Chip] = {}
        self._filters: dict[str, InForce] = {}
        self._drawn: tuple[object, ...] = ()
        self._chip_row = Flow()
        self._shown = label("", "small", "text3")
        self._sorting = QWidget()
        self._line = row(gap=GAP, margins=(MARGIN, 0, MARGIN, 12))
        self._line.addLayout(self._chip_row, 1)
        hold(self._shown, tall=28)
        self._line.addWidget(self._shown, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self._header, self._line))

    def put_sorting(self, sorting: QWidget) -> None:
        """Put the button that sorts at the right of the chips."""
        self._sorting = sorting
        self._line.addWidget(sorting, 0, Qt.AlignmentFlag.AlignTop)

    def draw(self, state: LicencesState) -> None:
        """Show counts and what is chosen; while something runs, nothing that is long can be begun."""
        total, found = count_text(state.total, language()), count_text(len(state.ids), language())
        self._header.sub.setText(total)
        newest = tr("Newest first") if state.order == NEWEST else ""
        self._shown.setText(tr("{found} of {total}", found=found, total=total) if state.filtered else newest)
        self._more.setEnabled(not state.doing)
        self.add.offer_performers(several=state.several)
        drawn = tuple(code for code, _count in state.counts), state.filters
        if drawn != self._drawn:
            self._drawn = drawn
            self._renew(*drawn)
        for code, count in state.counts:
            self._chips[code].set_count(count_text(count, language()))
            self._chips[code].setChecked(code in state.chosen_states)
        self.clear.setVisible(state.filtered)

    def event(self, event: QEvent) -> bool:
        """Leave out the words beside the chips where these need the room: the menu and the foot say the same."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            beside = self._shown.sizeHint().width() + self._sorting.sizeHint().width() + 2 * GAP
            self._shown.setVisible(self._chip_row.sizeHint().width() + beside <= self.width() - 2 * MARGIN)
        return super().event(event)

    def _renew(self, codes: tuple[str, ...], filters: tuple[Filter, ...]) -> None:
        """Make a chip for each state that there is, and for each filter in force."""
        lost = any(chip.hasFocus() for chip in self._filters.values())
        for kept in (self.add, self.clear):
            self._chip_row.removeWidget(kept)
        self._chip_row.clear()
        self._chips = {code: Chip(state_word(code), look(code)[0]) for code in codes}
        self._filters = in_force(filters)
        for code, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, mine=code: self.toggled.emit(mine))
        for code, gone in self._filters.items():
            gone.clicked.connect(lambda _on=False, mine=code: self.dropped.emit(mine))
        parts: tuple[QWidget, ...] = (*self._chips.values(), *self._filters.values(), self.add, self.clear)
        for before, part in pairwise((self.new, *parts)):
            self._chip_row.addWidget(part)
            QWidget.setTabOrder(before, part)
        if lost:
            self.add.setFocus()
