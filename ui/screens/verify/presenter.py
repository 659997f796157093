"""Verify: whatever was handed over is checked off the window's thread; one answer in full, several in a list.

Plain Python. What was checked stays here until something else is checked: a card or a status list that comes in
meanwhile changes answers, so they are given again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.checking.checks_kept import checks_before, forget_checks, keep_checks, kept_of
from likeness.acts.checking.save_check import save_check
from likeness.acts.keys.gather_roots import gather_roots
from likeness.acts.keys.read_contacts import contacts
from likeness.errors import LikenessError
from likeness.paper.sheets.check_sheet import Part
from likeness.paper.words.voice import voice_for
from likeness.values.clock import Clock
from likeness.verifier.check_words import Checked
from likeness.verifier.verify import verify
from ui.kit.background.newest import Newest
from ui.kit.words import language, tr
from ui.screens.verify.checking import Check, Source, check_again, check_all
from ui.screens.verify.planning import Asked, form_of, parts_of, planned_of, use_of
from ui.screens.verify.reading import answer_of, before_of, item_of
from ui.screens.verify.state import VerifyState


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: VerifyState) -> None: ...
    def progress(self, done: int, whole: int) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def tell(self, words: str) -> None: ...


class VerifyPresenter:
    """Keeps what was checked, and what was asked about it."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = VerifyState()
        self._checks: tuple[Check, ...] = ()
        self._asked: Asked | None = None
        self._job: Any = None
        self._planning = Newest(jobs, view)

    def refresh(self) -> None:
        """Draw; where something was checked, answer for it again."""
        if self._checks:
            self._run(lambda _job: check_again(self._checks, *self._believed()), keep=False)
        else:
            self._show(before=self._before())

    def check_files(self, paths: Sequence[Path]) -> None:
        """Check PDFs, pictures and licence files."""
        self._check([Source(path.name, path=path) for path in paths])

    def check_text(self, text: str) -> None:
        """Check pasted codes."""
        if text.strip():
            self._check([Source(tr("Pasted code"), text.strip().encode())])

    def check_picture(self, data: bytes) -> None:
        """Check a picture that was pasted."""
        self._check([Source(tr("Pasted picture"), data)])

    def check_codes(self, texts: Sequence[str]) -> None:
        """Check the codes that the camera has read."""
        self._check([Source(tr("Code from the camera"), code=text) for text in texts])

    def again(self) -> None:
        """Go back: from one of several answers to the list, from there to the beginning."""
        if self._state.several and self._state.at is not None:
            self._show(at=None, shown=None, form=None, planned=None)
        else:
            self._checks, self._asked = (), None
            self._show(items=(), at=None, shown=None, form=None, planned=None, before=self._before())

    def open(self, at: int) -> None:
        """Show one of the answers in full."""
        self._asked = None
        report, lang = self._checks[at].report, language()
        form = form_of(report.licence, lang) if report.licence else None
        self._show(at=at, shown=answer_of(report, lang), form=form, planned=None)

    def cancel(self) -> None:
        """Stop; what was shown before stays."""
        if self._job is not None:
            self._job.cancel()
        self._show(doing="")

    def plan(self, asked: Asked) -> None:
        """Judge a planned use against the licence that is shown; nothing of the registry but its roots is asked."""
        check = self._chosen()
        if check is None or check.report.data is None or check.report.licence is None:
            return
        data, terms, lang = check.report.data, check.report.licence.terms, language()
        self._asked = asked
        owner = self._desk.registry.owner.get()
        voice = voice_for(owner.role, owner.name, terms.performer.name)

        def work() -> Any:
            use = use_of(asked, terms)
            roots, at = self._believed()
            return planned_of(verify(data, roots, at=at, use=use), use, lang, voice)

        def done(planned: Any) -> None:
            if self._chosen() is check:  # another answer may have been opened meanwhile
                self._show(planned=planned)

        self._planning.read(work, done, self._view.fail)

    def save(self, path: Path) -> None:
        """Write the record of the check that is shown."""
        check, lang, owner = self._chosen(), language(), self._desk.registry.owner.get().name
        if check is None:
            return
        licence, planned = check.report.licence, self._state.planned
        checked = Checked(check.source.name, check.sha256, check.at, licence.terms.zone if licence else "UTC", owner)
        told: tuple[Part, ...] = ()
        if licence and planned and self._asked:
            told = parts_of(planned, use_of(self._asked, licence.terms), licence.terms, lang)
        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(save_check, check.report, checked, path, lang, told).value,
            lambda kept: self._view.tell(tr("Saved in {folder}", folder=kept.parent)),
            self._view.fail,
        )

    def handed_over(self) -> bytes:
        """Return the bytes of what is shown, as they were handed over: a card among them is taken in elsewhere."""
        check = self._chosen()
        return b"" if check is None else check.data

    def signers_card(self) -> bytes | None:
        """Return the card of the signer of what is shown, if it has come and waits to be confirmed."""
        check = self._chosen()
        signer = check.report.signer if check else None
        if signer is None:
            return None
        known = (one for one in contacts(self._desk.desk) if one.public.fingerprint == signer.fingerprint)
        return next((one.card for one in known), None)

    def forget(self) -> None:
        """Forget what was checked before."""
        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(forget_checks),
            lambda _done: self._show(before=()),
            self._view.fail,
        )

    def _chosen(self) -> Check | None:
        at = self._state.at
        return None if at is None else self._checks[at]

    def _believed(self) -> tuple[Any, Any]:
        return gather_roots(self._desk.desk), self._desk.clock.now()

    def _before(self) -> Any:
        return tuple(before_of(one, language()) for one in checks_before(self._desk.desk))

    def _check(self, sources: Sequence[Source]) -> None:
        if sources:
            self._run(lambda job: check_all(sources, *self._believed(), job.say, job.cancelled), keep=True)

    def _run(self, work: Any, *, keep: bool) -> None:
        def done(checks: tuple[Check, ...]) -> None:
            at = self._state.at if not keep else 0 if len(checks) == 1 else None
            self._checks = checks
            items = tuple(item_of(check, language()) for check in checks)
            self._show(doing="", items=items, at=None, shown=None, form=None, planned=None)
            if at is not None and at < len(checks):
                self.open(at)
            if keep:
                self._keep(checks)

        def failed(why: Exception) -> None:
            self._show(doing="")
            self._view.fail(why)

        if self._job is not None:
            self._job.cancel()  # what was handed over last is what is asked about
        self._show(doing=tr("Checking"))
        self._job = self._jobs.submit("read", self._view, work, done, failed, self._view.progress)

    def _keep(self, checks: tuple[Check, ...]) -> None:
        kept = tuple(kept_of(check.report, check.source.name, check.path, check.at) for check in checks)

        def failed(why: Exception) -> None:
            if not isinstance(why, LikenessError):  # a registry that cannot be written keeps no list, and that is all
                self._view.fail(why)

        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(keep_checks, kept),
            lambda _done: self._show(before=self._before()),
            failed,
        )

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
