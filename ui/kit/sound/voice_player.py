"""A recording being heard: decoded piece by piece on the read lane, and played by a process of its own.

Never more than two pieces lie ready, and the process is given the next one when it took the last: a long recording
never stands in memory as a whole. At the end, or when it is stopped, the process and the file are let go.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import ui
from likeness.values.children import child
from ui.kit.sound.sound_codes import END, GONE, SILENT

READY = 2
PLAYS = child("ui.kit.sound.sound_child")
_ENDING_MS = 500


class VoicePlayer(QObject):
    """Plays one recording at a time; `moved` tells seconds, `ended` that all was heard.

    `lost` tells a code of `sound_codes`, `failed` what went wrong with the file; it is silent then. `words`
    start the process that plays.
    """

    moved = Signal(float)
    ended = Signal()
    lost = Signal(str)
    failed = Signal(object)

    def __init__(self, jobs: Any, parent: QObject, words: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._jobs, self._words = jobs, words or PLAYS
        self._recording: Any = None
        self._process: QProcess | None = None
        self._pieces: list[bytes] = []
        self._job: Any = None
        self._read_all = False

    def play(self, recording: Any) -> None:
        """Play a `likeness.media.recording.Recording` from its beginning; it is closed in the end."""
        self.stop()
        self._recording, self._read_all, self._pieces = recording, False, []
        process = self._process = QProcess(self)
        process.setProcessEnvironment(surroundings())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.bytesWritten.connect(self._go_on)
        process.finished.connect(self._lose)
        process.errorOccurred.connect(self._lose)
        program, *words = self._words
        process.start(program, [*words, str(recording.rate), str(recording.channels)])
        self._go_on()

    def stop(self) -> None:
        """Be silent at once and let go of the file."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_ENDING_MS)
            process.deleteLater()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        recording, self._recording, self._pieces = self._recording, None, []
        if recording is not None:
            recording.close()

    def _go_on(self) -> None:
        """Give the process its next piece, and have another one decoded."""
        process, recording = self._process, self._recording
        if process is None:
            return
        if self._pieces and not process.bytesToWrite():
            process.write(self._pieces.pop(0))
        if self._read_all and not self._pieces:
            process.closeWriteChannel()
        elif self._job is None and not self._read_all and len(self._pieces) < READY:
            self._job = self._jobs.submit("read", self, lambda _job: recording.read(), self._take, self._fail)

    def _take(self, piece: bytes) -> None:
        self._job = None
        self._pieces += [piece] if piece else []
        self._read_all = not piece
        self._go_on()

    def _fail(self, why: Exception) -> None:
        self._job = None
        self.stop()
        self.failed.emit(why)

    def _hear(self) -> None:
        """Hear how far it is; the last line says how it ended."""
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("ascii", "replace").strip()
            if line == END:
                self.stop()
                self.ended.emit()
            elif line in SILENT:
                self.stop()
                self.lost.emit(line)
            elif _is_number(line):
                self.moved.emit(min(float(line), self._recording.seconds))

    def _lose(self, *_why: object) -> None:
        self._hear()  # what it said at the last
        if self._process is not None:
            self.stop()
            self.lost.emit(GONE)


def _is_number(line: str) -> bool:
    return line.replace(".", "", 1).isdecimal() and len(line) < 20


def surroundings() -> QProcessEnvironment:
    """Return ours, and where the house stands."""
    made = QProcessEnvironment.systemEnvironment()
    made.insert("PYTHONPATH", str(Path(ui.__file__).parents[1]))
    return made
