"""The first backup, offered once a registry was made: written, or put off and then waited for. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.backups.back_up import note_offered
from ui.kit.backup.backing_up import BackingUp
from ui.kit.words import tr


@dataclass(frozen=True)
class FirstBackupState:
    """What opens a backup, and the name of the file once it is there; then the offer of one every week, and its answer.

    `weekly` is the folder in which one is made every week from now on.
    """

    opens: str = ""
    written: str = ""
    offered: bool = False
    weekly: str = ""


class View(Protocol):
    """Whoever draws the page."""

    def draw(self, state: FirstBackupState) -> None: ...
    def step(self, done: int, whole: int) -> None: ...
    def backing_up(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...


class FirstBackupPresenter:
    """Offers it once, and remembers that it did: until there is a backup, it waits on the Overview."""

    def __init__(self, office: Any, jobs: Any, view: View) -> None:
        self._view = view
        self.backing = BackingUp(office, jobs, view, self._done, self._weekly)
        opens = tr("It opens with your passphrase.")
        if office.desk.vault.has_words:
            opens = tr("It opens with your passphrase, or with your twelve words.")
        self.state = FirstBackupState(opens)
        jobs.submit("write", view, lambda _job: office.do(note_offered), lambda _outcome: None, view.fail)

    def start(self) -> None:
        """Show the page."""
        self._view.draw(self.state)

    def _done(self, file: Path) -> None:
        self.state = replace(self.state, written=file.name, offered=self.backing.offers)
        self._view.draw(self.state)

    def _weekly(self, folder: Path) -> None:
        self.state = replace(self.state, offered=False, weekly=folder.name)
        self._view.draw(self.state)
