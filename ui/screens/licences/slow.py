"""What takes longer of the chosen licence, read beside the window: whose key is there, and what is used. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.kit.background.newest import Newest
from ui.kit.words import language
from ui.screens.licences.across import other_side
from ui.screens.licences.state import Other, Usage
from ui.screens.licences.used import usage_words


class Slow:
    """Tells `other` and `usage` of a licence, each as soon as it is known, and of none that was left meanwhile."""

    def __init__(self, desk: Any, jobs: Any, view: Any, other: Callable[[Other | None], None],
                 usage: Callable[[Usage], None]) -> None:  # fmt: skip
        self._desk, self._view, self._other, self._usage = desk, view, other, usage
        self._across, self._used = Newest(jobs, view), Newest(jobs, view)

    def read(self, number: str) -> None:
        """Read them of a licence; none is waited for any more where the number is empty."""
        desk, lang = self._desk.desk, language()
        row = desk.registry.licences.get(number, desk.now()) if number else None
        self._across.forget()
        self._used.forget()
        if row is not None:
            self._across.read(lambda: other_side(desk, row, lang), self._other, self._view.fail)
            self._used.read(lambda: usage_words(desk.registry, row, lang), self._usage, self._view.fail)
