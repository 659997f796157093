"""The voice of a likeness: its wave, Play or Stop, how far it is; where there are several recordings, which one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.fields.fields import Choice
from ui.kit.keys import cap
from ui.kit.look.typeface import label, set_role
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import boxed, column, row
from ui.kit.words import tr
from ui.screens.doubles.reading import clock_text
from ui.screens.doubles.state import Voice
from ui.screens.doubles.wave import Wave


class VoicePart(QWidget):
    """`played` tells the path of the recording that is to be played or stopped, `turned` that another was chosen."""

    played = Signal(str)
    turned = Signal()

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        super().__init__()
        self._voices, self._voice = voices, voices[0]
        self._wave = Wave(self._voice.peaks)
        self._button = Button(tr("Play"), "play", small=True, keys=cap("play"))
        self._button.clicked.connect(self.toggle)
        self._place = label("", "small", "text2")
        set_role(self._place, "small", "text2", figures=True)
        self._heard = ""
        below = row(self._button, None, self._place, gap=10)
        card = boxed(column(self._wave, below, gap=10, margins=(16, 14, 16, 12)))
        card.setProperty("card", "true")
        self.setLayout(column(card, *self._which(), gap=8))
        self.move_to(0.0)

    def _which(self) -> tuple[QWidget, ...]:
        if len(self._voices) == 1:
            return ()
        choice = Choice([(one.path, one.name) for one in self._voices])
        choice.setAccessibleName(tr("Which recording"))
        choice.currentIndexChanged.connect(self._choose)
        return (choice,)

    def _choose(self, place: int) -> None:
        self._voice = self._voices[place]
        self._wave.set_peaks(self._voice.peaks)
        self.turned.emit()
        self.show_heard(self._heard)

    def toggle(self) -> None:
        """Play the recording that is shown, or stop it."""
        self.played.emit(self._voice.path)

    def show_heard(self, path: str) -> None:
        """Show whether the recording is played; `path` is that of the one that is."""
        before, self._heard = self._heard, path
        mine = path == self._voice.path
        self._button.set_look(tr("Stop") if mine else tr("Play"), "square" if mine else "play")
        if before != path or not mine:
            self.move_to(0.0)

    def move_to(self, seconds: float) -> None:
        """Show how far it is."""
        whole = self._voice.seconds
        mine = self._heard == self._voice.path
        self._wave.show_place(seconds / whole if mine and whole else None)
        self._place.setText(tr("{done} of {whole}", done=clock_text(seconds), whole=clock_text(whole)))
