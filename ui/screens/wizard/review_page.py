"""The whole licence on one page, and beside each line how it compares with what she usually grants.

Where the page is narrow the comparison stands below its line: nothing is cut, and nothing scrolls across.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from likeness.paper.words.usual_words import Told
from ui.kit.lists.changes_table import changes_table
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.look.typeface import hold, label, let_go
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import boxed, caps, column, empty, row
from ui.kit.parts.marks import Hairline, IconMark
from ui.kit.parts.prose import Prose
from ui.kit.words import tr, tr_n
from ui.screens.wizard.page import Page
from ui.screens.wizard.state import Usual, WizardState

_DOWN = 3  # from the top of a line to that of small letters beside it
_NAME, _BESIDE, _ROOM = 112, 156, 580  # pixels at the usual text size; a page of less has the comparison below


class ReviewPage(Page):
    """The whole licence on one page; `whole` asks for all its terms as they would stand on paper.

    `seen` tells that it came to be seen, or is seen no more: another page, another screen, the lock.
    """

    whole = Signal()
    seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(tr("This is everything you agree to"))
        self._rows, self._changes = column(), column()
        self._compared: list[QWidget] = []  # what stands beside the lines, or below them
        self._turning: list[QBoxLayout] = []
        self._stops: list[QWidget] = []  # where Tab stops: the words of each line, and what leads to all of them
        self._shown: object = None
        self._usual = label("", "small", "text3", wrap=True)
        self._lines.removeWidget(self.title)
        self._top = row(self.title, self._usual, gap=16)
        self._top.setStretch(0, 1)
        self._lines.addLayout(self._top)
        self._lines.addSpacing(14)
        self._lines.addLayout(self._changes)
        self._lines.addLayout(self._rows)
        self.end()
        theme().changed.connect(self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.seen.emit(False)
        super().hideEvent(event)

    def fill(self, state: WizardState) -> None:
        shown = (state.review, state.usual, state.replaces, state.changes)
        if shown == self._shown:
            self._say_pages(state.pages)
            return  # whoever reads a line by key stays in it
        self._shown, place = shown, self._reading()
        empty(self._changes)
        if state.replaces:
            self._amendment(state)
        self._lines_of(state)
        self._fit()
        if place is not None:
            self._stops[min(place, len(self._stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pdf(self, pages: int) -> QBoxLayout:
        """Say how many pages all the terms are, beside what opens them."""
        self._pages = label("", "small", "text3")
        whole = Button(tr("Open the PDF"), look="link", small=True)
        whole.clicked.connect(self.whole)
        self._stops.append(whole)
        told = row(row(IconMark("file-text", 16, "text3"), self._pages, None, gap=8), whole)
        both = row(told, None)
        self._turning.append(told)
        self._say_pages(pages)
        return both

    def _say_pages(self, pages: int) -> None:
        said = tr_n("The full terms are {n} page.", "The full terms are {n} pages.", n=pages)
        self._pages.setText(said if pages else tr("The full terms are in a PDF."))
        self._stops[-1].setAccessibleDescription(self._pages.text())

    def _reading(self) -> int | None:
        """Take the focus from the line that has it, and return which that is; None where it is elsewhere."""
        here = self.window().focusWidget()  # also while another window is in front
        if here not in self._stops:
            return None
        here.clearFocus()  # else Qt hands it on, and scrolls there, once these lines go
        return self._stops.index(here)

    def _lines_of(self, state: WizardState) -> None:
        usual = state.usual
        self._head(usual)
        self._compared, self._turning, self._stops = [self._usual], [self._top], []
        empty(self._rows)
        for heading, runs in state.review:
            self._rows.addWidget(Hairline())
            name = label(heading, "label", "text2")
            hold(name, wide=_NAME)
            name.setWordWrap(True)
            words = Prose(line=21, name=heading)
            words.set_runs(runs)
            self._stops.append(words)
            line = row(gap=16, margins=(0, 10, 0, 10))
            line.addLayout(column(4, name, None))
            line.addLayout(self._beside(words, usual.remarks.get(heading, ())) if usual.heading else column(words), 1)
            self._rows.addLayout(line)
        self._rows.addWidget(Hairline())
        self._rows.addSpacing(10)
        self._rows.addLayout(self._pdf(state.pages))
        for stop in self._stops:
            stop.show()  # now: what a layout shows later cannot be given the focus yet

    def _head(self, usual: Usual) -> None:
        """Say above the remarks what they are, and with which licences it is compared."""
        self._usual.setText(usual.heading)
        self._usual.setToolTip(usual.basis)
        self._usual.setAccessibleDescription(usual.basis)
        self._usual.setVisible(bool(usual.heading))

    def _beside(self, words: Prose, remarks: Sequence[Told]) -> QBoxLayout:
        """Put the remarks on a line beside its words."""
        looks = {True: ("small-medium", "amber"), False: ("small", "text3")}
        labels = [label(one.text, *looks[one.first], wrap=True) for one in remarks]
        words.setAccessibleDescription(" ".join(one.text for one in remarks))
        told = boxed(column(_DOWN, *labels, None))
        both = row(column(words, None), told, gap=16)
        both.setStretch(0, 1)
        self._compared.append(told)
        self._turning.append(both)
        return both

    def _fit(self) -> None:
        """Put the comparison beside the lines, or below them where there is no room."""
        below = self.width() < grown(_ROOM)
        for layout in self._turning:
            layout.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
            layout.setSpacing(2 if below else 16)
        for part in self._compared:
            if below:
                let_go(part)
            else:
                hold(part, wide=_BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _amendment(self, state: WizardState) -> None:
        """Show what the amendment changes before the whole of it: that is what the other side will look at."""
        self._changes.addWidget(caps(tr("What it changes of licence {number}", number=state.replaces)))
        self._changes.addSpacing(8)
        if state.changes:
            self._changes.addWidget(changes_table(state.changes))
        else:
            words = tr("Nothing is changed yet. Open the step on the left that holds what you want to change.")
            self._changes.addWidget(label(words, "body", "text2", wrap=True))
        self._changes.addSpacing(20)
