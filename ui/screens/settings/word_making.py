"""The twelve words in Settings: whether there are any, and the passphrase that is asked before they are made. No Qt."""

from __future__ import annotations

from typing import Any

from likeness.acts.locks.make_words import report_too, words_made_on
from ui.kit.fields.passphrase import not_hers
from ui.kit.figures import day_text
from ui.kit.words import language, tr
from ui.screens.settings.state import TwelveWords


class WordMaking:
    """Reads whether there are words; asks for the passphrase before the page that makes new ones."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view

    def read(self) -> TwelveWords:
        """Return what there is."""
        desk, made = self._desk.desk, words_made_on(self._desk.registry)
        if made is None:
            return TwelveWords(tr("No words yet"), made=False, card_changes=report_too(desk))
        said = tr("Made on {day}", day=day_text(made, language()))
        return TwelveWords(said, made=True, card_changes=report_too(desk))

    def ask(self, passphrase: str) -> None:
        """Go on to the page of the words if this is the passphrase."""

        def told(is_hers: bool) -> None:
            if is_hers:
                self._view.may_make_words()
            else:
                self._view.words_refused(not_hers(passphrase))

        work = lambda _job: self._desk.confirm(passphrase)
        self._jobs.submit("read", self._view, work, told, self._view.fail)
