"""Contacts: whose cards are here and how they are known; the pane of the chosen one; one's own card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog

from ui.kit.asking.card_question import CardQuestion
from ui.kit.background.working import Working
from ui.kit.fields.fields import SearchField
from ui.kit.figures import count_text
from ui.kit.handed.ways_in import Asks, DropScreen, WaysIn
from ui.kit.keys import cap
from ui.kit.lists.chosen_row import ChosenRow
from ui.kit.lists.rows import Column, Rows
from ui.kit.lists.skeleton import ListPages, Skeleton
from ui.kit.lists.sorting import Sorting
from ui.kit.lists.table import Table
from ui.kit.look.badges import look, state_word
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.parts.blank import Blank, NoMatch
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import FootLine, boxed, column, row
from ui.kit.parts.header import Header
from ui.kit.parts.split import Split, right_pane
from ui.kit.parts.ticks import Chip
from ui.kit.parts.verbs import verbs_here
from ui.kit.shortcuts import ALONE, bind
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr
from ui.screens.contacts.doubtful import DoubtfulDialog
from ui.screens.contacts.own_card import OnceDialog, OwnCardDialog
from ui.screens.contacts.pages import print_card, print_recovery
from ui.screens.contacts.pane import ContactPane
from ui.screens.contacts.presenter import ContactsPresenter
from ui.screens.contacts.reading import TRUSTS
from ui.screens.contacts.signing import Signing
from ui.screens.contacts.state import COLUMNS, NO_KEY, Cells, ContactsState, OwnCard, Pairs

KINDS = ("badge", "strong", "text", "text")
WIDTHS = (130, 176, 92, 0)
DROP_ROLE = 640  # width of the table below which the role goes; the pane still has it
FILES = "*.likeness *.png *.txt"


class ContactsView(DropScreen):
    """The screen; `licence` asks to see a licence, `did` hands over a step that can be undone."""

    did = Signal(str, object)
    licence = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._jobs = jobs
        self._presenter = ContactsPresenter(desk, jobs, self)
        self.left = self._presenter.left
        self._signing = Signing(self, desk, self._presenter)
        self._state = ContactsState()
        self._build()
        self._connect()
        self.begin_with(self._table)

    def _build(self) -> None:
        self._header = Header(tr("Contacts"))
        self._search = SearchField(tr("Search contacts"), 220)
        self._own = Button(tr("My card"), "qr-code")
        self._add = Button(tr("Add a card"), "plus", "main")
        asks = Asks(tr("Choose a card, or what else was sent to you"), tr("There is no card on the clipboard."))
        self.ways = WaysIn(self, self._jobs, asks, self._presenter.take, self.said.emit)
        self._add.setMenu(self.ways)
        self._header.add(self._search, self._own, self._add)
        self._chips = {trust: Chip(state_word(trust), look(trust)[0]) for trust in TRUSTS}
        self._list = Button(tr("Save my status list…"), "download", "link", small=True)
        self._list.setToolTip(tr("What is withdrawn, suspended or replaced of your licences, signed and dated"))
        self._model: Rows[Cells] = Rows(_columns(), _spoken, self)
        self._table = Table(self._model, KINDS, WIDTHS, lambda _row, _column: "", tr("Contacts"), COLUMNS)
        self._row = ChosenRow(self._table, self._model)
        self._sorting = Sorting(self._table, self._model, self._presenter.sort)
        line = row(margins=(24, 0, 24, 12))
        line.addLayout(flow(*self._chips.values()), 1)
        for part in (self._list, self._sorting):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        chips = boxed(line)
        verbs_here(chips)
        self._foot = FootLine(("↑ ↓", tr("move")), (cap("paste-in"), tr("paste a card")))
        how = tr("Ask people for their card when you meet, and drop its file here or scan its code.")
        first = Button(tr("Add a card"), "plus", "main")
        first.setMenu(self.ways)
        none = Blank("users", tr("No contacts yet"), how, first)
        no_match = NoMatch()
        no_match.cleared.connect(lambda: self.search_for(""))
        self._stack = ListPages(self._table, none, no_match, Skeleton(self._table))
        self._pane = ContactPane()
        left = boxed(column(self._stack, self._foot), ground="surface")
        top = boxed(column(self._header, chips), ground="surface", rule="bottom")
        self._split = Split(left, self._pane, right_pane(368))
        self._split.enter_from(self._table)
        self._working = Working()
        whole = column(top, self._working, self._split)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._search.searched.connect(self._presenter.search)
        self._own.clicked.connect(self._presenter.handing.show_own)
        self._list.clicked.connect(lambda: self._save(tr("status list"), self._presenter.handing.save_list))
        for trust, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, mine=trust: self._presenter.toggle_trust(mine))
        self._pane.asked.connect(self._asked)
        self._pane.took_back.connect(self._signing.take_back)
        self._pane.again.connect(self._save_again)
        self._pane.licence.connect(self.licence)
        self._row.moved.connect(lambda key: self._presenter.choose(key or ""))
        self._working.cancelled.connect(self._presenter.stop)
        self._stack.again.connect(self._presenter.refresh)
        theme().changed.connect(self._fit)
        bind("search-list", self, self._search.setFocus)
        bind("clear-search", self._search, self._search.clear, ALONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._table.setColumnHidden(2, self._split.left_of(self.width()) < grown(DROP_ROLE))

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def take(self, given: Path | bytes) -> None:
        """Take in a card or whatever else somebody sent."""
        self._presenter.take(given)

    def show_one(self, key: str) -> None:
        """Show somebody, asked for from elsewhere: by the fingerprint of the key, or by name where no card came."""
        self._search.clear()
        self._presenter.reveal(key)

    def search_for(self, words: str) -> None:
        """Look for words, asked for from elsewhere."""
        self._presenter.clear()
        self._search.setText(words)

    def shown(self) -> str:
        """Return what the pane shows, as quick find knows it; empty where it shows nothing."""
        return self._state.detail.key.removeprefix(NO_KEY) if self._state.detail else ""

    def draw(self, state: ContactsState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        total, found = count_text(state.total, language()), count_text(len(state.keys), language())
        for trust, count in state.counts:
            self._chips[trust].set_count(count_text(count, language()))
        for trust, chip in self._chips.items():
            chip.setChecked(trust in state.chosen_trust)
        self._table.paint_cells.marked = state.words
        self._sorting.show_order(state.order)
        if state.turn != before.turn:
            self._row.show(state.keys, self._presenter.page, state.chosen)
        self._row.follow(state.chosen)
        self._stack.show_list(rows=bool(state.keys), hidden=bool(state.total), reading=state.reading,
                              stopped=state.stopped)  # fmt: skip
        self._working.follow(tr("Reading your contacts") if state.reading else "", late=True)
        waiting = self._stack.waiting
        self._header.sub.setText("" if waiting else total)
        self._foot.count.setText("" if waiting else tr("{found} of {total}", found=found, total=total))
        self._pane.show_detail(state.detail)

    def _asked(self, verb: str) -> None:
        detail = self._state.detail
        if detail is None:
            return
        if verb == "confirm":
            self._presenter.ask(detail.key)
        elif verb == "add":
            self.ways.choose()
        elif verb == "remove":
            self._presenter.remove(detail.key)
        else:
            self._signing.ask(verb, detail)

    def _save(self, name: str, save: Callable[[Path], None]) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, name.capitalize(), f"{name}.likeness", FILES)
        if path:
            save(Path(path))

    def _save_again(self, word: str) -> None:
        name = tr("signed word") if word else tr("new key")
        self._save(name, lambda path: self._presenter.handing.save_again(word, path))

    def ask_card(self, key: str, name: str, role: str, digits: str) -> None:
        """Ask the one question about a card."""
        CardQuestion(self, name, role, digits, lambda: self._presenter.confirm(key)).open()

    def show_own(self, card: OwnCard) -> None:
        """Show the owner's card."""
        dialog = OwnCardDialog(self, card)
        dialog.asked.connect(self._own_asked)
        dialog.open()

    def _own_asked(self, verb: str) -> None:
        if verb == "save":
            self._save(tr("my card"), self._presenter.handing.save_own)
        elif verb == "again":
            self._save_again("")
        elif verb == "page":
            print_card(self, self._jobs, self._presenter.handing, (self.said.emit, self.fail))
        else:
            self._signing.ask(verb, None)

    def signed(self, words: str, data: bytes, name: str) -> None:
        """Say what was signed, and ask where to keep the file for others."""
        self._signing.done()
        self.said.emit(words)
        self._save(name, lambda path: self._presenter.handing.save_signed(data, path))

    def show_once(self, digits: str) -> None:
        """Show the digits of a recovery key, this once."""
        dialog = OnceDialog(self, digits)
        handing, hear = self._presenter.handing, (self.said.emit, self.fail)
        dialog.printed.connect(lambda: print_recovery(self, self._jobs, handing, hear, digits))
        dialog.open()

    def show_doubtful(self, licences: Pairs) -> None:
        """Show what was signed with one's own lost key after it was lost."""
        dialog = DoubtfulDialog(self, licences)
        dialog.licence.connect(self.licence)
        dialog.open()

    def unsigned(self, words: str) -> None:
        """Say that nothing was signed."""
        self._signing.refused(words)

    def done(self, words: str, inverse: Inverse) -> None:
        """Hand over a step that can be undone."""
        self.did.emit(words, inverse)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong; an open form goes first, for it cannot be answered any more."""
        self._signing.done()
        self.failed.emit(why)


def _columns() -> list[Column[Cells]]:
    return [
        Column("", lambda row: row.trust, name=tr("State")),
        Column(tr("Name"), lambda row: row.name),
        Column(tr("Role"), lambda row: row.role),
        Column(tr("How you know them"), lambda row: row.known),
    ]


def _spoken(row: Cells) -> str:
    return f"{state_word(row.trust)}. {row.name}. {row.role}. {row.known}"
