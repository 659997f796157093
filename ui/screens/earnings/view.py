"""Earnings: chips of states, kind and company, the table of every due, and the pane of the chosen one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from likeness.licence.dues.due import KINDS
from likeness.paper.letters.letter import INVOICE
from likeness.paper.wording import word
from ui.kit.background.working import Working
from ui.kit.fields.fields import Choice, SearchField
from ui.kit.figures import count_text
from ui.kit.keys import cap
from ui.kit.lists.chosen_row import ChosenRow
from ui.kit.lists.rows import Rows
from ui.kit.lists.skeleton import ListPages, Skeleton
from ui.kit.lists.sorting import Sorting
from ui.kit.look.badges import look, state_word
from ui.kit.look.theme import theme
from ui.kit.look.typeface import hold, label
from ui.kit.parts.blank import Blank, NoMatch
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import Flow
from ui.kit.parts.frames import FootLine, boxed, column, row
from ui.kit.parts.header import Header
from ui.kit.parts.screen import Screen
from ui.kit.parts.split import Split, right_pane
from ui.kit.parts.ticks import Chip
from ui.kit.shortcuts import ALONE, bind
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr
from ui.screens.earnings.asking import SettleForm
from ui.screens.earnings.listed import DueTable, columns, spoken
from ui.screens.earnings.pane import DuePane
from ui.screens.earnings.presenter import EarningsPresenter
from ui.screens.earnings.reading import STATES
from ui.screens.earnings.state import Cells, EarningsState

CHOICE = 150  # pixels of a field that narrows the list


class EarningsView(Screen):
    """The screen; `did` hands over a step that can be undone, `licence` asks for a licence, `letter` for a letter."""

    did = Signal(str, object)
    licence = Signal(str)
    letter = Signal(str, str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._presenter = EarningsPresenter(desk, jobs, self)
        self.left = self._presenter.left
        self._state = EarningsState()
        self._build()
        self._connect()
        self.begin_with(self._table)

    def _build(self) -> None:
        self._header = Header(tr("Earnings"))
        self._search = SearchField(tr("Search what is owed"), 220)
        self._dates = Button(tr("Save dates…"), "calendar")
        self._dates.setToolTip(tr("All dates as a calendar file"))
        self._file = Button(tr("Save table…"), "download")
        self._file.setToolTip(tr("The lines shown, for a spreadsheet"))
        self._header.add(self._search, self._dates, self._file)
        self._model: Rows[Cells] = Rows(columns(), spoken, self)
        self._table = DueTable(self._model)
        self._row = ChosenRow(self._table, self._model)
        self._sorting = Sorting(self._table, self._model, self._presenter.sort)
        self._foot = FootLine(("↑ ↓", tr("move")), (cap("settle"), tr("paid, received or done")))
        none = Blank("coins", tr("Nothing is owed yet"),
                     tr("Fees, reports and deletions appear here once a company has accepted a licence."))  # fmt: skip
        no_match = NoMatch()
        no_match.cleared.connect(self._clear_all)
        self._stack = ListPages(self._table, none, no_match, Skeleton(self._table))
        self._working = Working()
        self._pane = DuePane()
        left = boxed(column(self._stack, self._foot), ground="surface")
        self._some = label(tr("Only the newest licences are added up here."), "small", "text2")
        self._some.setContentsMargins(24, 0, 24, 8)
        self._some.setVisible(False)
        top = boxed(column(self._header, self._filters(), self._some), ground="surface", rule="bottom")
        self._split = Split(left, self._pane, right_pane(368))
        self._split.enter_from(self._table)
        whole = column(top, self._working, self._split)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _filters(self) -> QWidget:
        words = {"settled": tr("Paid or done")}
        icons = {"settled": look("paid")[0]}
        self._chips = {one: Chip(words.get(one, state_word(one)), icons.get(one, look(one)[0])) for one in STATES}
        self._kind = Choice([("", tr("Every kind")), *((one, word(language(), "due-kind", one)) for one in KINDS)])
        self._kind.setAccessibleName(tr("Kind"))
        self._performer = Choice([("", tr("Every performer"))])
        self._performer.setAccessibleName(tr("Performer"))
        self._company = Choice([("", tr("Every company"))])
        self._company.setAccessibleName(tr("Company"))
        self._clear = Button(tr("Clear"), look="link", small=True)
        narrowing, line = Flow(), row(margins=(24, 0, 24, 12))
        self._choices = (self._kind, self._performer, self._company)
        for choice in self._choices:
            hold(choice, wide=CHOICE)
        for part in (*self._chips.values(), *self._choices, self._clear):
            narrowing.addWidget(part)
        line.addLayout(narrowing, 1)
        line.addLayout(column(2, self._sorting, None))  # beside the first line, however many there are
        return boxed(line)

    def _connect(self) -> None:
        self._search.searched.connect(self._presenter.search)
        self._clear.clicked.connect(self._clear_all)
        self._dates.clicked.connect(lambda: self._save(tr("Save dates…"), "likeness.ics", self._presenter.save_dates))
        self._file.clicked.connect(lambda: self._save(tr("Save table…"), "likeness.csv", self._presenter.save_table))
        for group, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, mine=group: self._presenter.toggle_state(mine))
        for choice in self._choices:
            choice.activated.connect(lambda _at: self._narrow())
        self._pane.asked.connect(self._asked)
        self._pane.licence.connect(self.licence)
        self._pane.write.connect(self._write)
        self._row.moved.connect(lambda key: self._presenter.choose(key or ""))
        self._working.cancelled.connect(self._presenter.stop)
        self._stack.again.connect(self._presenter.refresh)
        theme().changed.connect(self._fit)
        bind("search-list", self, self._search.setFocus)
        bind("clear-search", self._search, self._search.clear, ALONE)
        bind("settle", self._table, lambda: self._asked("settle"), ALONE)
        bind("write-letter", self._table, lambda: self._write_first(bill=False), ALONE)
        bind("write-invoice", self._table, lambda: self._write_first(bill=True), ALONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._table.fit(self._split.left_of(self.width()))

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_one(self, key: str) -> None:
        """Show one due, asked for from elsewhere."""
        self._search.clear()
        self._presenter.reveal(key)

    def shown(self) -> str:
        """Return what the pane shows, for the way back; empty where it shows nothing."""
        return self._state.detail.key if self._state.detail else ""

    def draw(self, state: EarningsState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        self._draw_filters(state)
        self._sorting.show_order(state.order)
        self._sorting.offer("performer", there=bool(state.performers))
        self._table.show_performers(several=bool(state.performers))
        if state.turn != before.turn:
            self._row.show(state.keys, self._presenter.page, state.chosen)
        self._row.follow(state.chosen)
        self._stack.show_list(rows=bool(state.keys), hidden=bool(state.total), reading=bool(state.doing),
                              stopped=state.stopped)  # fmt: skip
        found, total = count_text(len(state.keys), language()), count_text(state.total, language())
        self._foot.count.setText("" if self._stack.waiting else tr("{found} of {total}", found=found, total=total))
        self._file.setEnabled(bool(state.keys))
        self._pane.show_detail(state.detail)
        self._working.follow(state.doing, late=self._stack.waiting)

    def _draw_filters(self, state: EarningsState) -> None:
        for group, count in state.counts:
            self._chips[group].set_count(count_text(count, language()))
        for group, chip in self._chips.items():
            chip.setChecked(group in state.chosen_states)
        _renew(self._performer, tr("Every performer"), state.performers)
        _renew(self._company, tr("Every company"), state.companies)
        self._performer.setVisible(bool(state.performers))
        self._kind.choose(state.kind)
        self._performer.choose(state.performer)
        self._company.choose(state.company)
        self._clear.setVisible(state.filtered)
        self._header.sub.setText(tr("{sums} open", sums=state.sums) if state.sums else "")
        self._some.setVisible(not state.whole)

    def _narrow(self) -> None:
        kind, performer, company = (choice.code() for choice in self._choices)
        self._presenter.narrow(kind=kind, performer=performer, company=company)

    def _clear_all(self) -> None:
        self._search.clear()
        self._presenter.clear(frozenset())

    def _asked(self, what: str) -> None:
        detail = self._state.detail
        if detail is None:
            return
        if what == "settle":
            if not detail.said:
                SettleForm(self, detail, partial(self._presenter.settle, detail.key)).open()
        else:
            {"waive": self._presenter.waive, "reopen": self._presenter.reopen}[what](detail.key)

    def _write(self, kind: str) -> None:
        if self._state.detail is not None:
            self.letter.emit(kind, self._state.detail.key)

    def _write_first(self, *, bill: bool) -> None:
        letters = self._state.detail.letters if self._state.detail else ()
        if letters and (letters[0] == INVOICE) == bill:
            self._write(letters[0])

    def _save(self, title: str, name: str, save: Any) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, title.rstrip("…"), name)
        if path:
            save(Path(path))

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def done(self, words: str, inverse: Inverse) -> None:
        """Hand over a step that can be undone."""
        self.did.emit(words, inverse)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)


def _renew(choice: Choice, every: str, names: tuple[str, ...]) -> None:
    """Offer these names, and every one; the same ones again change nothing."""
    if names != tuple(choice.itemText(at) for at in range(1, choice.count())):
        choice.set_choices([("", every), *((name, name) for name in names)])
