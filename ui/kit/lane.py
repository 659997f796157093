"""A lane: worker threads of Python's own that take pieces of work in turn.

Not QThreadPool: there Python makes a new thread state for every piece of work and clears it afterwards, and with it the
thread's database connection; SQLCipher's closing inside that clearing takes the interpreter down (seen with 6.11.3:
"PyThreadState_Get: the GIL is released"). A thread of Python's own keeps its connection for as long as it lives.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue

Work = Callable[[], None]


class Lane:
    """`size` threads at most, started with the first piece of work."""

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size = name, size
        self._queue: SimpleQueue[Work | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def put(self, work: Work) -> None:
        """Do this when its turn comes."""
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._run, name=f"{self._name}-{number}", daemon=True)
                for number in range(self._size)
            ]
            for thread in self._threads:
                thread.start()
        self._queue.put(work)

    def rest(self) -> None:
        """Finish what waits and let the threads end; their connections close with them."""
        for _thread in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _run(self) -> None:
        while (work := self._queue.get()) is not None:
            work()
            del work  # what it holds of a screen is not to die here, when the next work comes or the thread ends
