"""Uses: chips of verdicts, the list under its dates, and the comparison of the chosen one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from likeness.values.days import day_in
from ui.kit.badges import look, state_word
from ui.kit.blank import Blank
from ui.kit.buttons import Button
from ui.kit.feed import Feed, FeedItem, FeedModel
from ui.kit.fields import SearchField
from ui.kit.figures import count_text
from ui.kit.frames import FootLine, Header, boxed, column, row
from ui.kit.split import Split
from ui.kit.ticks import Chip
from ui.kit.typeface import label
from ui.kit.words import language, tr
from ui.screens.uses.log_form import LogForm
from ui.screens.uses.pane import UsePane
from ui.screens.uses.presenter import VERDICTS, UsesPresenter
from ui.screens.uses.state import UsesState

LIST, LIST_SMALL, SMALL = 410, 344, 1100


class UsesView(QWidget):
    """The screen; `licence` asks to see a licence, `report` to import one."""

    licence = Signal(str)
    report = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = UsesPresenter(desk, jobs, self)
        self._build()
        self._search_later = QTimer(self, singleShot=True, interval=60)
        self._search_later.timeout.connect(lambda: self._presenter.search(self._search.text()))
        self._connect()
        self.setFocusProxy(self._feed)

    def _build(self) -> None:
        header = Header(tr("Uses"))
        self._search = SearchField(tr("Search uses"), 220)
        self._log = Button(tr("Log a use"), "plus", "main")
        self._log.setToolTip(tr("Log a use") + "  Ctrl U")
        self._import = Button(tr("Import a report"), "import")
        self._import.setToolTip(tr("Import a usage report") + "  Ctrl I")
        header.add(self._search, self._import, self._log)
        self._chips = {code: Chip(state_word(code), look(code)[0]) for code in VERDICTS}
        chips = row(*self._chips.values(), None, label(tr("Newest first"), "small", "text3"), margins=(24, 0, 24, 12))
        self._model = FeedModel(self)
        self._feed = Feed(self._model, tr("Uses"))
        self._none = Blank("list-checks", tr("No uses yet"),
                           tr("When somebody uses your likeness, log it here to see if it was allowed."))  # fmt: skip
        self._no_match = Blank("search-x", tr("Nothing matches"), tr("Try another word, or other verdicts."),
                               hue="grey")  # fmt: skip
        self._stack = QStackedWidget()
        for page in (self._feed, self._none, self._no_match):
            self._stack.addWidget(page)
        self._foot = FootLine(("N", tr("next flagged")))
        self._pane = UsePane()
        left = boxed(column(self._stack, self._foot), ground="surface")
        left.setMinimumWidth(300)
        self._split = Split(left, self._pane, lambda whole: LIST_SMALL if whole < SMALL - 56 else LIST)
        top = boxed(column(header, chips), ground="surface", rule="bottom")
        whole = column(top, self._split)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._search_later.start())
        self._log.clicked.connect(self.open_form)
        self._import.clicked.connect(self.report)
        for code, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, mine=code: self._presenter.toggle(mine))
        self._feed.selectionModel().currentRowChanged.connect(self._moved)
        self._pane.licence.connect(self.licence)
        local = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, self._search.setFocus, context=local)
        QShortcut(QKeySequence("Esc"), self._search, self._search.clear, context=Qt.ShortcutContext.WidgetShortcut)
        for keys, step in (("N", 1), ("Shift+N", -1)):
            QShortcut(QKeySequence(keys), self._feed, lambda by=step: self._next_flagged(by),
                      context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_one(self, use: str) -> None:
        """Show one use, asked for from elsewhere."""
        self._search.clear()
        self._presenter.choose(use)

    def open_form(self) -> None:
        """Open the form to log a use."""
        today = day_in(self._desk.clock.now(), "UTC")
        LogForm(self, self._presenter.choices(), today, self._presenter.log).open()

    def draw(self, state: UsesState) -> None:
        """Draw the state."""
        for code, count in state.counts:
            self._chips[code].set_count(count_text(count, language()))
            self._chips[code].setChecked(code in state.chosen_verdicts)
        before = self._current()
        self._model.show(tuple(FeedItem(i.id, i.title, i.second, i.state) for i in state.items))
        wanted = state.detail.id if state.detail else before
        self._stack.setCurrentIndex(0 if state.items else 1 if not state.total else 2)
        found, total = count_text(state.found, language()), count_text(state.total, language())
        self._foot.count.setText(tr("{found} of {total} uses", found=found, total=total))
        self._pane.show_detail(state.detail)
        self._select(wanted, state)  # last: choosing a row draws the next state

    def _select(self, wanted: str, state: UsesState) -> None:
        place = self._model.place_of(wanted)
        if place < 0:
            place = next((at for at, item in enumerate(state.items) if item.id), -1)
        if place >= 0 and self._feed.currentIndex().row() != place:
            self._feed.setCurrentIndex(self._model.index(place, 0))

    def _current(self) -> str:
        item = self._model.item(self._feed.currentIndex().row())
        return item.id if item else ""

    def _moved(self) -> None:
        if self._current():
            self._presenter.choose(self._current())

    def _next_flagged(self, by: int) -> None:
        place = self._feed.currentIndex().row() + by
        while (item := self._model.item(place)) is not None:
            if item.id and item.state != "IN_SCOPE":
                self._feed.setCurrentIndex(self._model.index(place, 0))
                return
            place += by

    def logged(self, use: str, words: str) -> None:
        """Say that a use was recorded and show it."""
        self.said.emit(words)
        self._feed.setCurrentIndex(self._model.index(max(self._model.place_of(use), 0), 0))

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
