"""What became of a use: one of four answers, and a note. The verdict stays what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from likeness.acts.uses.settle_flag import ANSWERS
from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.fields import Labelled
from ui.kit.look.typeface import label
from ui.kit.parts.frames import boxed, column
from ui.kit.parts.ticks import Radio
from ui.kit.words import tr

LONGEST_NOTE = 400
_INDENT = 24


class ResolveForm(Dialog):
    """Asks once; `then(answer, note)` gets one of `ANSWERS` and the note."""

    def __init__(self, parent: QWidget, title: str, then: Callable[[str, str], None]) -> None:
        super().__init__(
            parent, tr("What became of it?"), tr("{title}. The verdict stays; this settles the flag.", title=title), 520
        )
        self._radios = {answer: Radio(_words()[answer][0]) for answer in ANSWERS}
        lines = column()
        for answer, radio in self._radios.items():
            radio.toggled.connect(self._chose)
            lines.addWidget(radio)
            hint = label(_words()[answer][1], "small", "text3", wrap=True)
            radio.setAccessibleDescription(hint.text())
            lines.addLayout(column(hint, margins=(_INDENT, 3, 0, 9)))
        self.add(boxed(lines))
        self._note = QLineEdit()
        self._note.setMaxLength(LONGEST_NOTE)
        self.add(Labelled(tr("Note, for yourself"), self._note))
        self.keep_button()
        self._yes = self.answer(tr("Settle"), "main")
        self._yes.setDefault(True)
        self._yes.setEnabled(False)
        self._yes.clicked.connect(self.accept)
        self.accepted.connect(lambda: then(self.chosen(), self._note.text()))
        next(iter(self._radios.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def chosen(self) -> str:
        """Return the answer that is ticked, or an empty text."""
        return next((answer for answer, radio in self._radios.items() if radio.isChecked()), "")

    def _chose(self) -> None:
        self._yes.setEnabled(bool(self.chosen()))


def _words() -> dict[str, tuple[str, str]]:
    return {
        "allowed": (tr("I allow it after all"), tr("You can draft the amendment that says so next.")),
        "paid": (tr("They paid for it"), tr("What was owed for going beyond the licence has come.")),
        "withdrawn": (tr("They took it down"), tr("The use has ended and what was made is gone.")),
        "mistaken": (tr("It was a mistake"), tr("It is not your likeness, or it did not happen as it was reported.")),
    }
