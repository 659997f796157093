"""Licences: chips, search, table, and the pane of the chosen one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent

from likeness.paper.letters.letter import CONFIRMATION, DELETION, WITHDRAWAL
from ui.kit.asking.pick_one import PickOne
from ui.kit.background.working import Working
from ui.kit.handed.given import Given
from ui.kit.handed.ways_in import Asks, DropScreen, WaysIn
from ui.kit.keys import cap
from ui.kit.lists.chosen_row import ChosenRow
from ui.kit.lists.rows import Rows
from ui.kit.lists.skeleton import ListPages, Skeleton
from ui.kit.lists.sorting import Sorting
from ui.kit.look.theme import theme
from ui.kit.parts.blank import Blank, NoMatch
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import FootLine, boxed, column
from ui.kit.parts.split import Split, right_pane
from ui.kit.shortcuts import ALONE, bind
from ui.kit.undoing.undo import Inverse
from ui.kit.words import tr, tr_n
from ui.screens.licences.all_button import AllButton, tell_failed
from ui.screens.licences.asking import ChangeForm, ask_name, ask_place, show_changes
from ui.screens.licences.code_dialog import show_code
from ui.screens.licences.listed import LicenceTable, columns, spoken
from ui.screens.licences.narrowing import question
from ui.screens.licences.pane import LicencePane
from ui.screens.licences.papers import CODE, EXPORT, PAPERS, ask_paper
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.licences.state import Cells, Detail, LicencesState
from ui.screens.licences.top import Top
from ui.screens.licences.views_menu import ViewsButton

LETTERS = (DELETION, CONFIRMATION, WITHDRAWAL)


class LicencesView(DropScreen):
    """The screen; `fresh` asks for the wizard, `opened` for the wizard on a draft, `letter` for a letter.

    `did` hands over a step that can be undone.
    """

    fresh = Signal()
    opened = Signal(str)
    letter = Signal(str, str)
    did = Signal(str, object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._jobs = jobs
        self._presenter = LicencesPresenter(desk, jobs, self)
        self.left = self._presenter.left
        self._state = LicencesState()
        self._asking: ChangeForm | None = None
        self._picking: PickOne | None = None
        self._build()
        self._connect()
        self.begin_with(self._table)

    def _build(self) -> None:
        papers = self._presenter.papers
        asks = Asks(tr("Choose the file that was sent to you"), tr("There is no licence on the clipboard."))
        self.ways = WaysIn(self, self._jobs, asks, self._presenter.take, self.said.emit)
        self._top = Top(self.ways, AllButton(papers.years, papers.export_many))
        self._search = self._top.search
        self._search.put_button(ViewsButton(self._search, self._presenter.views))
        self._model: Rows[Cells] = Rows(columns(), spoken, self)
        self._table = LicenceTable(self._model)
        self._row = ChosenRow(self._table, self._model)
        self._sorting = Sorting(self._table, self._model, self._presenter.sort, tr("Newest first"))
        self._top.put_sorting(self._sorting)
        self._foot = FootLine(("↑ ↓", tr("move")), (cap("add-filter"), tr("filter")),
                              (cap("export"), tr("save PDF and QR")))  # fmt: skip
        first, take = Button(tr("New licence"), "plus", "main"), Button(tr("Take in"), "import")
        first.clicked.connect(self.fresh)
        take.setMenu(self.ways)
        none = Blank(
            "file-signature",
            tr("No licences yet"),
            tr("When someone asks to use your face or voice, write down here what you allow."),
            first,
            take,
        )
        no_match = NoMatch()
        no_match.cleared.connect(self._clear_all)
        self._stack = ListPages(self._table, none, no_match, Skeleton(self._table))
        self._working = Working()
        self._pane = LicencePane()
        left = boxed(column(self._stack, self._foot), ground="surface")
        self._split = Split(left, self._pane, right_pane(368))
        self._split.enter_from(self._table)
        whole = column(self._top, self._working, self._split)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._search.searched.connect(self._presenter.search)
        self._top.fresh.connect(self.fresh)
        self._top.cleared.connect(self._clear_all)
        self._top.toggled.connect(self._presenter.toggle_state)
        self._top.dropped.connect(lambda code: self._presenter.narrow(code, ""))
        self._top.add.wanted.connect(self._presenter.narrow)
        self._top.add.asked.connect(self._pick)
        self._working.cancelled.connect(self._presenter.cancel)
        self._stack.again.connect(self._presenter.refresh)
        self._pane.asked.connect(self._asked)
        self._row.moved.connect(self._presenter.choose)
        theme().changed.connect(self._fit)
        bind("search-list", self, self._search.setFocus)
        bind("clear-search", self._search, self._search.clear, ALONE)
        bind("add-filter", self._table, self._top.add.open, ALONE)
        for code in (EXPORT, CODE):
            bind(code, self._table, partial(self._asked, code), ALONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._table.fit(self._split.left_of(self.width()))

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def search_for(self, words: str) -> None:
        """Look for words, asked for from elsewhere."""
        self._clear_all()
        self._search.setText(words)

    def show_licence(self, number: str) -> None:
        """Show one licence, asked for from elsewhere."""
        self._search.clear()
        self._presenter.reveal(number)

    def shown(self) -> str:
        """Return what the pane shows, as quick find knows it; empty where it shows nothing."""
        return self._state.detail.number if self._state.detail else ""

    def draw(self, state: LicencesState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        self._top.draw(state)
        self._sorting.show_order(state.order)
        self._sorting.offer("performer", there=state.several)
        self._table.show_performers(several=state.several)
        self._table.paint_cells.marked = state.words
        if state.turn != before.turn:
            self._row.show(state.ids, self._presenter.page, state.chosen)
        self._row.follow(state.chosen)
        self._stack.show_list(rows=bool(state.ids), hidden=state.filtered, reading=state.finding,
                              stopped=state.stopped)  # fmt: skip
        count = tr_n("{n} licence", "{n} licences", n=len(state.ids))
        self._foot.count.setText("" if self._stack.waiting else count)
        self._pane.show_detail(state.detail)
        self._pane.show_other(state.other)
        finding = tr("Looking through the licences") if state.finding else ""
        self._working.follow(state.doing or finding, *state.progress, can_stop=state.can_stop or not state.doing,
                             late=self._stack.waiting)  # fmt: skip
        if state.doing and self._asking is not None:
            self._asking.step(*state.progress)

    def _pick(self, code: str) -> None:
        """Ask which company, likeness or project."""
        self._picking = PickOne(self, question(code), tr("Show these"))
        self._picking.typed.connect(lambda typed: self._presenter.offer(code, typed))
        self._picking.picked.connect(lambda value, name: self._presenter.narrow(code, value, name))
        self._picking.finished.connect(self._forget_form)
        self._picking.open()
        self._presenter.offer(code, "")

    def offer(self, offers: list[tuple[str, str]]) -> None:
        """Show what can be chosen."""
        if self._picking is not None:
            self._picking.show_offers(offers)

    def _clear_all(self) -> None:
        self._search.clear()
        self._presenter.clear()

    def _asked(self, what: str) -> None:
        detail = self._state.detail
        if detail is None:
            return
        changing, papers = self._presenter.changing, self._presenter.papers
        at_once = {"sign": self.opened.emit, "discard": changing.throw_away, "amend": changing.amend,
                   CODE: lambda number: papers.make_code(number, partial(show_code, self, number))}  # fmt: skip
        if what in at_once:
            at_once[what](detail.number)
        elif what in PAPERS:
            if detail.state != "draft":
                ask_paper(self, what, detail.number, papers)
        elif what in LETTERS:
            self.letter.emit(what, detail.number)
        elif what == "changes":
            show_changes(self, detail)
        elif what == "notice":
            if (path := ask_place(self, detail.number)) is not None:
                changing.save_notice(detail.number, path)
        else:
            self._ask_change(what, detail)

    def _ask_change(self, what: str, detail: Detail) -> None:
        """Ask once more; what is agreed to is about the licence of the form, whatever is shown behind it by then."""
        other = self._state.other
        doubt = other.words if other and other.number == detail.number and other.trust == "unknown" else ""
        agreed = lambda *said: self._presenter.changing.change(detail.number, what, *said)
        self._asking = ChangeForm(self, what, detail, agreed, self._presenter.changing.stop, doubt)
        self._asking.finished.connect(self._forget_form)
        self._asking.open()

    def _forget_form(self) -> None:
        self._asking = self._picking = None

    def not_all(self, failed: list[str]) -> None:
        """Say which licences could not be saved, and why."""
        tell_failed(self, failed)

    def done(self, words: str, inverse: Inverse) -> None:
        """Hand over a step that can be undone."""
        self.did.emit(words, inverse)

    def draft(self, number: str) -> None:
        """Open a draft in the wizard."""
        self.opened.emit(number)

    def answered(self) -> None:
        """Close the form that was asked, whatever came of it."""
        if self._asking is not None:
            self._asking.accept()

    def unsigned(self, words: str) -> None:
        """Say in the form why it was not signed."""
        if self._asking is not None:
            self._asking.refused(words)

    def ask_name(self, given: Given, name: str, owner: str) -> None:
        """Ask whether an offer for another name is for the owner too."""
        ask_name(self, name, owner, lambda: self._presenter.take(given, name))

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)

    def exported(self, paths: list[Path]) -> None:
        """Say where the files lie, and show the folder."""
        if paths:
            self.said.emit(tr("Saved in {folder}", folder=paths[0].parent))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0].parent)))
