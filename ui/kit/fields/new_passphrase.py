"""Choosing a passphrase: typed twice, with a bar and words for its length. Also where only twelve words are left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.kit.fields.fields import Labelled
from ui.kit.fields.pass_field import PassField
from ui.kit.fields.passphrase import strength
from ui.kit.look.typeface import hold, label, set_font
from ui.kit.parts.frames import column
from ui.kit.parts.marks import Meter
from ui.kit.words import tr

_WORDS_HIGH = 72  # three lines of four words
_HINT = Qt.InputMethodHint
SECRET = _HINT.ImhSensitiveData | _HINT.ImhNoPredictiveText | _HINT.ImhNoAutoUppercase  # no keyboard learns it


class NewPassphrase(QWidget):
    """Two fields and a meter; `entered` when Enter is pressed in the second."""

    entered = Signal()

    def __init__(self, about: str) -> None:
        super().__init__()
        self.first, self.again = PassField(), PassField()
        self._meter, self._words = Meter(tr("How long it is")), label("", "small", "text3")
        self.first.textChanged.connect(self._weigh)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)
        self.setLayout(column(Labelled(about, self.first), 8, self._meter, 5, self._words, 12,
                              Labelled(tr("The same again"), self.again)))  # fmt: skip
        self._weigh("")

    def _weigh(self, text: str) -> None:
        share, words = strength(text)
        self._meter.set_share(share, "green_solid" if share >= 1 else "accent")
        self._words.setText(words)


class WordsField(QPlainTextEdit):
    """Room for twelve words, typed or pasted; Tab and Enter go on instead of writing."""

    def __init__(self) -> None:
        super().__init__()
        hold(self, tall=_WORDS_HIGH)
        set_font(self, "mono")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # what is emptied is gone
        self.setInputMethodHints(SECRET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class Forgotten(QWidget):
    """The twelve words and the passphrase that takes the place of the forgotten one; `entered` when all is typed."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words, self.new = WordsField(), NewPassphrase(tr("New passphrase"))
        self.new.entered.connect(self.entered)
        hint = tr("With spaces between. The first four letters of each are enough.")
        self.setLayout(column(Labelled(tr("The twelve words, in their order"), self.words, hint), 14, self.new))

    def typed(self) -> tuple[str, str, str]:
        """Return the words and the passphrase typed twice."""
        return self.words.toPlainText(), self.new.first.text(), self.new.again.text()

    def forget(self) -> None:
        """Empty every field."""
        self.words.clear()
        for field in (self.new.first, self.new.again):
            field.clear()
