"""What can be taken back: one stack for the open registry, cleared when it is locked (UX section 7). No Qt.

- A step is words ("Marked as paid") and its inverse. The inverse runs on the write lane and returns its own inverse.
- One step at a time is on its way; what cannot be undone any more (somebody else changed it) is told and dropped.
- Doing something new forgets what could be done again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ui.kit.words import tr

Inverse = Callable[[], "Inverse"]
Say = Callable[[str, bool], None]  # the words, and whether "Undo" stands beside them
Fail = Callable[[Exception], None]


@dataclass(frozen=True)
class Step:
    """Something that was done, or undone, and how to take that back."""

    words: str
    inverse: Inverse


def _nobody_hears(*_said: object) -> None:
    """Stand for the shell while there is none."""


class UndoStack:
    """Steps to be undone and to be done again; `owner` is whoever lives as long as the answers matter."""

    def __init__(self, jobs: Any, owner: Any) -> None:
        self._jobs, self._owner = jobs, owner
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._busy = False
        self._say: Say = _nobody_hears
        self._fail: Fail = _nobody_hears

    def tell(self, say: Say, fail: Fail) -> None:
        """Speak through this shell from now on."""
        self._say, self._fail = say, fail

    def push(self, words: str, inverse: Inverse) -> None:
        """Keep a step that was just done, and say it with Undo beside it."""
        self._done.append(Step(words, inverse))
        self._undone.clear()
        self._say(words, True)

    @property
    def offers(self) -> tuple[bool, bool]:
        """Tell whether there is something to undo, and something to do again."""
        return bool(self._done), bool(self._undone)

    def undo(self) -> None:
        """Take the newest step back."""
        self._turn(self._done, self._undone, lambda words: self._say(tr("Undone: {what}", what=words), False))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._turn(self._undone, self._done, lambda words: self._say(tr("Done again: {what}", what=words), True))

    def clear(self) -> None:
        """Forget everything: another registry, or none, is open now."""
        self._done, self._undone, self._busy = [], [], False
        self.tell(_nobody_hears, _nobody_hears)

    def _turn(self, taken: list[Step], given: list[Step], then: Callable[[str], None]) -> None:
        if self._busy or not taken:
            return
        step, self._busy = taken.pop(), True

        def done(inverse: Inverse) -> None:
            self._busy = False
            given.append(Step(step.words, inverse))
            then(step.words)

        def failed(why: Exception) -> None:
            self._busy = False
            self._fail(why)

        self._jobs.submit("write", self._owner, lambda _job: step.inverse(), done, failed)
