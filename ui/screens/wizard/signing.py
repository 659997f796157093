"""The signature at the end of the wizard: the passphrase is asked of the vault, then it is signed as a job. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from likeness.acts.licences.sign_licence import sign_licence
from likeness.errors import Refused
from ui.kit.fields.passphrase import not_hers
from ui.kit.words import tr


class Signing:
    """`kept` keeps the draft as it stands and returns its number; `show` draws the wizard with changes, and `far` how
    many of the uses are judged again.
    """

    def __init__(
        self,
        desk: Any,
        jobs: Any,
        view: Any,
        show: Callable[..., None],
        far: Callable[[int, int], None],
        kept: Callable[[], str],
    ) -> None:
        self._desk, self._jobs, self._view, self._show, self._far, self._kept = desk, jobs, view, show, far, kept
        self._stopped = False

    def sign(self, passphrase: str, sentence: str) -> None:
        """Sign; `sentence` accepts what is marked in red, where anything is."""
        number, self._stopped = self._kept(), False

        def work(job: Any) -> bool:
            if not self._desk.confirm(passphrase):
                return False
            self._desk.do(sign_licence, number, sentence, job.say, lambda: self._stopped)
            return True

        def done(signed: bool) -> None:
            self._show(busy="", progress=(0, 0))
            if signed:
                self._view.done(number, tr("Licence {number} signed. Send it to the company next.", number=number))
            else:
                self._show(sign_problem=not_hers(passphrase))

        self._show(busy=tr("Signing"), sign_problem="")
        self._jobs.submit("write", self._view, work, done, self._failed, self._far)

    def stop(self) -> None:
        """Ask not to sign after all; what comes of it says whether that was in time."""
        self._stopped = True

    def _failed(self, why: Exception) -> None:
        self._show(busy="", progress=(0, 0))
        if isinstance(why, Refused) and why.code == "cancelled":
            self._show(sign_problem=tr("Nothing was signed."))
        else:
            self._view.fail(why)
