"""The two gentle ways at the end of the wizard: sleeping on it, and letting somebody else read it before. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from likeness.acts.asleep import sleep_on
from likeness.acts.print_draft import save_draft_page
from ui.kit.figures import day_text
from ui.kit.words import language, tr


class TakingTime:
    """Of a draft that is kept; nothing is signed and nothing is sent."""

    def __init__(self, desk: Any, jobs: Any, view: Any, zone: str) -> None:
        self._desk, self._jobs, self._view, self._zone = desk, jobs, view, zone

    def sleep_on_it(self, number: str) -> None:
        """Close the draft until tomorrow: then it waits on the Overview."""
        day = day_text(self._desk.do(sleep_on, number, self._zone).value, language())
        self._view.done(number, tr("The draft is kept. You are asked again on {day}.", day=day))

    def save_page(self, number: str, path: Path) -> None:
        """Save the draft as a page, off the window's thread."""
        lang = language()
        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(save_draft_page, number, path, lang).value,
            lambda kept: self._view.tell(tr("Saved in {folder}. Nothing is signed or sent.", folder=kept.parent)),
            self._view.fail,
        )
