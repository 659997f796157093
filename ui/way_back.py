"""The way back: where one came from, the newest last, as far as fifty steps. No Qt.

- A step is a screen and the thing that was chosen on it when it was left. Rows chosen one after the other are no steps.
- A screen keeps what it was asked to list: where it still shows the thing, it is only opened.
- A licence that is being written is left for what lies behind it; an open import is come back to until it is closed.
"""

from __future__ import annotations

from collections import deque
from typing import Any

MOST = 50
IMPORT = "import"  # the place of an open import, which is no screen of the navigation


class WayBack:
    """The way of one shell, which has to say where it goes (`come`) and what it closes (`forget`)."""

    def __init__(self, shell: Any) -> None:
        self._shell = shell
        self._at = ""
        self._behind: deque[tuple[str, str]] = deque(maxlen=MOST)

    @property
    def leads(self) -> bool:
        """Whether there is somewhere to go back to."""
        return self._shell.writing or any(step != self._now() for step in self._behind)

    def come(self, place: str, key: str = "") -> None:
        """Say that a place is about to be shown, or a thing on it."""
        now = self._now()
        if self._at and (place != self._at or (key and key != now[1])):
            self._behind.append(now)
        self._at = place

    def forget(self, place: str) -> None:
        """Say that a place is no more."""
        kept = [step for step in self._behind if step[0] != place]
        self._behind.clear()
        self._behind.extend(kept)
        if self._at == place:
            self._at = ""

    def back(self) -> None:
        """Go back one step; nothing where there is none."""
        if self._shell.writing:
            self._shell.go(self._at)
            return
        now = self._now()
        while self._behind:
            step = self._behind.pop()
            if step != now:
                self._lead(*step)
                return

    def _lead(self, place: str, key: str) -> None:
        self._at = place  # so that going there is no step of its own
        if place == IMPORT:
            self._shell.open_import()
        elif key and self._thing() != key:
            self._shell.show_thing(place, key, step=False)
        else:
            self._shell.go(place)

    def _now(self) -> tuple[str, str]:
        return self._at, self._thing()

    def _thing(self) -> str:
        shown = getattr(self._shell.page_of(self._at), "shown", None) if self._at not in ("", IMPORT) else None
        return str(shown()) if shown is not None else ""
