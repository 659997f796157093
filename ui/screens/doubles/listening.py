"""Which recording is heard: asked for, opened once its fingerprint was compared, stopped. Plain Python.

The view plays; what it is to play was opened on the read lane, and comes here when it is over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from likeness.acts.doubles.hear_double import hear_double
from likeness.errors import LikenessError
from ui.kit.sound.sound_codes import GONE, NO_FORM, NO_MODULE
from ui.kit.words import tr

Show = Callable[..., None]
CANCELLED = "cancelled"


class Listening:
    """Shows `doing` while a file is compared and `heard`, the path of the recording that is played."""

    def __init__(self, desk: Any, jobs: Any, view: Any, show: Show) -> None:
        self._desk, self._jobs, self._view, self._show = desk, jobs, view, show
        self._wanted = ""
        self._job: Any = None

    def toggle(self, double: str, path: str) -> None:
        """Play a recording; once more: stop it."""
        if self._wanted == path:
            self.stop()
            return
        self.stop()
        self._wanted = path
        desk = self._desk.desk

        def opened(recording: Any) -> None:
            self._job = None
            self._show(doing="", heard=path)
            self._view.play(recording)

        def failed(why: Exception) -> None:
            self.stop()
            if not (isinstance(why, LikenessError) and why.code == CANCELLED):
                self._view.fail(why)

        def work(job: Any) -> Any:
            recording = hear_double(desk, double, path, job.say, job.cancelled)
            if job.cancelled():
                recording.close()
            return recording

        self._show(doing=tr("Checking the file"))
        self._job = self._jobs.submit("read", self._view, work, opened, failed, self._view.step)

    def stop(self) -> None:
        """Be silent; what is still being compared is let go."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        if self._wanted:
            self._wanted = ""
            self._view.hush()
            self._show(doing="", heard="")

    def ended(self) -> None:
        """Note that all was heard."""
        self._wanted = ""
        self._show(heard="")

    def lost(self, code: str) -> None:
        """Say why nothing is heard (`ui.kit.sound.sound_codes`)."""
        self.ended()
        self._view.warn(output_words(code))

    def failed(self, why: Exception) -> None:
        """Say that a recording could not be read to its end."""
        self.ended()
        self._view.fail(why)


def output_words(code: str) -> str:
    """Return why nothing is heard, and what can be done."""
    return {
        NO_MODULE: tr("This installation has no part for sound."),
        NO_FORM: tr("The sound output of this computer cannot play this recording."),
        GONE: tr("The sound output is gone. Connect it again, then press Play."),
    }.get(code, tr("This computer has no sound output."))
