"""Verify: read a file or a pasted code, check it off the GUI thread, judge a planned use. Plain Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.gather_roots import gather_roots
from likeness.acts.trust_book import confirm_card
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.paper import names
from likeness.paper.wording import word
from likeness.scope.use import Use
from likeness.values.clock import Clock
from likeness.values.codes import MAKING, MODIFICATIONS
from likeness.values.keep import read_file
from likeness.verifier.report import Report
from likeness.verifier.verify import verify
from ui.kit.words import language, tr
from ui.screens.verify.reading import answer_of, before_of, planned_of
from ui.screens.verify.state import VerifyState

MOST_KEPT = 8
LARGEST = 64 * 1024 * 1024  # bytes; the verifier has its own, smaller limits for what lies inside


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: VerifyState) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def carded(self, name: str, digits: str, data: bytes) -> None: ...
    def tell(self, words: str) -> None: ...


class VerifyPresenter:
    """Keeps the last report and what was checked before."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = VerifyState()
        self._data = b""
        self._job: Any = None

    def refresh(self) -> None:
        """Draw; a list or card that came in meanwhile changes the answer, so it is checked again."""
        if self._data and self._state.shown is not None:
            self._check(lambda: self._data, self._state.file, keep=False)
        else:
            self._show()

    def check_file(self, path: Path) -> None:
        """Check a PDF, a picture or a licence file."""
        self._check(lambda: read_file(path, LARGEST), path.name)

    def check_text(self, text: str) -> None:
        """Check a pasted code."""
        data = text.strip().encode()
        if data:
            self._check(lambda: data, tr("Pasted code"))

    def again(self) -> None:
        """Go back to the drop zone."""
        self._data = b""
        self._show(shown=None, planned=None, file="")

    def cancel(self) -> None:
        """Stop waiting for the answer."""
        if self._job is not None:
            self._job.cancel()
        self._show(doing="")

    def plan(self, modification: str, place: str, tongue: str, at: date | None, count: int) -> None:
        """Judge a planned use against the licence that was checked."""
        if not self._data or self._state.shown is None:
            return
        data, lang = self._data, language()

        def work(_job: Any) -> Any:
            roots, now = gather_roots(self._desk.desk), self._desk.clock.now()
            licence = verify(data, roots, at=now).licence
            if licence is None:
                return None
            terms = licence.terms
            use = Use(
                id="planned",
                user=terms.licensee.id,
                likeness=terms.likenesses[:1],
                project=terms.project.id,
                act=next((act for act in terms.acts if act in MAKING), "generate"),
                purpose=terms.purposes[0] if terms.purposes and terms.purposes[0] != "*" else None,
                medium=tuple(code for code in terms.media[:1] if code != "*"),
                territory=(place,) if place else (),
                language=(tongue,) if tongue else (),
                modification=(modification,) if modification else (),
                content=(),
                at=at,
                quantity={limit.unit: count for limit in terms.limits if limit.on != "show"},
            )
            return planned_of(verify(data, roots, at=now, use=use), use, lang)

        self._jobs.submit("read", self._view, work, lambda planned: self._show(planned=planned), self._view.fail)

    def read_card(self, path: Path) -> None:
        """Read a key card and let its digits be compared."""

        def work(_job: Any) -> tuple[str, str, bytes]:
            data = read_file(path, LARGEST)
            card = open_signed(data, KeyCard)
            return card.says.name, card.signer.digits, data

        self._jobs.submit("read", self._view, work, lambda card: self._view.carded(*card), self._view.fail)

    def confirm_card(self, data: bytes) -> None:
        """Trust a card whose digits were compared."""
        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(confirm_card, data),
            lambda _done: self._view.tell(tr("You now trust this signer")),
            self._view.fail,
        )

    def _check(self, read: Any, name: str, *, keep: bool = True) -> None:
        lang = language()

        def work(_job: Any) -> tuple[bytes, Report]:
            data = read()
            return data, verify(data, gather_roots(self._desk.desk), at=self._desk.clock.now())

        def done(found: tuple[bytes, Report]) -> None:
            data, report = found
            self._data = report.data or data
            line = before_of(report, name, lang)
            before = (line, *(b for b in self._state.before if b != line))[:MOST_KEPT] if keep else self._state.before
            self._show(
                doing="", file=name, shown=answer_of(report, lang), before=before, planned=None,
                purposes=_purposes(report, lang),
            )  # fmt: skip

        def failed(why: Exception) -> None:
            self._show(doing="")
            self._view.fail(why)

        self._show(doing=tr("Checking"))
        self._job = self._jobs.submit("read", self._view, work, done, failed)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def _purposes(report: Report, lang: str) -> tuple[tuple[str, str], ...]:
    """Return what may be planned: first the changes that were granted, then the others."""
    if report.licence is None:
        return ()
    granted = report.licence.terms.modifications
    ordered = (*(m for m in granted if m in MODIFICATIONS), *(m for m in MODIFICATIONS.codes if m not in granted))
    return tuple((code, names.sentence_case(word(lang, "modification", code))) for code in ordered)
