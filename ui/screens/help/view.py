"""Help: the keys of the open screen, the keys everywhere, what Likeness is not, where everything lies. One dialog."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.keys import caps as keys_of
from ui.kit.keys import letter_keys
from ui.kit.look.typeface import label
from ui.kit.parts.frames import Scroll, caps, column, row
from ui.kit.parts.marks import KeyCap
from ui.kit.words import tr
from ui.screens.help.state import HelpState

WIDE, HIGH, LOW, LOW_HIGH = 760, 500, 760, 420  # a window lower than LOW has room for less


class HelpDialog(Dialog):
    """Everything on one page, which scrolls where the window is low."""

    def __init__(self, over: QWidget, state: HelpState) -> None:
        super().__init__(over, tr("Help"), wide=WIDE)
        inside = QFrame()
        left, right = column(gap=0), column(gap=0)
        if state.here:
            _keys(left, tr("Keys on {screen}", screen=state.screen), state.here)
        _fixed(left)
        _words(left, tr("What Likeness is not"),
               tr("Likeness is not a lawyer and gives no legal advice. It tells you what was signed, and compares it"
                  " with what was done."))  # fmt: skip
        lies = tr("Everything lies in {folder}, in the files {files}. Nothing leaves this computer until you send it.",
                  folder=state.folder, files=" · ".join(state.files))  # fmt: skip
        _words(left, tr("Where everything lies"), lies)
        _keys(right, tr("Keys everywhere"), state.everywhere)
        for side in (left, right):
            side.addStretch(1)
        both = row(gap=32, margins=(0, 0, 12, 0))
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        inside.setLayout(both)
        self._keys = Scroll(inside)
        self._keys.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys.setAccessibleName(tr("Keys, and what Likeness is not"))
        self._keys.setFixedHeight(LOW_HIGH if over.window().height() < LOW else HIGH)
        self.add(self._keys)
        self.answer(tr("Close"), "main", stays="closes").setFocus(Qt.FocusReason.OtherFocusReason)


def _keys(side: QVBoxLayout, title: str, keys: Iterable[tuple[str, str]]) -> None:
    side.addWidget(caps(title))
    side.addSpacing(4)
    for code, words in keys:
        side.addLayout(_line(words.rstrip("…"), keys_of(code)))
    side.addSpacing(18)


def _fixed(side: QVBoxLayout) -> None:
    """Say the keys that every list has from the system itself, and when keys of one letter act."""
    side.addWidget(caps(tr("Keys in every list")))
    side.addSpacing(4)
    for words, keys in ((tr("Move"), ("↑", "↓")), (tr("To the first, to the last"), ("Home", "End")),
                        (tr("To the next control, and back"), ("Tab", "Shift Tab"))):  # fmt: skip
        side.addLayout(_line(words, keys))
    side.addSpacing(4)
    side.addWidget(label(_letters(), "small", "text3", wrap=True))
    side.addSpacing(18)


def _letters() -> str:
    """Say when keys of one letter act, and where that is chosen."""
    if letter_keys():
        return tr("Keys of one letter act while the list has the focus. Settings, Language and text, turns them off.")
    return tr("Keys of one letter are off. Settings, Language and text, turns them on.")


def _line(words: str, keys: Iterable[str]) -> QHBoxLayout:
    said = label(words, "body", wrap=True)
    line = row(gap=6, margins=(0, 3, 0, 3))
    line.addWidget(said, 1)
    for key in keys:
        line.addWidget(KeyCap(key), 0, Qt.AlignmentFlag.AlignTop)
    said.setAccessibleName(f"{words}: {', '.join(keys)}")
    return line


def _words(side: QVBoxLayout, title: str, text: str) -> None:
    side.addWidget(caps(title))
    side.addSpacing(4)
    side.addWidget(label(text, "body", "text2", wrap=True))
    side.addSpacing(18)
