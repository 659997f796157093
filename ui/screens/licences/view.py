"""Licences: chips, search, table, and the pane of the chosen one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from likeness.paper.letter import CONFIRMATION, DELETION, WITHDRAWAL
from ui.kit.badges import look, state_word
from ui.kit.blank import Blank
from ui.kit.buttons import Button
from ui.kit.fields import SearchField
from ui.kit.figures import count_text
from ui.kit.flow import Flow
from ui.kit.frames import FootLine, Header, boxed, column, row
from ui.kit.given import Given
from ui.kit.rows import Column, Rows
from ui.kit.split import Split, right_pane
from ui.kit.table import Table
from ui.kit.ticks import Chip
from ui.kit.typeface import label
from ui.kit.ways_in import Asks, DropScreen, WaysIn
from ui.kit.words import language, tr, tr_n
from ui.kit.working import Working
from ui.screens.licences.all_button import AllButton, tell_failed
from ui.screens.licences.asking import ChangeForm, ask_name, show_changes
from ui.screens.licences.pane import LicencePane
from ui.screens.licences.papers import PAPERS, ask_paper
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.licences.state import Cells, LicencesState

LETTERS = (DELETION, CONFIRMATION, WITHDRAWAL)
KINDS = ("badge", "strong", "text", "text", "day", "figure")
WIDTHS = (126, 0, 156, 84, 86, 112)
DROP_LIKENESS, DROP_COMPANY = 640, 560  # widths of the table below which a column goes; the pane still has both
SEARCH_MS, DETAIL_MS = 60, 80
NOTICES = "*.likeness *.png *.txt"


class LicencesView(DropScreen):
    """The screen; `fresh` asks for the wizard, `opened` for the wizard on a draft, `letter` for a letter."""

    fresh = Signal()
    opened = Signal(str)
    letter = Signal(str, str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._jobs = jobs
        self._presenter = LicencesPresenter(desk, jobs, self)
        self._state = LicencesState()
        self._asking: ChangeForm | None = None
        self._build()
        self._search_later = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._search_later.timeout.connect(lambda: self._presenter.search(self._search.text()))
        self._detail_later = QTimer(self, singleShot=True, interval=DETAIL_MS)
        self._detail_later.timeout.connect(self._choose_now)
        self._connect()
        self.setFocusProxy(self._table)

    def _build(self) -> None:
        self._header = Header(tr("Licences"))
        self._search = SearchField(tr("Search licences"), 260)
        self._take = Button(tr("Take in"), "import")
        self._take.setToolTip(tr("An offer, an acceptance or a notice that somebody sent"))
        asks = Asks(tr("Choose the file that was sent to you"), tr("There is no licence on the clipboard."))
        self.ways = WaysIn(self, self._jobs, asks, self._presenter.take, self.said.emit)
        self._take.setMenu(self.ways)
        self._new = Button(tr("New licence"), "plus", "main")
        self._more = AllButton(self._presenter.papers.years, self._presenter.papers.export_many)
        self._header.add(self._search, self._more, self._take, self._new)
        self._chips: dict[str, Chip] = {}
        self._chip_row = Flow()
        self._clear = Button(tr("Clear"), look="link", small=True)
        self._shown = label("", "small", "text3")
        chips = row(margins=(24, 0, 24, 12))
        chips.addLayout(self._chip_row, 1)
        chips.addWidget(self._shown)
        self._model: Rows[Cells] = Rows(_columns(), _spoken, self)
        self._table = Table(self._model, KINDS, WIDTHS, _hue, tr("Licences"))
        self._foot = FootLine(("↑ ↓", tr("move")), ("E", tr("save PDF and QR")))
        self._stack = QStackedWidget()
        for page in (self._table, *_blanks()):
            self._stack.addWidget(page)
        self._working = Working()
        self._pane = LicencePane()
        left = boxed(column(self._stack, self._foot), ground="surface")
        self._split = Split(left, self._pane, right_pane(368))
        top = boxed(column(self._header, chips), ground="surface", rule="bottom")
        self._working.cancelled.connect(self._presenter.cancel)
        whole = column(top, self._working, self._split)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._search_later.start())
        self._new.clicked.connect(self.fresh)
        self._clear.clicked.connect(self._clear_all)
        self._pane.asked.connect(self._asked)
        self._table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._detail_later.start())
        for keys, slot in (("Ctrl+F", self._search.setFocus), ("/", self._search.setFocus)):
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence("E"), self._table, lambda: self._asked("export"),
                  context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip
        QShortcut(QKeySequence("Esc"), self._search, self._search.clear, context=Qt.ShortcutContext.WidgetShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() - 369
        self._table.setColumnHidden(3, wide < DROP_LIKENESS)
        self._table.setColumnHidden(2, wide < DROP_COMPANY)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_licence(self, number: str) -> None:
        """Show one licence, asked for from elsewhere."""
        self._clear_all()
        wanted = self._presenter.row_of(number)
        place = self._model.place_of(wanted)
        if place >= 0:
            self._table.selectRow(place)
            self._presenter.choose(wanted)

    def draw(self, state: LicencesState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        total, found = count_text(state.total, language()), count_text(len(state.ids), language())
        self._header.sub.setText(total)
        filtered = bool(state.words or state.chosen_states)
        self._shown.setText(tr("{found} of {total}", found=found, total=total) if filtered else tr("Newest first"))
        self._draw_chips(state)
        self._table.paint_cells.marked = state.words
        if state.detail is before.detail or state.ids != before.ids or not state.ids:
            self._draw_rows(state)
        self._stack.setCurrentIndex(0 if state.ids else 2 if filtered else 1)
        self._foot.count.setText(tr_n("{n} licence", "{n} licences", n=len(state.ids)))
        self._pane.show_detail(state.detail)
        self._pane.show_other(state.other)
        self._more.setEnabled(not state.doing)
        if state.doing and state.doing != before.doing:
            self._working.begin(state.doing, can_stop=state.can_stop)
        elif state.doing:
            self._working.step(*state.progress)
        else:
            self._working.end()

    def _draw_rows(self, state: LicencesState) -> None:
        chosen = self._model.id_at(self._table.currentIndex().row())
        quiet = self._table.selectionModel().blockSignals(True)
        self._model.show(state.ids, self._presenter.page)
        place = max(self._model.place_of(chosen), 0)
        self._table.selectionModel().blockSignals(quiet)
        if state.ids:
            self._table.selectRow(place)
            if state.detail is None or chosen != state.ids[place]:
                self._detail_later.start(0)

    def _draw_chips(self, state: LicencesState) -> None:
        codes = tuple(code for code, _count in state.counts)
        if codes != tuple(self._chips):
            self._chip_row.removeWidget(self._clear)
            self._chip_row.clear()
            self._chips = {code: Chip(state_word(code), look(code)[0]) for code in codes}
            for code, chip in self._chips.items():
                chip.clicked.connect(lambda _on=False, mine=code: self._presenter.toggle_state(mine))
                self._chip_row.addWidget(chip)
            self._chip_row.addWidget(self._clear)
        for code, count in state.counts:
            self._chips[code].set_count(count_text(count, language()))
            self._chips[code].setChecked(code in state.chosen_states)
        self._clear.setVisible(bool(state.words or state.chosen_states))

    def _choose_now(self) -> None:
        self._presenter.choose(self._model.id_at(self._table.currentIndex().row()))

    def _clear_all(self) -> None:
        self._search.clear()
        self._presenter.clear()

    def _asked(self, what: str) -> None:
        detail = self._state.detail
        if detail is None:
            return
        if what == "sign":
            self.opened.emit(detail.number)
        elif what in PAPERS:
            if detail.state != "draft":
                ask_paper(self, what, self._presenter)
        elif what in LETTERS:
            self.letter.emit(what, detail.number)
        elif what == "amend":
            self._presenter.amend()
        elif what == "changes":
            show_changes(self, detail)
        elif what == "notice":
            name = tr("notice {number}", number=detail.number.replace("@", "-"))
            path, _kind = QFileDialog.getSaveFileName(self, tr("Save the notice"), f"{name}.likeness", NOTICES)
            if path:
                self._presenter.save_notice(Path(path))
        else:
            other = self._state.other
            doubt = other.words if other and other.number == detail.number and other.trust == "unknown" else ""
            self._asking = ChangeForm(self, what, detail, lambda *said: self._presenter.change(what, *said), doubt)
            self._asking.open()

    def not_all(self, failed: list[str]) -> None:
        """Say which licences could not be saved, and why."""
        tell_failed(self, failed)

    def draft(self, number: str) -> None:
        """Open a draft in the wizard."""
        self.opened.emit(number)

    def answered(self) -> None:
        """Close the form that was asked, whatever came of it."""
        if self._asking is not None:
            self._asking.accept()
        self._asking = None

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


def _blanks() -> tuple[Blank, Blank]:
    """Return the pages without rows: no licence yet, and none that matches."""
    first = tr("When someone asks to use your face or voice, write down here what you allow.")
    return (
        Blank("file-signature", tr("No licences yet"), first),
        Blank("search-x", tr("Nothing matches"), tr("Try another word, or clear the filters."), hue="grey"),
    )


def _columns() -> list[Column[Cells]]:
    return [
        Column(tr("State"), lambda row: row.state),
        Column(tr("Project"), lambda row: row.project),
        Column(tr("Company"), lambda row: row.company),
        Column(tr("Likeness"), lambda row: row.likeness),
        Column(tr("Ends"), lambda row: row.ends),
        Column(tr("Fee"), lambda row: row.fee, right=True),
    ]


def _spoken(row: Cells) -> str:
    return f"{state_word(row.state)}. {row.project}. {row.company}. {row.likeness}. {row.ends}. {row.fee}"


def _hue(row: Cells, column: int) -> str:
    return "amber" if column == 4 and row.soon else ""
