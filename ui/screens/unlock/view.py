"""The locked page: who it belongs to, one field, one button; and the way in for whoever forgot the passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.fields.new_passphrase import Forgotten
from ui.kit.fields.pass_field import CapsHint, PassField
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll, boxed, column, row
from ui.kit.parts.marks import Drawing, Initials
from ui.kit.parts.one_page import OnePage
from ui.kit.words import tr
from ui.screens.unlock.presenter import UnlockPresenter, UnlockState

WIDE, WIDE_WORDS = 270, 400


class UnlockView(QWidget):
    """The page; `unlocked` carries the office."""

    unlocked = Signal(object)
    failed = Signal(object)

    def __init__(self, open_with: Callable[..., Any], name: str, jobs: Any) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter = UnlockPresenter(open_with, name, jobs, self)
        mark = Initials(56) if name else Drawing("mark", 52, 40)
        if isinstance(mark, Initials):
            mark.set_name(name)
        first = name.split(maxsplit=1)[0] if name else ""
        self._title = tr("Welcome back, {name}", name=first) if first else tr("Welcome back")
        self._heading, self._text = label("", "pane"), label("", "body", "text2", wrap=True)
        self._problem = label("", "small-medium", "red", wrap=True)
        self._pages = OnePage(self._passphrase_page(), self._words_page())
        for words in (self._heading, self._text, self._problem):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            hold(words, wide=WIDE_WORDS)
        lines = column(None, row(None, mark, None), 14, margins=(24, 20, 24, 20))
        for part in (self._heading, 4, self._text, 8, self._problem, 8, self._pages):
            lines.addSpacing(part) if isinstance(part, int) else lines.addLayout(row(None, part, None))
        lines.addStretch(1)
        self.setLayout(column(Scroll(boxed(lines))))
        self._presenter.start()

    def _passphrase_page(self) -> QWidget:
        self._field = PassField()
        self._field.setAccessibleName(tr("Passphrase"))
        self._button = Button(tr("Unlock"), look="main")
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self._field, self._button):
            hold(part, wide=WIDE)
        self.forgot = Button(tr("I forgot my passphrase…"), look="link", small=True)
        self._button.clicked.connect(self._try)
        self._field.returnPressed.connect(self._try)
        self.forgot.clicked.connect(lambda: self._presenter.forget(forgotten=True))
        hint = CapsHint(self._field)
        hold(hint, wide=WIDE)
        under = row(None, hint, None)
        parts = (row(None, self._field, None), under, 8, row(None, self._button, None), 8, row(None, self.forgot, None))
        return boxed(column(*parts))

    def _words_page(self) -> QWidget:
        self.forgotten = Forgotten()
        hold(self.forgotten, wide=WIDE_WORDS)
        self.open = Button(tr("Open with the new passphrase"), look="main")
        back = Button(tr("Back"), look="quiet")
        self.forgotten.entered.connect(self._renew)
        self.open.clicked.connect(self._renew)
        back.clicked.connect(lambda: self._presenter.forget(forgotten=False))
        return boxed(column(self.forgotten, 16, row(back, None, self.open)))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is typed: a window that locks shows this page after it was drawn."""
        super().showEvent(event)
        (self.forgotten.words if self._pages.place else self._field).setFocus()

    def _try(self) -> None:
        self._presenter.unlock(self._field.text())

    def _renew(self) -> None:
        self._presenter.renew(*self.forgotten.typed())

    def draw(self, state: UnlockState) -> None:
        """Draw the state."""
        asked = tr("Type the twelve words from your sheet and choose a new passphrase. Nothing is lost.")
        self._heading.setText(tr("Open with your twelve words") if state.forgotten else self._title)
        self._text.setText(asked if state.forgotten else tr("Type your passphrase to open your registry."))
        for part in (self._field, self._button, self.forgot, self.forgotten, self.open):
            part.setEnabled(not state.busy)
        self._button.set_look(tr("Opening…") if state.busy else tr("Unlock"))
        self.open.set_look(tr("Opening…") if state.busy else tr("Open with the new passphrase"))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        moved = self._pages.place != int(state.forgotten)
        self._pages.show_page(int(state.forgotten))
        if not state.forgotten and not state.busy:
            if state.problem:
                self._field.clear()
            self._field.setFocus()
        elif moved:
            self.forgotten.words.setFocus()

    def opened(self, office: Any) -> None:
        """Hand the office over."""
        self._field.clear()
        self.forgotten.forget()
        self.unlocked.emit(office)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
