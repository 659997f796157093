"""A lane: worker threads of Python's own that take pieces of work in turn.

A piece of work is a number here and what it stands for is kept by the thread of the window: a lane that held the last
reference to a screen would be where its widgets die, and Qt must not destroy them there.

Not QThreadPool: there Python makes a new thread state for every piece of work and clears it afterwards, and with it the
thread's database connection; SQLCipher's closing inside that clearing takes the interpreter down (seen with 6.11.3:
"PyThreadState_Get: the GIL is released"). A thread of Python's own keeps its connection for as long as it lives.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue

Take = Callable[[int], None]


class Lane:
    """`size` threads at most, started with the first piece of work: each number is done, and then told."""

    def __init__(self, name: str, size: int, do: Take, tell: Take) -> None:
        self._name, self._size, self._do, self._tell = name, size, do, tell
        self._queue: SimpleQueue[int | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def put(self, number: int) -> None:
        """Do this when its turn comes."""
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._run, name=f"{self._name}-{number}", daemon=True)
                for number in range(self._size)
            ]
            for thread in self._threads:
                thread.start()
        self._queue.put(number)

    def rest(self) -> None:
        """Finish what waits and let the threads end; their connections close with them."""
        for _thread in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _run(self) -> None:
        while (number := self._queue.get()) is not None:
            self._do(number)
            self._tell(number)
