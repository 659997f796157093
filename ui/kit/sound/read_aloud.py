"""Reading a text aloud, by a process of its own that was asked before whether it has a voice for it.

`look` starts the process and waits for nothing: `able` tells once a voice was found, and never where there is none.
That process waits for its text; it ends with it, or when it is to be silent, and the next one is there at once.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QProcess, Signal

from likeness.values.children import child
from ui.kit.sound.speech_codes import END, NONE, READY
from ui.kit.sound.voice_player import surroundings

SPEAKS = child("ui.kit.sound.speech_child")
_SILENT_MS, _ENDING_MS = 400, 400


class ReadAloud(QObject):
    """`able` tells whether there is a voice, `reading` whether it is heard; `words` start the process."""

    able = Signal(bool)
    reading = Signal(bool)

    def __init__(self, parent: QObject, words: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._words = words
        self._process: QProcess | None = None
        self._language = ""
        self._ready = self._reads = False
        self._text = ""

    def look(self, language: str) -> None:
        """Look for a voice of a language, off the window's thread."""
        self.stop()
        self._language = language
        self._start()

    def toggle(self, text: str) -> None:
        """Read a text, or be silent where one is read."""
        if self._reads or self._text:
            self._end()
            self.reading.emit(False)
            self._start()  # so that the next text is heard at once
            return
        self._text = text
        self.reading.emit(True)
        if self._process is None:
            self._start()
        elif self._ready:
            self._give()

    def stop(self) -> None:
        """Be silent, and look for no voice any more."""
        heard = self._reads or bool(self._text)
        self._end()
        if heard:
            self.reading.emit(False)

    def _start(self) -> None:
        program, *words = self._words or SPEAKS
        process = self._process = QProcess(self)
        process.setProcessEnvironment(surroundings())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._lose)
        process.errorOccurred.connect(self._lose)
        process.start(program, [*words, self._language])

    def _end(self) -> None:
        process, self._process = self._process, None
        self._ready = self._reads = False
        self._text = ""
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()  # the engine may speak by a server, which is to be told
        if not process.waitForFinished(_SILENT_MS):
            process.kill()
            process.waitForFinished(_ENDING_MS)
        process.deleteLater()

    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("ascii", "replace").strip()
            if line == READY:
                self._ready = True
                self.able.emit(True)
                self._give()
            elif line == END:
                self.stop()
                self._start()
            elif line == NONE:
                self._lose()

    def _give(self) -> None:
        if self._text and self._process is not None:
            self._process.write(json.dumps(self._text).encode("ascii") + b"\n")
            self._text, self._reads = "", True

    def _lose(self, *_why: object) -> None:
        """Offer nothing where there is no voice, or the process fell."""
        if self._process is not None:
            self.stop()
            self.able.emit(False)
