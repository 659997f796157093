"""The top of the Uses screen: search, log, import, what concerns all uses; chips of verdicts, which flags and whose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu

from ui.kit.fields.fields import SearchField
from ui.kit.figures import count_text
from ui.kit.keys import with_key
from ui.kit.look.badges import look, state_word
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.header import Header
from ui.kit.parts.ticks import Chip, Segments
from ui.kit.parts.verbs import same_as
from ui.kit.words import language, tr
from ui.screens.uses.listing import VERDICTS
from ui.screens.uses.performer_filter import PerformerFilter
from ui.screens.uses.state import ALL, OPEN, SETTLED, UsesState


class Top(QFrame):
    """`toggled` tells a verdict, `flags` open, settled or all.

    `asked` tells what was chosen of the menu: flags, all, judge, reports.
    """

    toggled = Signal(str)
    flags = Signal(str)
    asked = Signal(str)
    log = Signal()
    report = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setProperty("rule", "bottom")
        self.search = SearchField(tr("Search uses"), 220)
        self._log = Button(tr("Log a use"), "plus", "main")
        self._log.setToolTip(with_key(tr("Log a use"), "log-use"))
        self._log.clicked.connect(self.log)
        self._import = same_as(Button(tr("Import a report"), "import"), "import-report")
        self._import.setToolTip(with_key(tr("Import a usage report"), "import-report"))
        self._import.clicked.connect(self.report)
        self._more = Button("", "ellipsis", name=tr("More for all uses"))
        header = Header(tr("Uses"))
        header.add(self.search, self._more, self._import, self._log)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        for words, what in (
            (tr("Save the flags…"), "flags"),
            (tr("Save all uses…"), "all"),
            (tr("Judge again"), "judge"),
            (tr("Imported reports…"), "reports"),
        ):
            self._menu.addAction(words).triggered.connect(lambda _on=False, asked=what: self.asked.emit(asked))
        self._chips = {code: Chip(state_word(code), look(code)[0]) for code in VERDICTS}
        for code, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, mine=code: self.toggled.emit(mine))
        choices = [(OPEN, tr("Open")), (SETTLED, tr("Settled")), (ALL, tr("All"))]
        self._flags = Segments(choices, tr("Which flags are shown"), small=True)
        self._flags.chosen.connect(self.flags)
        self.performer = PerformerFilter()
        newest = label(tr("Newest first"), "small", "text3")
        hold(newest, tall=28)
        line = row(margins=(24, 0, 24, 12))
        line.addLayout(flow(*self._chips.values(), boxed(row(4, self._flags)), self.performer), 1)
        line.addWidget(newest, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(header, line))

    def draw(self, state: UsesState) -> None:
        """Show counts and what is chosen; while something runs, nothing else that is long can be begun."""
        for code, count in state.counts:
            self._chips[code].set_count(count_text(count, language()))
        for code, chip in self._chips.items():
            chip.setChecked(code in state.chosen_verdicts)
        self._flags.choose(state.flags)
        self.performer.draw(state.performer, several=state.several)
        self._more.setEnabled(not state.doing)
