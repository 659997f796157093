"""Verify: drop, open, paste or camera; then the answer, or a list of them. Works offline, sends nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from likeness.values.days import day_in
from ui.kit.background.working import Working
from ui.kit.camera.camera_dialog import CameraDialog
from ui.kit.camera.camera_source import CameraSource
from ui.kit.handed.clipboard import pasted
from ui.kit.handed.ways_in import DropScreen
from ui.kit.look.typeface import label
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.header import Header
from ui.kit.parts.marks import IconMark
from ui.kit.parts.split import Split, right_pane
from ui.kit.shortcuts import bind
from ui.kit.words import tr
from ui.screens.verify.answer_page import AnswerPage
from ui.screens.verify.list_page import ListPage
from ui.screens.verify.plan_pane import PlanPane
from ui.screens.verify.presenter import VerifyPresenter
from ui.screens.verify.start_page import StartPage
from ui.screens.verify.state import VerifyState

KINDS = "*.pdf *.likeness *.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.txt"
START, LIST, ANSWER = 0, 1, 2


class VerifyView(DropScreen):
    """The screen; `card` hands over a file or bytes that belong to the contacts."""

    card = Signal(object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._desk, self._jobs = desk, jobs
        self._presenter = VerifyPresenter(desk, jobs, self)
        self._state = VerifyState()
        self._build()
        self._connect()
        self.begin_with(self._start.choose)

    def _build(self) -> None:
        header = Header(tr("Verify a licence"))
        offline = boxed(row(IconMark("wifi-off", 15), label(tr("Works offline · nothing is sent"), "small", "text3")))
        header.add(offline)
        self._start, self._list, self._answer = StartPage(), ListPage(), AnswerPage()
        self._plan = PlanPane(day_in(self._desk.clock.now(), "UTC"))
        both = Split(self._answer, self._plan, right_pane(392))
        self._stack = QStackedWidget()
        for page in (self._start, boxed(column(self._list), rule="top"), boxed(column(both), rule="top")):
            self._stack.addWidget(page)
        self._working = Working()
        whole = column(header, self._working, self._stack)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        start, presenter = self._start, self._presenter
        for place in (start.drop, self):
            place.dropped.connect(self.check_paths)
        start.choose.clicked.connect(self.choose_file)
        start.paste.clicked.connect(self.paste)
        start.camera.clicked.connect(lambda _on: self.use_camera())
        start.chosen.connect(lambda path: presenter.check_files([Path(path)]))
        start.forgotten.connect(presenter.forget)
        self._list.opened.connect(presenter.open)
        self._list.again.connect(presenter.again)
        self._answer.again.connect(presenter.again)
        self._answer.saved.connect(self._save)
        self._answer.card.connect(self._take_card)
        self._answer.listed.connect(lambda: self._take_file(tr("Choose the signer’s status list")))
        self._plan.asked.connect(presenter.plan)
        self._working.cancelled.connect(presenter.cancel)
        bind("paste-check", self, self.paste)
        bind("check-another", self, presenter.again)

    def refresh(self) -> None:
        """Draw again."""
        self._presenter.refresh()

    def choose_file(self) -> None:
        """Open the file dialog."""
        paths, _kind = QFileDialog.getOpenFileNames(self, tr("Choose licences to check"), "", KINDS)
        self.check_paths(tuple(map(Path, paths)))

    def check_paths(self, paths: tuple[Path, ...]) -> None:
        """Check files, dropped or chosen."""
        self._presenter.check_files(paths)

    def paste(self) -> None:
        """Check what is on the clipboard: files, a picture, or the text of codes."""
        found = pasted()
        if found.paths:
            self.check_paths(found.paths)
        elif found.picture:
            self._presenter.check_picture(found.picture)
        elif found.text:
            self._presenter.check_text(found.text)
        else:
            self.said.emit(tr("There is no licence on the clipboard."))

    def use_camera(self, source: CameraSource | None = None) -> CameraDialog:
        """Hold a code before the camera; without one the dialog says what else can be done."""
        dialog = CameraDialog(self, self._jobs, source)
        dialog.found.connect(self._presenter.check_codes)
        dialog.picture.connect(self.choose_file)
        dialog.begin()
        return dialog

    def _save(self) -> None:
        name = tr("check {day}", day=day_in(self._desk.clock.now(), "UTC").isoformat())
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save this check"), f"{name}.pdf", "*.pdf")
        if path:
            self._presenter.save(Path(path))

    def _take_card(self) -> None:
        if self._state.shown is not None and self._state.shown.other_statement:
            self.card.emit(self._presenter.handed_over())
            return
        waiting = self._presenter.signers_card()
        if waiting is not None:
            self.card.emit(waiting)
            return
        self._take_file(tr("Choose the signer’s card"))

    def _take_file(self, title: str) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, title, "", "")
        if path:
            self.card.emit(Path(path))

    def draw(self, state: VerifyState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        if state.before != before.before:
            self._start.show_before(state.before)
        if state.items != before.items:
            self._list.show_items(state.items)
        if state.form != before.form:
            self._plan.offer(state.form)
        if state.shown is not None and (state.shown, state.at) != (before.shown, before.at):
            self._answer.show_answer(state.shown, state.items[state.at or 0].file, several=state.several)
        self._plan.setVisible(state.form is not None)
        self._plan.show_planned(state.planned)
        self._turn(ANSWER if state.shown else LIST if state.items else START)
        self._working.follow(state.doing)

    def _turn(self, page: int) -> None:
        """Show a page; what was reached by keys goes on by keys, and the answer is spoken."""
        if page == self._stack.currentIndex():
            return
        self._stack.setCurrentIndex(page)
        self.begin_with(self._first())
        if self.isVisible():
            QTimer.singleShot(0, self, self._focus)  # what was just made is not to be seen before the next turn
        if page == ANSWER and self._state.shown is not None:
            said = f"{self._state.shown.title}. {self._state.shown.reason}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _first(self) -> QWidget:
        """Return what has the focus on the page that is shown."""
        page = self._stack.currentIndex()
        return {START: self._start.choose, LIST: self._list.feed, ANSWER: self._answer.first}[page]

    def _focus(self) -> None:
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def progress(self, done: int, whole: int) -> None:
        """Show how many were checked."""
        self._working.step(done, whole)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)
