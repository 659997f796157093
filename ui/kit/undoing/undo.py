"""What can be taken back: one stack for the open registry, cleared when it is locked (UX section 7). No Qt.

- A step is words ("Marked as paid") and its inverse. The inverse runs on the write lane and returns its own inverse.
- One step at a time is on its way, and may be stopped: then nothing was undone, and it can be asked for again. What
  cannot be undone any more (somebody else changed it) is told and dropped.
- Doing something new forgets what could be done again.
- Where something was done that an older step would have done (an import was taken back from the list of imports), the
  inverse names that step (`after`), and it leaves the stack: it would find nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from ui.kit.words import tr

Inverse = Callable[["Going"], "Inverse"]
Say = Callable[[str, bool], None]  # the words, and whether "Undo" stands beside them
Fail = Callable[[Exception], None]
Show = Callable[[str, int, int], None]  # what is on its way, done, in all; no words: nothing is any more


class Going(Protocol):
    """A step on its way: it says how far it is, and asks whether somebody pressed Cancel."""

    def say(self, done: int, whole: int) -> None: ...
    def cancelled(self) -> bool: ...


@dataclass(frozen=True)
class Step:
    """Something that was done, or undone, and how to take that back."""

    words: str
    inverse: Inverse


@dataclass
class _Way:
    """A step on its way, whence it was taken, and the job that does it."""

    step: Step
    taken: list[Step]
    job: Any = None


def _nobody_hears(*_said: object) -> None:
    """Stand for the shell while there is none."""


class UndoStack:
    """Steps to be undone and to be done again; `owner` is whoever lives as long as the answers matter."""

    def __init__(self, jobs: Any, owner: Any) -> None:
        self._jobs, self._owner = jobs, owner
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._way: _Way | None = None
        self._say: Say = _nobody_hears
        self._fail: Fail = _nobody_hears
        self._show: Show = _nobody_hears

    def tell(self, say: Say, fail: Fail, show: Show) -> None:
        """Speak through this shell from now on."""
        self._say, self._fail, self._show = say, fail, show

    def push(self, words: str, inverse: Inverse) -> None:
        """Keep a step that was just done, and say it with Undo beside it."""
        self._leave(getattr(inverse, "after", None))
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

    def take_back(self, words: str, inverse: Inverse) -> None:
        """Take back a step that need not be the newest: it leaves its place on the stack first."""
        if self._way is None:
            self._leave(inverse)
            self._done.append(Step(words, inverse))
            self.undo()

    def _leave(self, inverse: object) -> None:
        self._done[:] = [step for step in self._done if step.inverse != inverse]

    def redo(self) -> None:
        """Do again what was undone last."""
        self._turn(self._undone, self._done, lambda words: self._say(tr("Done again: {what}", what=words), True))

    def stop(self) -> None:
        """Stop the step that is on its way: it can be asked for again."""
        if self._way is not None:
            self._way.job.cancel()
            self._way.taken.append(self._way.step)
            self._ended(self._way)

    def clear(self) -> None:
        """Forget everything: another registry, or none, is open now."""
        self._done, self._undone, self._way = [], [], None
        self.tell(_nobody_hears, _nobody_hears, _nobody_hears)

    def _turn(self, taken: list[Step], given: list[Step], then: Callable[[str], None]) -> None:
        if self._way is not None or not taken:
            return
        way = self._way = _Way(taken.pop(), taken)

        def done(inverse: Inverse) -> None:
            if not self._ended(way) and way.step in taken:
                taken.remove(way.step)  # stopped too late: it was done
            given.append(Step(way.step.words, inverse))
            then(way.step.words)

        def failed(why: Exception) -> None:
            self._ended(way)
            self._fail(why)

        words = way.step.words
        doing = tr("Undoing: {what}", what=words) if taken is self._done else tr("Doing again: {what}", what=words)
        self._show(doing, 0, 0)
        far = partial(self._show, doing)
        way.job = self._jobs.submit("write", self._owner, way.step.inverse, done, failed, far)

    def _ended(self, way: _Way) -> bool:
        """Take a step off its way; tells whether it still was on it."""
        there = self._way is way
        if there:
            self._way = None
            self._show("", 0, 0)
        return there
