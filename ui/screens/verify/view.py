"""Verify: drop, open or paste; then the answer, and a planned use beside it. Works offline, sends nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from likeness.values.days import day_in
from ui.kit.buttons import Button
from ui.kit.drop_zone import DropZone, paths_of
from ui.kit.frames import Header, boxed, caps, column, empty, row
from ui.kit.marks import IconMark
from ui.kit.split import Split, right_pane
from ui.kit.typeface import label
from ui.kit.words import tr
from ui.kit.working import Working
from ui.screens.verify.answer_page import AnswerPage, before_line
from ui.screens.verify.card_dialog import confirm_digits
from ui.screens.verify.plan_pane import PlanPane
from ui.screens.verify.presenter import VerifyPresenter
from ui.screens.verify.state import LOOKS, VerifyState

KINDS = "*.pdf *.likeness *.png *.jpg *.jpeg"


class VerifyView(QWidget):
    """The screen; `card` asks to confirm a key card."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = VerifyPresenter(desk, jobs, self)
        self._state = VerifyState()
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.setFocusProxy(self._choose)

    def _build(self) -> None:
        header = Header(tr("Verify a licence"))
        offline = boxed(row(IconMark("wifi-off", 15), label(tr("Works offline · nothing is sent"), "small", "text3")))
        header.add(offline)
        self._drop = DropZone(tr("Drop a licence here"), tr("PDF, picture of the QR code, or licence file"),
                              "shield-check")  # fmt: skip
        self._drop.setFixedHeight(336)
        self._choose = Button(tr("Choose file"), "folder-open", "main", keys="Ctrl O")
        self._paste = Button(tr("Paste"), "clipboard-paste", keys="Ctrl V")
        self._drop.add(self._choose, self._paste)
        self._before = column()
        kept = row(caps(tr("Checked before")), None, label(tr("until you close this window"), "small", "text3"))
        self._kept = boxed(column(kept, 6, self._before))
        start = boxed(column(self._drop, 22, self._kept, None, margins=(24, 0, 24, 20)), ground="surface")
        self._answer = AnswerPage()
        self._plan = PlanPane(day_in(self._desk.clock.now(), "UTC"))
        both = Split(self._answer, self._plan, right_pane(392))
        self._stack = QStackedWidget()
        self._stack.addWidget(start)
        self._stack.addWidget(boxed(column(both), rule="top"))
        self._working = Working()
        whole = column(header, self._working, self._stack)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._drop.dropped.connect(self.check_paths)
        self._choose.clicked.connect(self.choose_file)
        self._paste.clicked.connect(self.paste)
        self._answer.again.connect(self._presenter.again)
        self._answer.card.connect(self._choose_card)
        self._plan.asked.connect(self._presenter.plan)
        self._working.cancelled.connect(self._presenter.cancel)
        local = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+V"), self, self.paste, context=local)
        QShortcut(QKeySequence("Esc"), self, self._presenter.again, context=local)

    def refresh(self) -> None:
        """Draw again."""
        self._presenter.refresh()

    def choose_file(self) -> None:
        """Open the file dialog."""
        path, _kind = QFileDialog.getOpenFileName(self, tr("Choose a licence to check"), "", KINDS)
        if path:
            self._presenter.check_file(Path(path))

    def check_paths(self, paths: tuple[Path, ...]) -> None:
        """Check the first of the dropped files."""
        if paths:
            self._presenter.check_file(paths[0])

    def paste(self) -> None:
        """Check what is on the clipboard: a file, or the text of a code."""
        data = QGuiApplication.clipboard().mimeData()
        paths = paths_of(data)
        if paths:
            self.check_paths(paths)
        elif data.hasText():
            self._presenter.check_text(data.text())
        else:
            self.said.emit(tr("There is no licence on the clipboard."))

    def _choose_card(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("Choose the signer’s card"), "", "")
        if path:
            self._presenter.read_card(Path(path))

    def draw(self, state: VerifyState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        if state.before != before.before:
            empty(self._before)
            for line in state.before:
                icon, hue = LOOKS[line.answer]
                self._before.addWidget(before_line(icon, hue, line.title, line.signer, line.words))
        self._kept.setVisible(bool(state.before))
        self._stack.setCurrentIndex(1 if state.shown else 0)
        if state.shown is not None and state.shown != before.shown:
            self._answer.show_answer(state.shown, state.file)
        if state.purposes != before.purposes:
            self._plan.offer(state.purposes)
        self._plan.setVisible(state.shown is not None and state.shown.can_plan)
        self._plan.show_planned(state.planned)
        if state.doing:
            self._working.begin(state.doing)
        else:
            self._working.end()

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)

    def carded(self, name: str, digits: str, data: bytes) -> None:
        """Ask to compare the digits of a card before it is trusted."""
        confirm_digits(self, name, digits, lambda: self._presenter.confirm_card(data))

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.check_paths(paths_of(event.mimeData()))
