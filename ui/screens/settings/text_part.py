"""The section of language and text: the language, how large words are, in whose letters, and keys of one letter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.keys import letter_keys
from ui.kit.look.text_size import PERCENTS, text_size
from ui.kit.look.theme import theme
from ui.kit.look.typeface import label
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import column, row
from ui.kit.parts.ticks import Option, Segments
from ui.kit.wishes import LANGUAGE, LETTER_KEYS, LETTERS, OFF, SYSTEM, TEXT_SIZE
from ui.kit.words import LANGUAGES, language, tr

_TONGUES = {"en": "English", "fr": "Français"}


class TextPart(QWidget):
    """Shows what is in use, however it came to be; `wished` tells a name of `ui.kit.wishes` and its value."""

    wished = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.tongue = Segments([(code, _TONGUES[code]) for code in LANGUAGES], tr("Language"))
        self.sizes = Segments([(str(one), tr("{n}%", n=one)) for one in PERCENTS], tr("Text size"))
        self.system = Option(SYSTEM, tr("Use the system font"))
        self.letters = Option(LETTER_KEYS, tr("Keys of one letter act in lists"))
        self.tongue.chosen.connect(lambda code: self.wished.emit(LANGUAGE, code))
        self.sizes.chosen.connect(lambda percent: self.wished.emit(TEXT_SIZE, percent))
        self.system.clicked.connect(lambda on: self.wished.emit(LETTERS, SYSTEM if on else ""))
        self.letters.clicked.connect(lambda on: self.wished.emit(LETTER_KEYS, "" if on else OFF))
        line = flow(label(tr("Text size")), self.sizes, gap=12)
        self.setLayout(column(row(self.tongue, None), line, flow(self.system, self.letters), gap=10))
        theme().changed.connect(self.show_used)
        self.show_used()

    def show_used(self) -> None:
        """Draw what is in use now."""
        self.tongue.choose(language())
        self.sizes.choose(str(text_size()))
        self.system.setChecked(theme().system_font)
        self.letters.setChecked(letter_keys())
