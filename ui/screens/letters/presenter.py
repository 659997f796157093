"""A letter on its way: proposed, drafted again after every change, written; its mark is a step that can be undone.

- Drafting records nothing and runs on the read lane; an answer that is no longer asked for is let go.
- Saving records, on the write lane. Plain Python.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.letters.draft_letter import filled, proposed
from likeness.acts.letters.write_letter import Written, put_back, write_letter
from likeness.errors import Refused, Unreadable
from likeness.paper.letters.letter import INVOICE, TAKEDOWN
from likeness.paper.letters.letter_facts import Added, Facts
from likeness.paper.letters.letter_pdf import render_letter
from likeness.paper.letters.letter_text import letter_text
from likeness.paper.wording import word
from ui.kit.background.newest import Newest
from ui.kit.trouble import told
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr
from ui.screens.letters.state import LetterState, Start

_EVERY_FIELD = ("address", "contact", "to-address", "by", "note")
_FIELDS = (*_EVERY_FIELD, "to-name", "where", "pay", "sum")


class View(Protocol):
    """Whoever draws the dialog."""

    def begin(self, start: Start) -> None: ...
    def draw(self, state: LetterState) -> None: ...
    def saved(self, words: str, inverse: Inverse) -> None: ...
    def fail(self, why: Exception) -> None: ...


class LetterPresenter:
    """Keeps what was typed last and the letter that follows from it."""

    def __init__(self, desk: Any, jobs: Any, view: View, kind: str, subject: str) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._kind, self._subject = kind, subject
        self._state = LetterState(language=language())
        self._added, self._unread = Added(), ("", "")
        self._facts: Facts | None = None  # read once: a licence may have a million uses
        self._drafting = Newest(jobs, view)

    def begin(self) -> None:
        """Read what is known, show it, and draft the first letter."""
        read = lambda _job: proposed(self._desk.desk, self._kind, self._subject)
        self._jobs.submit("read", self._view, read, self._begun, self._view.fail)

    def _begun(self, known: tuple[Facts, Added]) -> None:
        self._facts, self._added = known
        self._view.begin(start_of(self._kind, self._facts, self._added))
        self._draft()

    def change(self, added: Added, unread: tuple[str, str] = ("", "")) -> None:
        """Draft again with what was typed; `unread` is a field that holds what cannot be read, and why."""
        if (added, unread) != (self._added, self._unread):
            self._added, self._unread = added, unread
            self._draft()

    def speak(self, code: str) -> None:
        """Write the letter in another language."""
        self._state = replace(self._state, language=code)
        self._draft()

    def _draft(self) -> None:
        self._drafting.forget()
        added, lang, facts = self._added, self._state.language, self._facts
        field, why = self._unread
        if field:  # no letter with a day or a sum that nobody typed
            self._show(busy=False, pdf=b"", text="", problem=why, field=field)
            return
        if facts is None:
            return
        self._show(busy=True)

        self._drafting.read(lambda: self._drafted(facts, added, lang), lambda told: self._show(**told), self._failed)

    def _drafted(self, facts: Facts, added: Added, lang: str) -> dict[str, Any]:
        """Return page and text; what is still missing is told in the window's own language."""
        done: dict[str, Any] = {"busy": False, "pdf": b"", "text": "", "problem": "", "field": ""}
        try:
            letter = filled(self._desk.desk, self._kind, facts, lang, added)
            done["text"] = letter_text(letter)
            done["pdf"] = render_letter(letter)
        except (Refused, Unreadable) as why:
            if why.key in _FIELDS:  # said under its field, so it need not be named
                done["field"], why.key = why.key, None
            done["problem"] = told(why)
        return done

    def save(self, path: Path) -> None:
        """Write the letter and keep that it was written."""
        added, lang = self._added, self._state.language

        def done(written: Written) -> None:
            kind = word(language(), "letter-kind", self._kind)
            self._view.saved(tr("{kind} saved in {file}", kind=kind, file=path.name), self._inverse(written))

        self._do(lambda: self._desk.do(write_letter, self._kind, self._subject, path, lang, added).value, done)

    def _inverse(self, written: Written) -> Inverse:
        return lambda _going: self._inverse(self._desk.do(put_back, written).value)

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._jobs.submit("write", self._view, lambda _job: work(), then, self._failed)

    def _failed(self, why: Exception) -> None:
        self._show(busy=False)
        self._view.fail(why)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def start_of(kind: str, facts: Facts, added: Added) -> Start:
    """Return what the form of a kind begins with."""
    asks_sum = kind == INVOICE and (not facts.dues or any(due.money is None for due in facts.dues))
    fields = {*_EVERY_FIELD}
    if kind == TAKEDOWN:
        fields |= {"to-name", "where"}
    if kind == INVOICE:
        fields.add("pay")
    if not facts.company:
        fields.add("to-name")
    project = facts.terms.project.title if facts.terms else ""
    use = facts.use.id if facts.use else ""
    fee = facts.terms.fee.money if facts.terms else None
    currency = fee.currency if fee else ""
    about = " · ".join(part for part in (facts.company, project, use) if part)
    to = facts.performer if facts.owner == facts.company else facts.company
    return Start(kind, about, added, facts.today, to, asks_sum, currency, frozenset(fields))
