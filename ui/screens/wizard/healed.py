"""The warnings that were open while a licence was filled in and are not any more. No Qt."""

from __future__ import annotations

from ui.screens.wizard.state import Warn


class Healed:
    """Remembers what was warned of in this sitting."""

    def __init__(self) -> None:
        self._met: dict[str, str] = {}

    def beside(self, still: tuple[Warn, ...]) -> tuple[str, ...]:
        """Return the titles of those that are gone, in the order in which they were met; `still` are open now."""
        self._met |= {one.rule: one.title for one in still}
        here = {one.rule for one in still}
        return tuple(title for rule, title in self._met.items() if rule not in here)
