"""Work off the GUI thread. The window draws; everything that takes time goes through here.

- Two lanes: `write` is one thread (a database connection belongs to its thread), `read` is two.
- ``submit(lane, owner, work, then, fail)``: `work(job)` runs on the lane; `then` or `fail` runs on the GUI thread.
- A result is delivered only while its `owner` lives; a cancelled job delivers nothing.
- What was asked before `forget` is told to nobody, and after `close` nothing begins: an answer that came home later
  would ask for the next piece of work on a registry that is closed, from a thread that outlives the window.
- `work` may call ``job.say(done, whole)`` and must look at ``job.cancelled``.
One of the four broad excepts of the house: whatever `work` raises comes home to `fail`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.kit.lane import Lane

Then = Callable[[Any], None]
Fail = Callable[[Exception], None]
Progress = Callable[[int, int], None]


class Job:
    """One piece of work on its way."""

    def __init__(self, home: Jobs, turn: int, owner: QObject, then: Then, fail: Fail, progress: Progress | None
                 ) -> None:  # fmt: skip
        self._home, self.turn = home, turn
        self.owner, self.then, self.fail, self.progress = owner, then, fail, progress
        self._stopped = False

    def cancel(self) -> None:
        """Ask the work to stop and drop its result."""
        self._stopped = True

    def cancelled(self) -> bool:
        """Tell whether somebody pressed Cancel."""
        return self._stopped

    def say(self, done: int, whole: int) -> None:
        """Report progress from the lane: `done` of `whole`; 0 of 0 is not known."""
        if self.progress is not None:
            self._home.landed.emit(self, "progress", (done, whole))


class Jobs(QObject):
    """The two lanes."""

    landed = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {"write": Lane("write", 1), "read": Lane("read", 2)}
        self._turn = 0  # what was asked in an earlier one is told to nobody
        self._closed = False
        self.landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def submit(self, lane: str, owner: QObject, work: Callable[[Job], Any], then: Then, fail: Fail,
               progress: Progress | None = None) -> Job:  # fmt: skip
        """Start `work` on a lane and return its job, to be cancelled if need be."""
        job = Job(self, self._turn, owner, then, fail, progress)
        if self._closed:
            job.cancel()
            return job
        self._lanes[lane].put(lambda: self._do(job, work))
        return job

    def _do(self, job: Job, work: Callable[[Job], Any]) -> None:
        if job.cancelled():
            return
        try:
            answer = work(job)
        except Exception as why:  # noqa: BLE001 - the lane's end: every failure is told to its owner
            self.landed.emit(job, "fail", why)
        else:
            self.landed.emit(job, "then", answer)

    def rest(self) -> None:
        """Finish all work and end the threads; what it found still comes home."""
        for lane in self._lanes.values():
            lane.rest()

    def forget(self) -> None:
        """Finish all work, end the threads and tell nobody: at the lock, before the registry is closed."""
        self.rest()
        self._turn += 1

    def close(self) -> None:
        """Forget, and begin nothing any more: at the end of the window."""
        self._closed = True
        self.forget()

    @Slot(object, str, object)
    def _land(self, job: Job, what: str, answer: Any) -> None:
        if job.cancelled() or job.turn != self._turn or not shiboken6.isValid(job.owner):
            return
        if what == "progress":
            if job.progress is not None:
                job.progress(*answer)
        else:
            (job.then if what == "then" else job.fail)(answer)
