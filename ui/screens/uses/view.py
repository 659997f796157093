"""Uses: chips of verdicts, open or settled flags, the list under its dates, and the comparison of the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from likeness.media.glance import Glance
from likeness.paper import names
from likeness.paper.letters.letter import INVOICE, NOTICE
from likeness.registry.flags import GOING, OPEN
from likeness.values.days import day_in
from ui.kit.background.working import Working
from ui.kit.figures import count_text
from ui.kit.handed.drop_zone import paths_of
from ui.kit.keys import cap
from ui.kit.lists.feed import Feed, FeedItem, FeedModel
from ui.kit.lists.skeleton import ListPages, Skeleton
from ui.kit.look.text_size import grown
from ui.kit.look.typeface import hold
from ui.kit.pages.file_names import with_ending
from ui.kit.parts.blank import Blank, NoMatch
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import FootLine, boxed, column
from ui.kit.parts.screen import Screen
from ui.kit.parts.split import Split
from ui.kit.shortcuts import ALONE, bind
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr
from ui.screens.uses.held_banner import HeldBanner
from ui.screens.uses.held_form import HeldForm
from ui.screens.uses.listing import empty_words
from ui.screens.uses.log_form import LogForm
from ui.screens.uses.pane import UsePane
from ui.screens.uses.picture_dialog import PictureDialog
from ui.screens.uses.presenter import UsesPresenter
from ui.screens.uses.reports_form import ReportsForm
from ui.screens.uses.resolve_form import ResolveForm
from ui.screens.uses.state import EvidenceLine, HeldPair, ReportLine, UsesState
from ui.screens.uses.top import Top

LIST, LIST_SMALL, SMALL = 410, 344, 1100
NARROW = 840  # what was allowed stands beside what was done: the pane needs more than others
PERFORMER = "performer"


class UsesView(Screen):
    """The screen; `did` hands over a step that can be undone, `draft` asks for the wizard, `letter` for a letter."""

    licence = Signal(str)
    letter = Signal(str, str)
    draft = Signal(str)
    report = Signal()
    did = Signal(str, object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._desk = desk
        self._state = UsesState()
        self._place = 0  # where in the list the chosen use stands, or stood
        self._presenter = UsesPresenter(desk, jobs, self)
        self.left = self._presenter.left
        self._build()
        self._connect()
        self.begin_with(self._feed)

    def _build(self) -> None:
        self._top = Top()
        self._search, self.offer = self._top.search, self._top.performer.offer
        self._model = FeedModel(self)
        self._feed = Feed(self._model, tr("Uses"))
        own = self._desk.registry.owner.get().role == PERFORMER
        self._none = _first_time(self.open_form, self.report.emit, own=own)
        self._no_match = NoMatch()
        self._stack = ListPages(self._feed, self._none, self._no_match, Skeleton(self._feed))
        self._foot = FootLine(
            (cap("next-flagged"), tr("next open")), (cap("write-letter"), tr("letter")), (cap("resolve"), tr("resolve"))
        )
        self._pane = UsePane()
        left = boxed(column(self._stack, self._foot), ground="surface")
        hold(left, least_wide=300)
        wide = lambda whole: grown(LIST_SMALL if whole < grown(SMALL) - 56 else LIST)
        self._split = Split(left, self._pane, wide, NARROW)
        self._split.enter_from(self._feed)
        self._working, self._held = Working(), HeldBanner()
        whole = column(self._top, self._working, self._held, self._split)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        ask, pane = self._presenter, self._pane
        self._search.searched.connect(self._presenter.search)
        self._top.log.connect(self.open_form)
        self._top.report.connect(self.report)
        self._top.asked.connect(self._asked)
        self._top.flags.connect(ask.show_flags)
        self._top.toggled.connect(ask.toggle)
        self._top.performer.typed.connect(ask.whose.offer)
        self._top.performer.chosen.connect(ask.whose.show)
        self._working.cancelled.connect(ask.cancel)
        self._stack.again.connect(ask.refresh)
        self._held.asked.connect(ask.book.see_held)
        self._feed.selectionModel().currentRowChanged.connect(self._moved)
        self._no_match.cleared.connect(lambda: self.search_for(""))
        self._feed.near_end.connect(ask.more)
        pane.licence.connect(self.licence)
        pane.moved.connect(lambda state: ask.flags.move(self._state.chosen, state))
        pane.resolve.connect(self._resolve)
        pane.write.connect(self._write)
        pane.amend.connect(lambda number: ask.flags.amend(self._state.chosen, number))
        pane.take_back.connect(lambda: ask.flags.take_back(self._state.chosen))
        pane.added.connect(lambda paths: ask.evidence.add(self._state.chosen, paths))
        pane.chosen_files.connect(lambda: ask.evidence.add(self._state.chosen, _chosen_files(self)))
        pane.removed.connect(lambda number: ask.evidence.remove(self._state.chosen, number))
        pane.checked.connect(ask.check_files)
        pane.larger.connect(ask.sights.enlarge)
        pane.pictures.connect(ask.toggle_pictures)
        bind("pictures", self, ask.toggle_pictures)
        bind("search-list", self, self._search.setFocus)
        bind("clear-search", self._search, self._search.clear, ALONE)
        keys = {
            "next-flagged": lambda: self._next_open(1),
            "last-flagged": lambda: self._next_open(-1),
            "resolve": self._resolve,
            "write-letter": lambda: self._write(NOTICE),
            "write-invoice": lambda: self._write(INVOICE),
        }
        if self._desk.registry.performers.several():
            keys["add-filter"] = self._top.performer.open
        for code, does in keys.items():
            bind(code, self._feed, does, ALONE)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_one(self, use: str) -> None:
        """Show one use, asked for from elsewhere."""
        self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(False)
        self._presenter.reveal(use)

    def search_for(self, words: str) -> None:
        """Look for words among all uses, asked for from elsewhere."""
        self._presenter.show_all()
        self._search.setText(words)

    def open_form(self) -> None:
        """Open the form to log a use."""
        today = day_in(self._desk.clock.now(), "UTC")
        LogForm(self, self._presenter.choices(), today, self._presenter.log).open()

    def shown(self) -> str:
        """Return what the pane shows, as quick find knows it; empty where it shows nothing."""
        return self._state.detail.id if self._state.detail else ""

    def draw(self, state: UsesState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        self._top.draw(state)
        if state.items is not before.items:
            self._model.show(tuple(FeedItem(i.id, i.title, i.second, i.state, i.flag) for i in state.items))
        self._stack.show_list(rows=bool(state.items), hidden=bool(state.total), reading=state.reading,
                              stopped=state.stopped)  # fmt: skip
        self._no_match.set_words(*empty_words(state))
        count = tr("{found} of {total} uses", found=state.found, total=count_text(state.total, language()))
        self._foot.count.setText("" if self._stack.waiting else count)
        self._held.say(state.held)
        reading = tr("Looking through the uses") if state.reading else ""
        self._working.follow(state.doing or reading, *state.progress, late=not state.doing)
        self._pane.show_detail(state.detail)
        self._pane.show_sights(state.sights, wanted=state.pictures)
        self._select(state.chosen)

    def _select(self, wanted: str) -> None:
        """Let the list show which use is chosen; one that is not in it leaves none."""
        place = self._model.place_of(wanted)
        if place >= 0:
            self._place = place
            if self._feed.currentIndex().row() != place:
                self._feed.setCurrentIndex(self._model.index(place, 0))
        elif self._current():
            self._feed.setCurrentIndex(QModelIndex())

    def _current(self) -> str:
        item = self._model.item(self._feed.currentIndex().row())
        return item.id if item else ""

    def _moved(self) -> None:
        if self._current() and self._current() != self._state.chosen:
            self._presenter.choose(self._current())

    def _next_open(self, by: int) -> None:
        here = self._feed.currentIndex().row()
        place = here + by if here >= 0 else self._place if by > 0 else self._place - 1
        while (item := self._model.item(place)) is not None:
            if item.mark == OPEN:
                self._feed.setCurrentIndex(self._model.index(place, 0))
                return
            place += by
        if by > 0:
            self._presenter.more()

    def _resolve(self) -> None:
        detail = self._state.detail
        if detail is not None and detail.flag in GOING:
            use = detail.id
            title = f"{detail.title} ({names.use(language(), use)})" if names.is_known(use) else detail.title
            ResolveForm(self, title, lambda answer, note: self._presenter.flags.settle(use, answer, note)).open()

    def _write(self, kind: str) -> None:
        detail = self._state.detail
        if detail is not None and detail.flag in GOING:
            self.letter.emit(kind, detail.id)

    def _asked(self, what: str) -> None:
        book = self._presenter.book
        if what == "judge":
            book.judge_again()
        elif what == "reports":
            book.see_reports()
        else:
            path = _asked_file(self, flags_only=what == "flags")
            if path is not None:
                book.export(path, flags_only=what == "flags")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        detail = self._state.detail
        if detail is not None and detail.keeps_evidence and paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._presenter.evidence.add(self._state.chosen, paths_of(event.mimeData()))

    def ask_held(self, pair: HeldPair) -> None:
        """Ask which of two rows is right."""
        HeldForm(self, pair, self._presenter.book.answer, self._presenter.book.see_held).open()

    def list_reports(self, reports: tuple[ReportLine, ...]) -> None:
        """Show the imported reports."""
        ReportsForm(self, reports, self._presenter.book.take_back).open()

    def show_picture(self, line: EvidenceLine, picture: Glance) -> None:
        """Show a picture among the evidence larger."""
        PictureDialog(self, line, picture).open()

    def drafted(self, number: str) -> None:
        """Open the draft of an amendment."""
        self.draft.emit(number)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def done(self, words: str, inverse: Inverse) -> None:
        """Hand over a step that can be undone."""
        self.did.emit(words, inverse)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)


def _first_time(log: Callable[[], None], report: Callable[[], None], *, own: bool) -> Blank:
    """Return the page of a registry without uses; `own` tells whether its likenesses are the owner's."""
    words = tr("When a likeness is used, log it here to see if it was allowed.")
    if own:
        words = tr("When somebody uses your likeness, log it here to see if it was allowed.")
    first, other = Button(tr("Log a use"), "plus", "main"), Button(tr("Import a report"), "import")
    for button, pressed in ((first, log), (other, report)):
        button.clicked.connect(lambda _on=False, do=pressed: do())
    return Blank("list-checks", tr("No uses yet"), words, first, other)


def _chosen_files(parent: QWidget) -> list[Path]:
    """Ask for files; none where the question is cancelled."""
    paths, _kind = QFileDialog.getOpenFileNames(parent, tr("Choose files that show the use"))
    return [Path(path) for path in paths]


def _asked_file(parent: QWidget, *, flags_only: bool) -> Path | None:
    """Ask where the table goes; None where the question is cancelled."""
    name = "likeness-flags.csv" if flags_only else "likeness-uses.csv"
    title = tr("Save the flags…") if flags_only else tr("Save all uses…")
    path, kind = QFileDialog.getSaveFileName(parent, title, name, "CSV (*.csv);;Excel (*.xlsx)")
    return with_ending(Path(path), ".xlsx" if "xlsx" in kind else ".csv") if path else None
