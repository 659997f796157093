"""How a process of ours is started that runs one module: hostile files are read in one, sound is played in one.

In a checkout or a wheel it is this Python with `-m`. In a bundle there is no such Python: the program `likeness-child`
lies beside ours and runs the modules it knows (`packaging/bundle/child.py`).
"""

from __future__ import annotations

import sys
from pathlib import Path

CHILD = "likeness-child"


def child(module: str) -> tuple[str, ...]:
    """Return the words that start a process with a module; what it is told follows them."""
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        return (str(own.with_name(CHILD).with_suffix(own.suffix)), module)
    return (sys.executable, "-m", module)
