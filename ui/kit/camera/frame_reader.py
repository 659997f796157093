"""Reading codes from frames off the GUI thread: one frame at a time, and of those that wait only the newest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from likeness.paper.qr.qr_frame import Frame, read_frame

_HELD = 15  # frames, about a second: a hint stands until so many in a row have none, so that words do not flicker


class FrameReader(QObject):
    """Takes frames as they come; `read` gives the texts of the first frame with a code, `hint` what would help."""

    read = Signal(tuple)
    hint = Signal(str)

    def __init__(self, jobs: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._busy, self._done = False, False
        self._next: QImage | None = None
        self._silent = _HELD

    def take(self, frame: QImage) -> None:
        """Read this frame, or keep it in place of the one that waits."""
        if self._done:
            return
        if self._busy:
            self._next = frame
            return
        self._busy = True
        self._jobs.submit("read", self, lambda _job: read_picture(frame), self._landed, self._failed)

    def stop(self) -> None:
        """Read no further frame."""
        self._done, self._next = True, None

    def _landed(self, found: Frame) -> None:
        self._busy = False
        if self._done:
            return
        if found.texts:
            self.stop()
            self.read.emit(found.texts)
            return
        self._silent = 0 if found.hint else self._silent + 1
        if found.hint or self._silent >= _HELD:
            self.hint.emit(found.hint)
        self._go_on()

    def _failed(self, _why: Exception) -> None:
        self._busy = False  # a frame that cannot be read is one of many
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self.take(waiting)


def read_picture(picture: QImage) -> Frame:
    """Read one grey picture; the rows of a QImage may end in unused bytes, which are left out."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, wide = grey.width(), grey.height(), grey.bytesPerLine()
    raw = bytes(grey.constBits())
    rows = raw if wide == width else b"".join(raw[start : start + width] for start in range(0, wide * height, wide))
    return read_frame(rows[: width * height], width, height)
