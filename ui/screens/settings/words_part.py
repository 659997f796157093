"""The section of the twelve words: whether there are any, and the question before new ones are made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.fields import Labelled
from ui.kit.fields.pass_field import PassField
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import row
from ui.kit.words import tr
from ui.screens.settings.state import TwelveWords


class WordsPart(QWidget):
    """One line; `ask` is called with the passphrase that was typed before words are made."""

    def __init__(self, ask: Callable[[str], None]) -> None:
        super().__init__()
        self._ask, self._shown = ask, TwelveWords()
        self._form: WordsForm | None = None
        self.said = label("", "body-medium", wrap=True)
        self.make = Button("", "lock-open", small=True)
        self.make.clicked.connect(self._open)
        line = row(self.said, self.make)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_words(self, shown: TwelveWords) -> None:
        """Draw whether there are words."""
        self._shown = shown
        self.said.setText(shown.said)
        self.said.setProperty("tint", "text" if shown.made else "amber")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.make.set_look(tr("Make new words…") if shown.made else tr("Make twelve words…"))

    def _open(self) -> None:
        self._form = WordsForm(self, self._shown, self._ask)
        self._form.finished.connect(self._forget)
        self._form.open()

    def _forget(self) -> None:
        self._form = None

    def refused(self, words: str) -> None:
        """Say in the form why it does not go on."""
        if self._form is not None:
            self._form.refused(words)

    def close_form(self) -> None:
        """Close the form: the words are shown now."""
        if self._form is not None:
            self._form.accept()


class WordsForm(Dialog):
    """What happens to the words there are, and the passphrase."""

    def __init__(self, parent: QWidget, shown: TwelveWords, ask: Callable[[str], None]) -> None:
        title = tr("Make new words?") if shown.made else tr("Make twelve words?")
        super().__init__(parent, title, tr("You print them or write them down, and type two of them. Then they count."))
        self._ask, self._pass = ask, PassField()
        if shown.made:
            self._tell(tr("The words you have now stop working for this registry. A backup that you made before still"
                          " opens with them."))  # fmt: skip
        if shown.card_changes:
            self._tell(tr("Your card changes with them, so that they can also report your key as stolen. Hand out the"
                          " new one."))  # fmt: skip
        self.add(Labelled(tr("Your passphrase"), self._pass))
        self.keep_button()
        self._yes = self.answer(tr("Show me the words"), "main")
        self._yes.setAutoDefault(False)
        self._yes.clicked.connect(self._go_on)
        self._pass.setFocus()

    def _tell(self, words: str) -> None:
        self.add(label(words, "body", "text2", wrap=True))

    def _go_on(self) -> None:
        if not self._pass.text():
            self.refused(tr("Type your passphrase to go on."))
            return
        self.complain("")
        self._yes.setEnabled(False)
        self._ask(self._pass.text())

    def refused(self, words: str) -> None:
        """Say why it does not go on; the form stays."""
        self._yes.setEnabled(True)
        self.complain(words)
        self._pass.setFocus()
