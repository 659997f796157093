"""The import of a usage report: four pages under one heading. Esc cancels what runs, else it closes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QWidget

from ui.kit.background.working import Working
from ui.kit.handed.drop_zone import paths_of
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import HEADER, boxed, column, empty, pinned, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.panes import by_tab, pane_here
from ui.kit.shortcuts import bind
from ui.kit.undoing.undo import Inverse
from ui.kit.words import tr, tr_n
from ui.screens.report.answer_dialog import AnswerDialog
from ui.screens.report.beginning import Beginning
from ui.screens.report.begun import Begun
from ui.screens.report.check_page import CheckPage
from ui.screens.report.columns_page import ColumnsPage
from ui.screens.report.file_page import FilePage
from ui.screens.report.presenter import ReportPresenter
from ui.screens.report.result_page import ResultPage
from ui.screens.report.state import CHECK, COLUMNS, FILE, RESULT, ReportState


class ReportView(QWidget):
    """The flow; `closed` when it is over, `did` hands over a step that can be undone, `back` has it taken back."""

    closed = Signal()
    did = Signal(str, object)
    back = Signal(str, object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any, begun: Begun | None = None) -> None:
        super().__init__()
        pane_here(self).setProperty("ground", "surface")
        self.setAccessibleName(tr("Import a usage report"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._state = ReportState()
        self._presenter = ReportPresenter(desk, jobs, self)
        self._build()
        self._connect()
        self._presenter.start(begun)

    @property
    def begun(self) -> Begun | None:
        """What another view can go on with."""
        return self._presenter.begun

    def _build(self) -> None:
        self._arrow = Button("", "arrow-left", "quiet", name=tr("Close the import"))
        self._name = Cut("", "body", "text3")
        self._crumbs = row(gap=10)
        head = QFrame()
        hold(head, tall=HEADER)
        head.setLayout(row(self._arrow, label(tr("Import a usage report"), "page"), 6, self._name, None, self._crumbs,
                           margins=(16, 0, 24, 0)))  # fmt: skip
        self._file, self._columns, self._check, self._result = FilePage(), ColumnsPage(), CheckPage(), ResultPage()
        self._stack = pane_here(QStackedWidget())
        for page in (self._file, self._columns, self._check, self._result):
            self._stack.addWidget(page)
        self._beginning = Beginning(self, self._stack, self._first)
        self._working = Working()
        self._hint, self._mark = label("", "small", "text3"), IconMark("check", 15, "green")
        self._undo = Button(tr("Undo import"), "undo-2", "link", small=True)
        self._cancel, self._back = Button(tr("Cancel"), keys="Esc"), Button(tr("Back"))
        self._go = Button(tr("Continue"), look="main")
        foot = pinned(row(self._mark, self._hint, 8, self._undo, None, self._cancel, self._back, self._go,
                          margins=(24, 0, 24, 0)))  # fmt: skip
        whole = column(boxed(column(head), rule="bottom"), self._working, self._stack, foot)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        ask = self._presenter
        self._file.chosen.connect(ask.take_file)
        self._file.sheet.connect(ask.choose_sheet)
        self._file.reporter.connect(ask.choose_reporter)
        self._file.period.connect(ask.choose_period)
        self._columns.chosen.connect(ask.choose)
        self._columns.same.connect(ask.say_for_all)
        self._result.asked.connect(self._ask)
        self._result.saved.connect(self._save_unread)
        self._working.cancelled.connect(ask.cancel)
        self._undo.clicked.connect(ask.undo)
        self._arrow.clicked.connect(self.leave)
        self._cancel.clicked.connect(self._stop)
        self._back.clicked.connect(lambda: ask.go(COLUMNS if self._state.step == RESULT else FILE))
        self._go.clicked.connect(self._go_on)
        bind("leave-import", self, self._stop)
        bind("go-on", self, self._go_on)

    def choose_file(self) -> None:
        """Open the file dialog."""
        self._file.ask()

    def take_file(self, path: Path) -> None:
        """Begin with a file."""
        self._presenter.take_file(path)

    def show_columns(self) -> None:
        """Open the page of columns, once a file was looked at."""
        self._presenter.go(COLUMNS)

    def _go_on(self) -> None:
        if not (self._go.isVisible() and self._go.isEnabled()):
            return
        if self._state.step == FILE:
            self._presenter.go(COLUMNS)
        elif self._state.step == COLUMNS:
            self._presenter.check()
        elif self._state.result is not None and self._state.result.rows and not self._state.result.recorded:
            self._presenter.record()
        else:
            self.leave()

    def _stop(self) -> None:
        if self._presenter.running:
            self._presenter.cancel()
        else:
            self.leave()

    def leave(self) -> None:
        """Close; what runs is cancelled and leaves no trace."""
        self._presenter.cancel()
        self.closed.emit()

    def look_again(self) -> None:
        """Look whether what was recorded here still stands."""
        self._presenter.look_again()

    def put_down(self) -> None:
        """Cancel what runs: at the lock and at the end."""
        self._presenter.cancel()

    def draw(self, state: ReportState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        self._beginning.look()
        if state.step != before.step or not self._crumbs.count():
            self._show_crumbs(state.step)
        self._name.setText(state.facts.name if state.facts else "")
        (self._file, self._columns, self._check, self._result)[state.step].draw(state)
        self._stack.setCurrentIndex(state.step)
        self._working.follow(state.busy, *state.far)
        self._show_foot(state)
        self._beginning.follow(another=_stage(state) != _stage(before))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._beginning.begin()

    def _first(self) -> QWidget:
        """Return what the open step begins with."""
        return {
            FILE: self._file.first,
            COLUMNS: next(by_tab(self._columns), self._go),
            CHECK: self._cancel,
            RESULT: self._result.question or self._go,
        }[self._state.step]

    def _show_crumbs(self, step: int) -> None:
        empty(self._crumbs)
        names = (tr("File"), tr("Columns"), tr("Check"), tr("Result"))
        for place, name in enumerate(names):
            if place:
                self._crumbs.addWidget(IconMark("chevron-right", 14))
            if place < step:
                self._crumbs.addWidget(IconMark("check", 14))
            ink = "accent" if place == step else "text2" if place < step else "text3"
            self._crumbs.addWidget(label(name, "label" if place == step else "small-medium", ink))

    def _show_foot(self, state: ReportState) -> None:
        result, step = state.result, state.step
        recorded = result is not None and bool(result.recorded)
        self._cancel.setVisible(not recorded)
        self._back.setVisible(step in (COLUMNS, RESULT) and not recorded)
        self._go.setVisible(step != CHECK and (step != FILE or state.facts is not None))
        self._go.setEnabled(not state.busy and (step != COLUMNS or _is_settled(state)))
        self._undo.setVisible(step == RESULT and recorded)
        self._mark.setVisible((step == RESULT and recorded) or (step == COLUMNS and bool(state.reporter)))
        self._go.set_look(_main_words(state))
        self._hint.setText(_hint_words(state))

    def _ask(self, target: str, word: str) -> None:
        guess, named = self._presenter.offered(target, word)
        AnswerDialog(self, target, word, guess, named, lambda code: self._presenter.answer(target, word, code)).open()

    def _save_unread(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save the rows that could not be read"), "", "*.csv")
        if path:
            self._presenter.save_unread(Path(path))

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def done(self, words: str, inverse: Inverse) -> None:
        """Hand over a step that can be undone."""
        self.did.emit(words, inverse)

    def take_back(self, words: str, inverse: Inverse) -> None:
        """Hand over the step that is to be taken back."""
        self.back.emit(words, inverse)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._state.step == FILE and paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._presenter.take_file(paths_of(event.mimeData())[0])


def _stage(state: ReportState) -> tuple[int, bool, bool]:
    """Return what the page asks for now: the step, whether a file was chosen, whether its uses were recorded."""
    return state.step, state.facts is not None, state.result is not None and bool(state.result.recorded)


def _is_settled(state: ReportState) -> bool:
    return not state.problem and not any(line.standing == "ask" and " ?" in line.code for line in state.columns)


def _main_words(state: ReportState) -> str:
    result = state.result
    if state.step == COLUMNS:
        return tr("Check all rows")
    if state.step != RESULT or result is None:
        return tr("Continue")
    if result.recorded:
        return tr_n("See the use", "See the {n} uses", n=result.flagged) if result.flagged else tr("See the uses")
    return tr_n("Record {n} use", "Record {n} uses", n=result.rows) if result.rows else tr("Close")


def _hint_words(state: ReportState) -> str:
    result = state.result
    if state.step == COLUMNS and state.reporter:
        return tr("This will be remembered for {company}", company=state.reporter)
    if state.step == CHECK:
        return tr("You can keep working. This goes on in the background.")
    if state.step == RESULT and result is not None and result.recorded:
        return tr_n("{n} use recorded", "{n} uses recorded", n=result.rows)
    return tr("Nothing is recorded yet.") if state.step == RESULT else ""
