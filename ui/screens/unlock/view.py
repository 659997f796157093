"""The locked page: who it belongs to, one field, one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.buttons import Button
from ui.kit.fields import PassField
from ui.kit.frames import column, row
from ui.kit.marks import Drawing, Initials
from ui.kit.typeface import label
from ui.kit.words import tr
from ui.screens.unlock.presenter import UnlockPresenter, UnlockState

WIDE = 270


class UnlockView(QWidget):
    """The page; `unlocked` carries the office."""

    unlocked = Signal(object)
    failed = Signal(object)

    def __init__(self, open_with: Callable[[str], Any], name: str, jobs: Any) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter = UnlockPresenter(open_with, name, jobs, self)
        mark = Initials(56) if name else Drawing("mark", 52, 40)
        if isinstance(mark, Initials):
            mark.set_name(name)
        first = name.split(maxsplit=1)[0] if name else ""
        title = label(tr("Welcome back, {name}", name=first) if first else tr("Welcome back"), "pane")
        text = label(tr("Type your passphrase to open your registry."), "body", "text2")
        self._field = PassField()
        self._field.setAccessibleName(tr("Passphrase"))
        self._field.setFixedWidth(WIDE)
        self._problem = label("", "small-medium", "red", wrap=True)
        self._problem.setFixedWidth(WIDE)
        self._button = Button(tr("Unlock"), look="main")
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.setFixedWidth(WIDE)
        for words in (title, text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = column(None, row(None, mark, None), 14, title, 4, text, 14)
        parts: tuple[QWidget, ...] = (self._field, self._problem, self._button)
        for part in parts:
            lines.addLayout(row(None, part, None))
            lines.addSpacing(5)
        lines.addStretch(1)
        self.setLayout(lines)
        self._button.clicked.connect(self._try)
        self._field.returnPressed.connect(self._try)
        self._presenter.start()
        self._field.setFocus()

    def _try(self) -> None:
        self._presenter.unlock(self._field.text())

    def draw(self, state: UnlockState) -> None:
        """Draw the state."""
        self._field.setEnabled(not state.busy)
        self._button.setEnabled(not state.busy)
        self._button.set_look(tr("Opening…") if state.busy else tr("Unlock"))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.problem:
            self._field.clear()
            self._field.setFocus()

    def opened(self, office: Any) -> None:
        """Hand the office over."""
        self._field.clear()
        self.unlocked.emit(office)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
