"""What the processes that play and read aloud do alike: let Qt have a moment, and answer in lines."""

from __future__ import annotations

import sys
from time import sleep

from PySide6.QtCore import QCoreApplication

TURN = 0.02  # seconds


def turn() -> None:
    """Let Qt do what is waiting, then wait for a moment."""
    QCoreApplication.processEvents()
    sleep(TURN)


def say(line: str) -> None:
    """Tell whoever started this process one line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
