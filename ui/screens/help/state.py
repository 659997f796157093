"""What Help says, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HelpState:
    """Keys as (code of `ui.kit.keys`, what it does): of the screen that is open, and everywhere; where data lies."""

    screen: str
    here: tuple[tuple[str, str], ...]
    everywhere: tuple[tuple[str, str], ...]
    folder: str
    files: tuple[str, ...]
