"""The wizard: steps left, the page, plain words right; Continue goes on, the draft keeps itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, QTimeZone, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QWidget

from likeness.values.days import day_in
from ui.kit.asking.dialogs import Dialog
from ui.kit.background.working import Working
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import HEADER, Scroll, boxed, column, pinned, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.notes import Note
from ui.kit.parts.panes import pane_here
from ui.kit.parts.steps import StepList
from ui.kit.shortcuts import bind
from ui.kit.words import tr
from ui.screens.wizard.draft_page import ask_where, show_draft
from ui.screens.wizard.fee_page import FeePage
from ui.screens.wizard.first_pages import LikenessPage, ProjectPage, WhoPage
from ui.screens.wizard.limits_page import LimitsPage
from ui.screens.wizard.page import Page
from ui.screens.wizard.presenter import REVIEW, WizardPresenter
from ui.screens.wizard.read_button import ReadButton
from ui.screens.wizard.review_page import ReviewPage
from ui.screens.wizard.side import WIDE as SIDE_WIDE
from ui.screens.wizard.side import Side
from ui.screens.wizard.state import WizardState, step_words
from ui.screens.wizard.uses_page import UsesPage

AUTOSAVE_MS = 1000
_STEPS, _PAGE = 196, 360  # pixels at the usual text size; a page of less cuts its words


class WizardView(QWidget):
    """The flow; `closed` carries the number of the draft or licence, `afresh` wants it opened once more.

    `no_double` wants to go where a likeness is added, for there is none to be granted.
    """

    closed = Signal(str)
    afresh = Signal()
    no_double = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any, number: str = "", double: str = "") -> None:
        super().__init__()
        pane_here(self).setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"
        self._today = day_in(desk.clock.now(), "UTC")
        self._pages: list[Page] = []
        self._jobs = jobs
        self.place = number, 0  # the number of the draft, empty as long as there is none, and the step that is open
        self._stack = pane_here(QStackedWidget())
        self._typed: dict[int, dict[str, str]] = {}  # by step and field: to be put back once the page is open
        self._went_on = column()
        self._save_later = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._presenter = WizardPresenter(desk, jobs, self, number, double, zone)
        self._save_later.timeout.connect(self._presenter.keep)
        self._build()
        self._presenter.start()

    def _build(self) -> None:
        back = Button("", "arrow-left", "quiet", name=tr("Close and keep draft"))
        self._about = label("", "body", "text3")
        self._saved, self._tick = label("", "small", "text3"), IconMark("check", 14, "green")
        head = QFrame()
        hold(head, tall=HEADER)
        self._title = label(tr("New licence"), "page")
        self.setAccessibleName(self._title.text())
        head.setLayout(row(back, self._title, 6, self._about, None, self._tick, self._saved, margins=(16, 0, 24, 0)))
        self._steps = StepList(step_words())
        hold(self._steps, wide=_STEPS)
        self._side = Side()
        self._left = pane_here(boxed(column(self._steps), rule="right"))
        middle = self._middle = row(self._left, self._stack, boxed(column(self._side), rule="left"), gap=0)
        middle.setStretch(1, 1)
        theme().changed.connect(self._fit)
        self._close = Button(tr("Close and keep draft"), look="quiet")
        self._back, self._go = Button(tr("Back")), Button(tr("Continue"), look="main", keys="Ctrl ↵")
        self._read = ReadButton()
        foot = pinned(row(self._close, None, self._read, self._back, self._go, margins=(16, 0, 24, 0)))
        self._working = Working()
        self._working.cancelled.connect(self._presenter.signing.stop)
        whole = column(boxed(column(head), rule="bottom"), self._went_on, middle, self._working, foot)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        for button in (back, self._close):
            button.clicked.connect(self.leave)
        self._back.clicked.connect(self._go_back)
        self._go.clicked.connect(self._go_on)
        self._steps.opened.connect(self.jump)
        self._side.fix.connect(self._presenter.fix)
        self._side.sign.connect(self._presenter.sign)
        self._side.later.connect(self._sleep_on_it)
        self._side.shown_first.connect(self._save_page)
        bind("go-on", self, self._continue)

    def _fit(self) -> None:
        """Where there is no room for all three, the steps go first; then the plain words stand below the page."""
        beside = self.width() - grown(SIDE_WIDE)
        below = beside < grown(_PAGE)
        self._left.setVisible(not below and beside - grown(_STEPS) >= grown(_PAGE))
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._middle.setStretch(2, 1 if below else 0)
        self._side.let_be(wide=below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_pages(self, state: WizardState) -> None:
        self._pages = [
            WhoPage(state),
            which := LikenessPage(state, self._today),
            ProjectPage(state),
            UsesPage(state, self._today),
            FeePage(state),
            LimitsPage(state, self._today),
            review := ReviewPage(),
        ]
        review.whole.connect(self._presenter.time.show_page)
        review.seen.connect(self._read.follow)
        which.none_yet.connect(self.no_double)
        for page in self._pages:
            page.changed.connect(self._changed)
            self._stack.addWidget(Scroll(page))

    def _changed(self, terms: dict[str, Any]) -> None:
        self._presenter.change(**terms)
        self._save_later.start()

    def _continue(self) -> None:
        if self._stack.currentIndex() == REVIEW:
            self._side.focus_passphrase()
        else:
            self._go_on()

    def _settle(self) -> None:
        """Have the open page read its fields, for none of them need have been left."""
        self._presenter.read(self._pages[self._stack.currentIndex()].settle())

    def _go_on(self) -> None:
        self._settle()
        self._presenter.go_on()

    def _go_back(self) -> None:
        self._settle()
        self._presenter.back()

    def jump(self, step: int) -> None:
        """Open a step that was reached before."""
        self._settle()
        self._presenter.go(step)

    def _sleep_on_it(self) -> None:
        self._save_later.stop()
        self._settle()
        self._presenter.time.sleep_on_it()

    def _save_page(self) -> None:
        """Save the draft as a page for whoever is to read it first."""
        self._settle()
        if path := ask_where(self, self.place[0]):
            self._presenter.time.save_page(path)

    def leave(self) -> None:
        """Close; everything is kept, as far as it is."""
        self._save_later.stop()
        self._settle()
        self.closed.emit(self._presenter.leave())

    def _begin_afresh(self) -> None:
        dialog = Dialog(
            self, tr("Begin afresh?"), tr("What you wrote and did not finish goes. You cannot bring it back.")
        )
        dialog.keep_button()
        drop = dialog.answer(tr("Begin afresh"), "final")
        drop.clicked.connect(dialog.accept)
        dialog.accepted.connect(self._drop)
        dialog.open()

    def _drop(self) -> None:
        self._save_later.stop()
        self._presenter.begin_afresh()
        self.afresh.emit()

    def put_down(self) -> None:
        """Keep what can be kept, without asking: at the lock and at the end."""
        self._read.follow(seen=False)
        self._save_later.stop()
        self._settle()
        self._presenter.keep()
        for page in self._pages:
            page.blockSignals(True)  # a field that goes with the window says once more that it was left

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self._stack.currentWidget()
        if page is not None:
            _focus_first(page)

    def draw(self, state: WizardState) -> None:
        """Draw the state."""
        if not self._pages:
            self._make_pages(state)
            self._begin(state)
        page, self.place = self._pages[state.step], (state.number, state.step)
        page.fill(state)
        page.put_typed(self._typed.pop(state.step, {}))
        page.show_problems(state.problems)
        if self._stack.currentIndex() != state.step:
            self._stack.setCurrentIndex(state.step)
            _focus_first(page)
        self._steps.show_place(state.step, state.reached)
        if state.replaces:
            self._title.setText(tr("Amendment of licence {number}", number=state.replaces))
        self._about.setText(state.about)
        self._saved.setText(tr("Draft saved at {time}", time=state.saved) if state.saved else "")
        self._tick.setVisible(bool(state.saved))
        self._back.setVisible(state.step > 0)
        self._go.setVisible(state.step != REVIEW)
        self._side.show_state(state)
        self._read.text_to_read = "".join(text for text, _mark in state.plain)
        if not state.progress[1]:
            self._working.end()
            return
        if not self._working.going:
            self._working.begin(tr("Judging its uses again"))
        self._working.step(*state.progress)

    def point_at(self, field: str) -> None:
        """Put the focus into a field of the open page."""
        self._pages[self._stack.currentIndex()].point_at(field)

    def _begin(self, state: WizardState) -> None:
        """Put back what could not be read when the licence was left, and say that it is gone on with."""
        for one in state.typed:
            self._typed.setdefault(one.step, {})[one.field] = one.text
        if state.went_on:
            button = Button(tr("Begin afresh"), small=True)
            button.clicked.connect(self._begin_afresh)
            words = tr("This is where you left it. It was not whole, and is kept beside your drafts.")
            self._went_on.addWidget(Note("blue", "circle-dashed", words, button=button, size="body-strong"))
            self._went_on.setContentsMargins(24, 12, 24, 4)

    def show_page(self, page: bytes) -> None:
        """Show the draft as a page, to be read, printed or saved."""
        show_draft(self, self._jobs, self.place[0], page, (self.tell, self.fail), self._presenter.time.save_page)

    def tell(self, words: str) -> None:
        """Say what was kept."""
        self.said.emit(words)

    def done(self, number: str, words: str) -> None:
        """Say that it is signed and show it."""
        self.said.emit(words)
        self.closed.emit(number)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)


def _focus_first(page: QWidget) -> None:
    """Put the focus into the first field of a page that has just been opened."""
    fields = (child for child in page.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus)
    first = next((child for child in fields if child.isVisibleTo(page)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
