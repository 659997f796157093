"""The button “Read it to me”: hidden until a voice for the language in use was found; it stops the reading, too."""

from __future__ import annotations

from ui.kit.parts.buttons import Button
from ui.kit.sound.read_aloud import ReadAloud
from ui.kit.words import language, tr


class ReadButton(Button):
    """Reads `text_to_read` aloud; `follow` is told whether the page it belongs to is seen."""

    def __init__(self) -> None:
        super().__init__(tr("Read it to me"), "audio-lines")
        self.text_to_read = ""
        self._aloud = ReadAloud(self)
        self._aloud.able.connect(self.setVisible)
        self._aloud.reading.connect(self._show)
        self.clicked.connect(lambda: self._aloud.toggle(self.text_to_read))
        self.hide()

    def follow(self, seen: bool) -> None:
        """Look for a voice while the page is seen, and be silent when it is not."""
        if seen:
            self._aloud.look(language())
        else:
            self._aloud.stop()
            self.hide()

    def _show(self, reading: bool) -> None:
        self.set_look(tr("Stop reading") if reading else tr("Read it to me"), "square" if reading else "audio-lines")
