"""A new passphrase in Settings, by the one of today. No Qt."""

from __future__ import annotations

from typing import Any

from likeness.acts.locks.change_passphrase import change_passphrase
from likeness.errors import Broken
from ui.kit.fields.passphrase import not_hers, refusal
from ui.kit.words import tr


class PassphraseChanging:
    """Asks the vault for the passphrase of today, and writes its lock anew."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view

    def change(self, old: str, new: str, again: str) -> None:
        """Open with the new passphrase from now on, if the old one is right and the new one was typed twice."""
        why = refusal(new, again) if old else not_hers(old)
        if why:
            self._view.refused(why)
            return

        def work(_job: Any) -> None:
            if not self._desk.confirm(old):
                raise Broken("wrong-passphrase")
            self._desk.do(change_passphrase, new)

        def done(_value: Any) -> None:
            self._view.close_form()
            self._view.tell(tr("Passphrase changed. Back up now: earlier backups open with the old one."))

        self._jobs.submit("write", self._view, work, done, lambda wrong: self._failed(wrong, old))

    def _failed(self, why: Exception, old: str) -> None:
        if isinstance(why, Broken) and why.code == "wrong-passphrase":
            self._view.refused(not_hers(old))
        else:
            self._view.close_form()
            self._view.fail(why)
