"""Work off the GUI thread. The window draws; everything that takes time goes through here.

- Three lanes: `write` is one thread (a database connection belongs to its thread), `read` is two. `keep` is one for
  what nobody asked for and nobody waits for: it holds nobody up, and what is on it does not count as work on its way.
- While a lane lives, Python's garbage is taken away on the GUI thread alone (`sweeper`).
- ``submit(lane, owner, work, then, fail)``: `work(job)` runs on the lane; `then` or `fail` runs on the GUI thread.
- A result is delivered only while its `owner` lives; a cancelled job delivers nothing, unless it had written by then:
  what was recorded is told, however late somebody pressed Cancel.
- `look` is a reading for the screen, on the threads of `read`: nothing is lost where it is not finished, so it ends
  once nobody waits for it. `stopping` says how, while a registry is open.
- What was asked before `forget` is told to nobody, and after `close` nothing begins: an answer that came home later
  would ask for the next piece of work on a registry that is closed, from a thread that outlives the window.
- `work` may call ``job.say(done, whole)`` and must look at ``job.cancelled``.
One of the four broad excepts of the house: whatever `work` raises comes home to `fail`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from itertools import count
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.kit.background.lane import Lane
from ui.kit.background.sweeper import Sweeper

Then = Callable[[Any], None]
Fail = Callable[[Exception], None]
Progress = Callable[[int, int], None]
Stopping = Callable[[Callable[[], bool]], AbstractContextManager[None]]
LOOK, KEEP = "look", "keep"
_LANES = {"write": 1, "read": 2, KEEP: 1}


class Job:
    """One piece of work on its way; what came of it is put here before it is told."""

    def __init__(self, home: Jobs, number: int, lane: str, owner: QObject, work: Callable[[Job], Any], then: Then,
                 fail: Fail, progress: Progress | None) -> None:  # fmt: skip
        self._home, self._number, self.lane, self.turn = home, number, lane, home.turn
        self.owner, self.work, self.then, self.fail, self.progress = owner, work, then, fail, progress
        self.answer: Any = None
        self.trouble: Exception | None = None
        self._stopped = self._ended = False

    def cancel(self) -> None:
        """Ask the work to stop; what it finds is told to nobody, unless it has written."""
        self._stopped = True

    def cancelled(self) -> bool:
        """Tell whether somebody pressed Cancel."""
        return self._stopped

    def run(self) -> None:
        """Do the work, on the lane."""
        stopping = self._home.stopping if self.lane == LOOK else None
        with nullcontext() if stopping is None else stopping(self.cancelled):
            self.answer = self.work(self)
        self._ended = True

    @property
    def wanted(self) -> bool:
        """Whether what came of it is to be told: nobody pressed Cancel, or it was written all the same."""
        return not self._stopped or (self._ended and self.lane == "write")

    def say(self, done: int, whole: int) -> None:
        """Report progress from the lane: `done` of `whole`; 0 of 0 is not known."""
        if self.progress is not None:
            self._home.moved.emit(self._number, (done, whole))


class Jobs(QObject):
    """The lanes, and what is on its way: the lanes know it by its number alone."""

    landed = Signal(int)
    moved = Signal(int, object)  # how far a job is: two whole numbers, which may be larger than an int of C

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: Lane(name, size, self._do, self.landed.emit) for name, size in _LANES.items()}
        self._sweeper = Sweeper(self)
        self._out: dict[int, Job] = {}
        self._numbers = count()
        self._lanes[LOOK] = self._lanes["read"]
        self.stopping: Stopping | None = None  # what is read within it ends once its argument says so
        self.turn = 0  # what was asked in an earlier one is told to nobody
        self._closed = False
        self.landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.moved.connect(self._move, Qt.ConnectionType.QueuedConnection)

    def submit(self, lane: str, owner: QObject, work: Callable[[Job], Any], then: Then, fail: Fail,
               progress: Progress | None = None) -> Job:  # fmt: skip
        """Start `work` on a lane and return its job, to be cancelled if need be."""
        number = next(self._numbers)
        job = Job(self, number, lane, owner, work, then, fail, progress)
        if self._closed:
            job.cancel()
            return job
        self._sweeper.begin()
        self._out[number] = job
        self._lanes[lane].put(number)
        return job

    def _do(self, number: int) -> None:
        job = self._out[number]
        if job.cancelled():
            return
        try:
            job.run()
        except Exception as why:  # noqa: BLE001 - the lane's end: every failure is told to its owner
            job.trouble = why

    @property
    def busy(self) -> bool:
        """Whether something is on its way that somebody may wait for."""
        return any(job.lane != KEEP for job in self._out.values())

    def rest(self) -> None:
        """Finish all work and end the threads; what it found still comes home."""
        for lane in self._lanes.values():
            lane.rest()
        self._sweeper.end()

    def forget(self) -> None:
        """End what only looks, finish all other work, end the threads and tell nobody: before a registry is closed."""
        for job in self._out.values():
            if job.lane == LOOK:
                job.cancel()
        self.rest()
        self.stopping = None
        self.turn += 1

    def close(self) -> None:
        """Forget, and begin nothing any more: at the end of the window."""
        self._closed = True
        self.forget()

    def _wanted(self, job: Job) -> bool:
        return job.wanted and job.turn == self.turn and shiboken6.isValid(job.owner)

    @Slot(int)
    def _land(self, number: int) -> None:
        job = self._out.pop(number)
        if not self._wanted(job):
            return
        if job.trouble is None:
            job.then(job.answer)
        else:
            job.fail(job.trouble)

    @Slot(int, object)
    def _move(self, number: int, far: tuple[int, int]) -> None:
        job = self._out[number]
        if self._wanted(job) and job.progress is not None:
            job.progress(*far)
