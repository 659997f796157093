"""Licences: find, read, export, take in, accept, suspend, resume, withdraw, amend. Plain Python.

What came from others is taken in and read before it is accepted; a withdrawal and an acceptance ask for the passphrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.accept_licence import accept_licence
from likeness.acts.accept_outside import accept_outside
from likeness.acts.draft_licence import draft_licence, the_licence
from likeness.acts.end_licence import newest_notice, resume_licence, suspend_licence, withdraw_licence
from likeness.acts.export_licence import bundle_of, export_copy, export_licence, sealed_by_others
from likeness.acts.export_many import Exported, export_many, years_of
from likeness.acts.hand_out import hand_out
from likeness.acts.paper_wishes import Wishes
from likeness.acts.take_in import Filed, take_in
from likeness.errors import Broken
from likeness.paper.complaint import sentence
from likeness.paper.outside_words import outside_line
from likeness.paper.wording import say
from likeness.registry.licences import STATES, LicenceRow
from likeness.registry.outside import OutsidePaper
from likeness.values.clock import Clock
from likeness.values.keep import read_file
from ui.kit.words import language, tr, tr_n
from ui.screens.licences.across import Kinds, other_side
from ui.screens.licences.reading import cells_of, detail_of
from ui.screens.licences.state import Cells, LicencesState, Other

LARGEST = 64 * 1024 * 1024  # bytes
FINAL = ("accept", "withdraw")
CHANGING = {"suspend": suspend_licence, "resume": resume_licence, "withdraw": withdraw_licence}


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...
    def confirm(self, passphrase: str) -> bool: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: LicencesState) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def exported(self, paths: list[Path]) -> None: ...
    def not_all(self, failed: list[str]) -> None: ...
    def draft(self, number: str) -> None: ...
    def show_licence(self, number: str) -> None: ...


class LicencesPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = LicencesState()
        self._chosen = ""
        self._kinds = Kinds(desk.registry)
        self._job: Any = None

    def refresh(self) -> None:
        """Read everything again: after a change, or when the screen opens."""
        now = self._desk.clock.now()
        table = self._desk.registry.licences
        counts = table.counts(now)
        state = self._state
        ids = table.find(now, states=sorted(state.chosen_states), words=state.words)
        self._show(
            ids=tuple(ids),
            total=sum(counts.values()),
            counts=tuple((code, counts.get(code, 0)) for code in STATES if counts.get(code)),
            detail=self._detail(),
        )
        self._look_across()

    def search(self, words: str) -> None:
        """Look for words in project, company, likeness and terms."""
        self._state = replace(self._state, words=words.strip())
        self.refresh()

    def toggle_state(self, code: str) -> None:
        """Add a state to the filter, or take it away."""
        self._state = replace(self._state, chosen_states=self._state.chosen_states ^ {code})
        self.refresh()

    def clear(self) -> None:
        """Show everything again."""
        self._state = replace(self._state, chosen_states=frozenset(), words="")
        self.refresh()

    def page(self, ids: Sequence[int]) -> list[Cells]:
        """Return the cells of those rows, in that order."""
        now = self._desk.clock.now()
        rows = self._desk.registry.licences.page(ids, now)
        kinds = self._kinds.of(rows)
        return [cells_of(row, kinds, now, language()) for row in rows]

    def choose(self, row: int | None) -> None:
        """Show the licence of a row in the pane."""
        rows = [] if row is None else self._desk.registry.licences.page([row], self._desk.clock.now())
        self._chosen = rows[0].number if rows else ""
        self._show(detail=self._detail())
        self._look_across()

    def _look_across(self) -> None:
        """Read whose key stands on the other side of the chosen licence, off the window's thread."""
        number, lang = self._chosen, language()

        def done(other: Other | None) -> None:
            if number == self._chosen:
                self._show(other=other)

        if number:
            self._jobs.submit(
                "read", self._view, lambda _job: other_side(self._desk.desk, number, lang), done, self._view.fail
            )

    def row_of(self, number: str) -> int | None:
        """Return the row of a licence, to be shown from elsewhere."""
        found: LicenceRow | None = self._desk.registry.licences.get(number, self._desk.clock.now())
        return None if found is None else found.row

    def export(self, folder: Path, *, both: bool = False) -> None:
        """Write the PDF, the code and the licence file into a folder; in both languages, ours first, if wished."""
        number, lang = self._chosen, language()

        def work(job: Any) -> tuple[list[Path], bool]:
            paths = self._desk.do(export_licence, number, folder, lang, job.cancelled, Wishes(both)).value
            return paths, sealed_by_others(self._desk.desk, number)

        def done(made: tuple[list[Path], bool]) -> None:
            paths, no_pdf = made
            self._view.exported(paths)
            if no_pdf:
                self._view.tell(say(lang, "advice", "sealed-by-others", number=number))

        self._run(tr("Writing the PDF"), "read", work, done, can_stop=True)

    def save_copy(self, folder: Path) -> None:
        """Write the copy that the company signs with a tool of its own, in both languages, ours first."""
        number, lang = self._chosen, language()
        self._run(
            tr("Writing the PDF"),
            "read",
            lambda _job: [self._desk.do(export_copy, number, folder, lang).value],
            self._view.exported,
        )

    def record_signed(self, path: Path) -> None:
        """Record a copy that was signed elsewhere: it shows that they accepted, and puts nothing in force."""
        number, lang = self._chosen, language()

        def work(_job: Any) -> OutsidePaper:
            kept: OutsidePaper = self._desk.do(accept_outside, number, path).value
            return kept

        self._run(
            tr("Recording the copy"),
            "write",
            work,
            lambda one: self._view.tell(outside_line(lang, one.name, one.sha256, one.added_at)),
        )

    def years(self) -> list[int]:
        """Return the years in which licences were numbered, the newest first."""
        return years_of(self._desk.desk)

    def export_many(self, folder: Path, year: int | None) -> None:
        """Write every signed licence, or those of a year, into a folder; what fails is told at the end."""
        lang = language()

        def work(job: Any) -> Exported:
            made: Exported = self._desk.do(
                export_many, folder, lang, year=year, progress=job.say, cancelled=job.cancelled
            ).value  # fmt: skip
            return made

        def done(made: Exported) -> None:
            self._view.tell(tr_n("{n} licence saved in {folder}", "{n} licences saved in {folder}",
                                 n=made.licences, folder=folder))  # fmt: skip
            if made.failed:
                self._view.not_all([f"{number}: {sentence(fault, lang)}" for number, fault in made.failed])

        self._run(tr("Writing the licences"), "read", work, done, can_stop=True)

    def cancel(self) -> None:
        """Stop writing; nothing is left half written."""
        if self._job is not None:
            self._job.cancel()
        self._show(doing="")

    def change(self, what: str, reason: str, passphrase: str = "") -> None:
        """Accept, suspend, resume or withdraw the chosen licence; what is final needs the passphrase."""
        number = self._chosen
        said = {"accept": tr("Licence accepted. Send the file back to the performer."),
                "suspend": tr("Licence suspended. Save the notice and send it to the company."),
                "resume": tr("Licence in force again. Save the notice and send it to the company."),
                "withdraw": tr("Licence withdrawn. Save the notice and send it to the company.")}[what]  # fmt: skip

        def work(_job: Any) -> None:
            if what in FINAL and not self._desk.confirm(passphrase):
                raise Broken("wrong-passphrase")
            if what == "accept":
                desk = self._desk.desk
                self._desk.do(accept_licence, bundle_of(desk, the_licence(desk, number)).data)
            else:
                self._desk.do(CHANGING[what], number, reason=reason or None)

        self._run(tr("Signing"), "write", work, lambda _done: self._view.tell(said))

    def amend(self) -> None:
        """Draft what replaces the chosen licence, with its terms; a draft that is there already is opened again."""
        number = self._chosen

        def work(_job: Any) -> str:
            table, now = self._desk.registry.licences, self._desk.clock.now()
            drafts = table.page(table.find(now, states=["draft"]), now)
            known = next((draft.number for draft in drafts if draft.replaces == number), None)
            if known is not None:
                return str(known)
            terms = the_licence(self._desk.desk, number).terms
            return str(self._desk.do(draft_licence, terms, number).value.number)

        self._run(tr("Drafting"), "write", work, self._view.draft)

    def save_notice(self, path: Path) -> None:
        """Write the newest signed notice about the chosen licence, to be handed out."""
        number = self._chosen
        self._run(
            tr("Writing the notice"),
            "write",
            lambda _job: hand_out(newest_notice(self._desk.desk, number), path),
            lambda _done: self._view.tell(tr("Saved in {folder}", folder=path.parent)),
        )

    def take(self, given: Path | bytes) -> None:
        """Take in what somebody sent: an offer, an acceptance, a notice; as a file, a picture or pasted text."""

        def work(_job: Any) -> tuple[Filed, ...]:
            data = given if isinstance(given, bytes) else read_file(given, LARGEST)
            return tuple(self._desk.do(take_in, data).value)

        self._run(tr("Reading the file"), "write", work, self._taken)

    def _taken(self, filed: tuple[Filed, ...]) -> None:
        news = [one for one in filed if one.changed] or list(filed)
        last = news[-1]
        self._view.tell(say(language(), "filed", last.kind if last.changed else "known", about=last.about))
        offers = [one.about for one in filed if one.kind == "licence"]
        if offers:
            self._view.show_licence(offers[-1])

    def _detail(self) -> Any:
        now = self._desk.clock.now()
        row = self._desk.registry.licences.get(self._chosen, now) if self._chosen else None
        return None if row is None else detail_of(self._desk.registry, row, self._kinds.of([row]), now, language())

    def _run(self, what: str, lane: str, work: Any, then: Any, *, can_stop: bool = False) -> None:
        def done(value: Any) -> None:
            self._show(doing="")
            self.refresh()
            then(value)

        def failed(why: Exception) -> None:
            self._show(doing="")
            self._view.fail(why)

        self._show(doing=what, can_stop=can_stop, progress=(0, 0))
        said = lambda at, whole: self._show(progress=(at, whole))  # noqa: E731
        self._job = self._jobs.submit(lane, self._view, work, done, failed, said)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
