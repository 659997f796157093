"""Taking time at the end of the wizard: sleeping on it, reading all of it, letting somebody else read it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from likeness.acts.licences.asleep import sleep_on
from likeness.acts.licences.print_draft import draft_page, save_draft_page
from ui.kit.figures import day_text
from ui.kit.words import language, tr


class TakingTime:
    """`kept` keeps the draft as it stands and returns its number; nothing is signed here, and nothing is sent."""

    def __init__(self, desk: Any, jobs: Any, view: Any, zone: str, kept: Callable[[], str]) -> None:
        self._desk, self._jobs, self._view, self._zone, self._kept = desk, jobs, view, zone, kept

    def sleep_on_it(self) -> None:
        """Close the draft until tomorrow: then it waits on the Overview."""
        number = self._kept()
        day = day_text(self._desk.do(sleep_on, number, self._zone).value, language())
        self._view.done(number, tr("The draft is kept. You are asked again on {day}.", day=day))

    def show_page(self) -> None:
        """Set the draft as a page, off the window's thread, and show it."""
        desk, number, lang = self._desk.desk, self._kept(), language()
        work = lambda _job: draft_page(desk, number, lang)
        self._jobs.submit("read", self._view, work, self._view.show_page, self._view.fail)

    def save_page(self, path: Path) -> None:
        """Save the draft as a page, off the window's thread."""
        number, lang = self._kept(), language()
        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(save_draft_page, number, path, lang).value,
            lambda kept: self._view.tell(tr("Saved in {folder}. Nothing is signed or sent.", folder=kept.parent)),
            self._view.fail,
        )
