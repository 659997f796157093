"""A licence changed: accepted, suspended, resumed, withdrawn, amended, and its notice handed out. Plain Python.

Every act names the licence that the person read when she was asked: what is chosen may be another one by the time she
has typed her passphrase, for whatever arrives meanwhile is shown at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from likeness.acts.keys.hand_out import hand_out
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import Thrown, discard_draft, draft_licence, put_back_draft, the_licence
from likeness.acts.licences.end_licence import newest_notice, resume_licence, suspend_licence, withdraw_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.errors import Broken, Refused
from ui.kit.fields.passphrase import not_hers
from ui.kit.undoing.undo import Inverse
from ui.kit.words import tr

ACCEPT, WITHDRAW = "accept", "withdraw"
FINAL = (ACCEPT, WITHDRAW)
CHANGING = {"suspend": suspend_licence, "resume": resume_licence, WITHDRAW: withdraw_licence}


class Changing:
    """Signs what was agreed to; `run` is the presenter's way to work with a bar."""

    def __init__(self, desk: Any, view: Any, run: Callable[..., None]) -> None:
        self._desk, self._view, self._run = desk, view, run
        self._stopped = False

    def change(self, number: str, what: str, reason: str, passphrase: str = "", as_name: str = "") -> None:
        """Accept, suspend, resume or withdraw a licence; what is final needs the passphrase.

        `as_name` repeats the company of a licence that bears another name than the registry's owner.
        """
        self._stopped = False

        def work(job: Any) -> None:
            told = {"progress": job.say, "cancelled": lambda: self._stopped}
            if what in FINAL and not self._desk.confirm(passphrase):
                raise Broken("wrong-passphrase")
            if what == ACCEPT:
                desk = self._desk.desk
                self._desk.do(accept_licence, bundle_of(desk, the_licence(desk, number)).data, as_name or None, **told)
            else:
                self._desk.do(CHANGING[what], number, reason=reason or None, **told)

        def done(_value: Any) -> None:
            self._view.answered()
            self._view.tell(_said(what))

        self._run(tr("Signing"), "write", work, done, lambda why: self._unsigned(why, passphrase))

    def stop(self) -> None:
        """Ask not to sign after all; what comes of it says whether that was in time."""
        self._stopped = True

    def _unsigned(self, why: Exception, passphrase: str) -> None:
        if isinstance(why, Broken) and why.code == "wrong-passphrase":
            self._view.unsigned(not_hers(passphrase))  # the form stays, with what was typed
        elif isinstance(why, Refused) and why.code == "cancelled":
            self._view.unsigned(tr("Nothing was signed."))
        else:
            self._view.answered()
            self._view.fail(why)

    def amend(self, number: str) -> None:
        """Draft what replaces a licence, with its terms; a draft that is there already is opened again."""

        def work(_job: Any) -> str:
            table, now = self._desk.registry.licences, self._desk.clock.now()
            drafts = table.page(table.find(now, states=["draft"]), now)
            known = next((draft.number for draft in drafts if draft.replaces == number), None)
            if known is not None:
                return str(known)
            terms = the_licence(self._desk.desk, number).terms
            return str(self._desk.do(draft_licence, terms, number).value.number)

        self._run(tr("Drafting"), "write", work, self._view.draft)

    def throw_away(self, number: str) -> None:
        """Throw a draft away; that is a step which can be undone."""
        work = lambda _job: self._desk.do(discard_draft, number).value
        done = lambda thrown: self._view.done(tr("Draft {number} thrown away", number=number), self._back(thrown))
        self._run(tr("Throwing the draft away"), "write", work, done)

    def _back(self, thrown: Thrown) -> Inverse:
        return lambda _going: self._away(self._desk.do(put_back_draft, thrown).value.number)

    def _away(self, number: str) -> Inverse:
        return lambda _going: self._back(self._desk.do(discard_draft, number).value)

    def save_notice(self, number: str, path: Path) -> None:
        """Write the newest signed notice about a licence, to be handed out."""
        self._run(
            tr("Writing the notice"),
            "write",
            lambda _job: hand_out(newest_notice(self._desk.desk, number), path),
            lambda _done: self._view.tell(tr("Saved in {folder}", folder=path.parent)),
        )


def _said(what: str) -> str:
    return {
        ACCEPT: tr("Licence accepted. Send the file back to the performer."),
        "suspend": tr("Licence suspended. Save the notice and send it to the company."),
        "resume": tr("Licence in force again. Save the notice and send it to the company."),
        WITHDRAW: tr("Licence withdrawn. Save the notice and send it to the company."),
    }[what]
