"""A letter before it is sent: the form, and beside it the page as it is printed, or the text. Save, print, copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from likeness.paper.wording import word
from ui.kit.asking.dialogs import Dialog
from ui.kit.look.text_size import grown
from ui.kit.look.typeface import hold, label, set_font
from ui.kit.pages.file_names import with_ending
from ui.kit.pages.page_view import PageView
from ui.kit.pages.printing import ask_printer
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.ticks import Segments
from ui.kit.shortcuts import bind
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr
from ui.screens.letters.form import WIDE as FORM_WIDE
from ui.screens.letters.form import LetterForm
from ui.screens.letters.presenter import LetterPresenter
from ui.screens.letters.state import LetterState, Start

WIDE, PAGE_WIDE, DRAFT_MS = 980, 540, 250
MARGINS = 110  # of the dialog, beside the form and around the page
HIGH, LOW_HIGH, LOW = 520, 440, 720  # of form and page; less where the window itself is low
Did = Callable[[str, Inverse], None]
Said = Callable[[str], None]
Failed = Callable[[Exception], None]


def open_letter(parent: QWidget, office: Any, jobs: Any, hear: tuple[Did, Said, Failed], kind: str, subject: str
                ) -> LetterDialog:  # fmt: skip
    """Open the dialog; `hear` takes a step that can be undone, words, and what went wrong."""
    return LetterDialog(parent, office, jobs, hear, (kind, subject))


class LetterDialog(Dialog):
    """Opens itself once the facts are read."""

    def __init__(self, parent: QWidget, office: Any, jobs: Any, hear: tuple[Did, Said, Failed], about: tuple[str, str]
                 ) -> None:  # fmt: skip
        super().__init__(parent, word(language(), "letter-kind", about[0]), "", WIDE)
        self.setFixedWidth(min(self.width(), WIDE - FORM_WIDE + grown(FORM_WIDE)))  # a page does not grow
        self._jobs, self._state = jobs, LetterState()
        self._did, self._said, self._failed = hear
        self._form: LetterForm | None = None
        self._touched = False  # nobody is told of an empty field before the first key
        self._presenter = LetterPresenter(office, jobs, self, *about)
        self._later = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._later.timeout.connect(self._typed)
        self._build()
        self._presenter.begin()

    def _build(self) -> None:
        beside = self.width() - MARGINS - grown(FORM_WIDE)  # what a large text leaves of the page
        self._pages = PageView(self._jobs, min(PAGE_WIDE, beside))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        set_font(self._text, "body")
        self._text.setAccessibleName(tr("The letter as text"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._text)
        faces = Segments([("page", tr("Page")), ("text", tr("Text"))], tr("How the letter is shown"), small=True)
        faces.choose("page")
        faces.chosen.connect(lambda face: self._stack.setCurrentIndex(int(face == "text")))
        self._room: QVBoxLayout = column()
        side = boxed(self._room)
        hold(side, wide=FORM_WIDE)
        shown = boxed(column(row(faces, None), 8, self._stack))
        body = boxed(row(side, shown, gap=20))
        around = self.parentWidget()
        body.setFixedHeight(LOW_HIGH if around is not None and around.window().height() < LOW else HIGH)
        self.add(body)
        self._copy = self.answer(tr("Copy text"))
        self._print = self.answer(tr("Print…"))
        self.answer(tr("Close"), stays="closes")
        self._save = self.answer(tr("Save as PDF…"), "main")
        self._copy.clicked.connect(self._copy_text)
        self._print.clicked.connect(self._ask_printer)
        self._save.clicked.connect(self._ask_file)
        bind("print", self, self._ask_printer)
        bind("save-letter", self, self._ask_file)
        self._enable()

    def begin(self, start: Start) -> None:
        """Show the form and open."""
        self._form = LetterForm(start)
        self._form.changed.connect(self._later.start)
        self._form.spoke.connect(self._presenter.speak)
        self._room.addWidget(label(start.about, "small", "text3", wrap=True))
        self._room.addSpacing(8)
        self._room.addWidget(self._form)
        self.open()
        self._form.begin()

    def draw(self, state: LetterState) -> None:
        """Show the letter, or what is missing."""
        self._state = state
        if state.busy:
            return  # what is shown stays until the next one is there
        self._text.setPlainText(state.text)
        self._pages.show_pdf(state.pdf, self.fail, instead=state.problem)
        told = state.problem if self._touched else ""
        placed = self._form is not None and self._form.wrong(state.field, told)
        self.complain("" if placed else told)
        self._enable()

    def _enable(self) -> None:
        for button in (self._print, self._save):
            button.setEnabled(self._state.ready)
        self._copy.setEnabled(bool(self._state.text))

    def _typed(self) -> None:
        self._touched = True
        if self._form is not None:
            self._presenter.change(self._form.added(), self._form.unread())

    def _read_all(self) -> bool:
        """Read the fields as if each were left, and tell whether there is a letter of what stands in them."""
        if self._form is not None and self._state.ready:
            self._form.settle()
            self._typed()
            self._form.point_at(self._state.field)
        return self._state.ready

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._state.text)
        self._said(tr("Copied. Paste it into your message."))

    def _ask_file(self) -> None:
        if not self._read_all():
            return
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save as PDF"), tr("letter.pdf"), "PDF (*.pdf)")
        if path:
            self._presenter.save(with_ending(Path(path), ".pdf"))

    def _ask_printer(self) -> None:
        if not self._read_all():
            return
        ask_printer(self, self._jobs, self._state.pdf, self._said, self.fail)

    def saved(self, words: str, inverse: Inverse) -> None:
        """Close, and hand over the step that can be undone."""
        self.accept()
        self._did(words, inverse)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self._failed(why)
