"""A person at a real terminal (not on Windows): what the program says is waited for, then something is typed."""

from __future__ import annotations

import os
import pty
import select
import sys
import time
from pathlib import Path

from tests.fakes.shared import CHECKOUT

CTRL_C = "\x03"
_PATIENCE = 60  # seconds


class Terminal:
    """One command of `likeness` at a terminal of its own, with nothing of ours in the environment."""

    def __init__(self, registry: Path, *words: str) -> None:
        self.said = ""
        self._child, self._end = pty.fork()
        if self._child == 0:
            kept = {name: value for name, value in os.environ.items() if not name.startswith("LIKENESS_")}
            command = [sys.executable, "-m", "ui.launch", "--registry", str(registry), *words]
            os.execve(sys.executable, command, kept | {"PYTHONPATH": str(CHECKOUT)})

    def waits_for(self, text: str) -> None:
        """Read on until the program has said something; raise AssertionError where it does not."""
        until = time.monotonic() + _PATIENCE
        while text not in self.said:
            assert time.monotonic() < until, self.said
            assert self._reads(), self.said

    def types(self, text: str) -> None:
        """Type something and forget what was said before."""
        self.said = ""
        os.write(self._end, text.encode())

    def ends(self) -> int:
        """Read to the end and return the exit code."""
        while self._reads():
            pass
        os.close(self._end)
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])

    def _reads(self) -> bool:
        if not select.select([self._end], [], [], _PATIENCE)[0]:
            return False
        try:
            more = os.read(self._end, 65_536)
        except OSError:  # a terminal ends so when its program has
            return False
        self.said += more.decode("utf-8", "replace")
        return bool(more)
