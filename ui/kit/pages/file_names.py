"""The name under which something is saved: the one that was agreed to where a dialog asked about it. No Qt."""

from __future__ import annotations

from pathlib import Path


def with_ending(path: Path, ending: str) -> Path:
    """Return a path with an ending such as ".pdf" where it has none, unless that is another file that is there already.

    Whoever was asked whether to write over `letter` was not asked about `letter.pdf`.
    """
    ended = path.with_name(path.name + ending)
    return path if path.suffix or ended.exists() else ended
