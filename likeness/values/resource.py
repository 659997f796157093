"""Where the data files lie that ship with the program."""

from __future__ import annotations

from pathlib import Path

# In a checkout and in an installed wheel alike `resources` stands beside `likeness`.
_SHELF = Path(__file__).resolve().parents[2] / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, for instance ``resource("fonts", "Inter-Regular.ttf")``."""
    return _SHELF.joinpath(*parts)
