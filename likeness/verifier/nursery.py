"""A process that has the readers of hostile files ready, and a new limited child for each file.

Bringing pyHanko and the picture readers in costs most of a second; a fork of a process that has them costs little.

1. The nursery itself never looks into a file: it takes the bytes, forks, and hands on what the child says.
2. A child gets its own pipe and nothing else of the nursery's: it cannot answer for the file after it.
3. A nursery that is silent for too long is killed with all its children; the next file gets a new one.
4. Without anything to do it ends by itself after a minute, and with the process that started it.

Only where a process can be forked (not on Windows, where each file has a child of its own as before).
"""

from __future__ import annotations

import atexit
import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock
from time import monotonic

CAN_FORK = hasattr(os, "fork") and sys.platform != "win32"
IDLE_SECONDS = 60
HEAD_BYTES = 16  # kind (8, padded with spaces) and length (8, big-endian)
_LENGTH = 8


class Nursery:
    """One such process, started when it is first asked; `words` start it, `surroundings` are its environment."""

    def __init__(self, words: tuple[str, ...], surroundings: Mapping[str, str]) -> None:
        self._words, self._surroundings = words, dict(surroundings)
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = Lock()
        atexit.register(self.close)

    def ask(self, kind: str, data: bytes, seconds: float) -> bytes:
        """Return what a child says of a file; raises OSError (a timeout is one too), and the nursery is then gone."""
        with self._one_at_a_time:
            process = self._running()
            try:
                return _asked(process, kind, data, seconds)
            except (OSError, ValueError):
                ended = process.poll() is not None  # for want of work, just now: then another one is asked, once
                self._kill()
                if not ended:
                    raise
            try:
                return _asked(self._running(), kind, data, seconds)
            except (OSError, ValueError):
                self._kill()
                raise

    def close(self) -> None:
        """End it, with whatever it has started."""
        self._kill()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._kill()
            self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module, nothing of a file in the words
                self._words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=self._surroundings,
                start_new_session=True,
            )
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _asked(process: subprocess.Popen[bytes], kind: str, data: bytes, seconds: float) -> bytes:
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  both are pipes, see above
    until = monotonic() + seconds
    process.stdin.write(kind.encode().ljust(_LENGTH) + len(data).to_bytes(_LENGTH, "big") + data)
    process.stdin.flush()
    length = int.from_bytes(_told(process.stdout.fileno(), _LENGTH, until), "big")
    return _told(process.stdout.fileno(), length, until)


def _told(pipe: int, count: int, until: float) -> bytes:
    found = b""
    while len(found) < count:
        ready, _, _ = select.select([pipe], [], [], max(until - monotonic(), 0))
        if not ready:
            raise TimeoutError
        piece = os.read(pipe, count - len(found))
        if not piece:
            raise BrokenPipeError
        found += piece
    return found
