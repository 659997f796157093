"""The page of the twelve words: what they do and the way to print them at the left, the sheet itself at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from likeness.paper.wording import say
from ui.kit.fields.fields import Labelled
from ui.kit.look.typeface import label
from ui.kit.pages.printing import ask_printer
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll, boxed, column, icon_row, row
from ui.kit.parts.marks import Hairline
from ui.kit.parts.one_page import OnePage
from ui.kit.words import language, tr
from ui.screens.words.presenter import WordsPresenter
from ui.screens.words.sheet import SheetView
from ui.screens.words.state import CHECK, WordsState
from ui.screens.words.word_field import WordField


class WordsView(QWidget):
    """The page; `done` when the words count, `left` when she goes on without. `first` is the first run."""

    done = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, office: Any, jobs: Any, *, first: bool) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs = jobs
        self._presenter = WordsPresenter(office, jobs, self, first=first)
        self.sheet = SheetView()
        whole = row(self._left(first=first), self._right(), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._presenter.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._next.setFocus()

    def _left(self, *, first: bool) -> QWidget:
        self._title = label("", "hero", wrap=True)
        lead = label(say(language(), "word-sheet", "lead"), "lead", "text2", wrap=True)
        keeping = (
            ("house", tr("Keep one copy at home and one elsewhere.")),
            ("eye-off", tr("Whoever reads it and reaches this computer or a backup can open your registry.")),
            ("camera-off", tr("Paper only. Do not photograph or email it.")),
        )
        self.print = Button(tr("Print…"), "printer")
        self.print.clicked.connect(self._presenter.print)
        self._below = OnePage(self._hint(), self._questions())
        points = column(*(icon_row(*one, hue="accent", size=17) for one in keeping), gap=10)
        inside = boxed(column(self._title, 8, lead, 20, points, 20, row(self.print, None), 18, self._below, None,
                              margins=(56, 40, 40, 20)))  # fmt: skip
        whole = column(Scroll(inside), self._foot(first=first))
        whole.setStretch(0, 1)
        return boxed(whole)

    def _hint(self) -> QWidget:
        hint = tr("Next, you will type two of the words, to show that your copy can be read. Then they count.")
        return boxed(column(icon_row("info", hint, ink="text3"), None))

    def _questions(self) -> QWidget:
        self.fields = [WordField(), WordField()]
        self._labelled = [Labelled("-", field) for field in self.fields]
        again = Button(tr("Show the words again"), look="link", small=True)
        again.clicked.connect(self._presenter.start)
        for at, field in enumerate(self.fields):
            field.textChanged.connect(lambda text, place=at: self._presenter.typed(place, text))
            field.editingFinished.connect(lambda place=at: self._presenter.left(place, self.fields[place].text()))
        self.fields[0].returnPressed.connect(self.fields[1].setFocus)
        self.fields[1].returnPressed.connect(self._presenter.keep)
        beside = row(*(column(one, None) for one in self._labelled), gap=16)
        return boxed(column(Hairline(), 16, label(tr("Show that you have it"), "body-strong"), 4,
                            row(label(tr("Type two words from your paper copy."), "body", "text2"), again, None),
                            12, beside, None))  # fmt: skip

    def _foot(self, *, first: bool) -> QFrame:
        later = Button(tr("Remind me later") if first else tr("Cancel"), look="quiet")
        later.clicked.connect(self.left)
        self._next = Button("", look="main")
        self._next.clicked.connect(self._go_on)
        return boxed(row(None, later, self._next, margins=(56, 14, 40, 14)), rule="top")

    def _right(self) -> QWidget:
        inside = boxed(column(None, row(None, self.sheet, None), None, margins=(28, 28, 28, 28)))
        scroll = Scroll(inside)
        scroll.setMinimumWidth(self.sheet.sizeHint().width() + 72)
        return boxed(column(scroll), "window")

    def _go_on(self) -> None:
        if self._below.place:
            self._presenter.keep()
        else:
            self._presenter.written_down()
            self.fields[0].setFocus()

    def draw(self, state: WordsState) -> None:
        """Draw the state."""
        checking = state.step == CHECK
        self._title.setText(tr("Check your copy") if checking else tr("Write down your twelve words"))
        self._below.show_page(int(checking))
        self._next.set_look(tr("Finish") if checking else tr("I have written them down"))
        self._next.setEnabled(not checking or (state.complete and not state.busy))
        self.print.set_look(tr("Print again…") if checking else tr("Print…"))
        for field, labelled, asked in zip(self.fields, self._labelled, state.asked, strict=True):
            labelled.rename(tr("Word {n}", n=asked.place))
            labelled.wrong(asked.problem)
            field.show_right(is_right=asked.right)
        self.sheet.show_state(state)

    def paper(self, page: bytes) -> None:
        """Ask which printer; the page is written nowhere."""
        ask_printer(self, self._jobs, page, lambda _said: None, self.fail)

    def finished(self) -> None:
        """The words count: go on."""
        self.done.emit()

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
