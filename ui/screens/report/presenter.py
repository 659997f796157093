"""Importing a usage report: file, columns, check, result. Nothing is recorded before the end. Plain Python.

- Guesses are shown as guesses; a date that can be read in two ways is asked; columns that mean nothing are left out.
- What a value means is answered once, for all rows that say it, and the report is checked again.
- What was settled is remembered for the company that sent it, once the report is recorded.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.judging.planned_report import Plan
from likeness.acts.uses.export_log import export_rejected
from likeness.errors import Unreadable
from likeness.feeds.guess import Guesses, alias_guess
from likeness.feeds.known_names import Known
from likeness.feeds.mapping import Mapping
from likeness.feeds.source import Source
from likeness.values.clock import Clock
from likeness.values.ids import Ids
from ui.kit.background.newest import Newest
from ui.kit.trouble import told
from ui.kit.undoing.import_step import TakeImportBack
from ui.kit.undoing.undo import Inverse
from ui.kit.words import tr
from ui.screens.report.begun import Begun
from ui.screens.report.checking import checked, recorded
from ui.screens.report.looking import Questions, first_verdicts, look_at, named, questions_in, remembered
from ui.screens.report.matching import Matching
from ui.screens.report.pace import Pace
from ui.screens.report.periods import period_choices
from ui.screens.report.reading import facts_of_file, preview_heads, preview_lines, result_of, where_of
from ui.screens.report.state import CHECK, COLUMNS, FILE, RESULT, Progress, ReportState


class Desk(Protocol):
    """What this screen needs of the office."""

    desk: Any
    registry: Any
    clock: Clock

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: ReportState) -> None: ...
    def tell(self, words: str) -> None: ...
    def done(self, words: str, inverse: Inverse) -> None: ...
    def take_back(self, words: str, inverse: Inverse) -> None: ...
    def fail(self, why: Exception) -> None: ...


class ReportPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = ReportState(periods=period_choices(desk.clock.now().date()))
        self._source: Source | None = None
        self._matching: Matching | None = None
        self._known = Known()
        self._plan: Plan | None = None
        self._step: tuple[str, Inverse] | None = None  # what was recorded, as the stack keeps it
        self._job: Any = None
        self._previewing = Newest(jobs, view)

    def start(self, begun: Begun | None = None) -> None:
        """Show the first page, without a file; or go on with what was `begun`, in the language in use now."""
        self._source = self._matching = self._plan = self._step = None
        self._show(step=FILE, facts=None, result=None)
        if begun is None:
            return
        self._state = replace(self._state, reporter=begun.reporter, period=begun.period)
        self._looked((begun.source, begun.known, begun.matching.guesses))
        self._matching = begun.matching
        if begun.step == COLUMNS:
            self._show_columns()
        elif begun.step == RESULT:
            self.check()

    @property
    def begun(self) -> Begun | None:
        """What was chosen and answered so far; None before a file was, and once it is recorded."""
        state = self._state
        if self._source is None or self._matching is None or (state.result and state.result.recorded):
            return None
        return Begun(self._source, self._known, self._matching, state.step, state.reporter, state.period)

    def look_again(self) -> None:
        """Begin again where what was recorded here was taken back: by Ctrl Z, or from the list of reports."""
        result = self._state.result
        if result is None or not result.recorded:
            return
        row = self._desk.registry.reports.get(result.recorded)
        if row is None or row.undone_at is not None:
            self.start()

    @property
    def running(self) -> bool:
        """Tell whether a report is being read or recorded."""
        return self._job is not None

    def take_file(self, path: Path, sheet: str | None = None) -> None:
        """Look at a file, and guess what its columns mean; the page of the one before goes at once."""
        if sheet is None:
            self.start()
        self._run(tr("Looking at the file"), "read", lambda _job: look_at(self._desk, path, sheet), self._looked)

    def _looked(self, found: tuple[Source, Known, Guesses]) -> None:
        self._source, self._known, guesses = found
        self._matching = Matching(guesses, remembered(self._desk, self._reporter_id()))
        self._plan = None
        self._show(
            step=FILE,
            facts=facts_of_file(self._source),
            reporters=tuple(sorted(self._known.user)),
            where=where_of(self._source),
            result=None,
        )

    def choose_sheet(self, sheet: str) -> None:
        """Read another sheet of the workbook."""
        if self._source is not None and sheet != self._source.sheet:
            self.take_file(self._source.path, sheet)

    def choose_reporter(self, name: str) -> None:
        """Say who sent it; what was settled for that company before counts again."""
        name = name.strip()
        if name == self._state.reporter:
            return
        self._state = replace(self._state, reporter=name)
        if self._matching is not None:
            self._matching = Matching(self._matching.guesses, remembered(self._desk, self._reporter_id()))

    def _reporter_id(self) -> str:
        """Return the id of who sent it: the one we know, or one made from the name."""
        name = self._state.reporter
        return (self._known.id_for("user", name) or Ids({}).of(name)) if name else ""

    def choose_period(self, period: str) -> None:
        """Say for which period it is."""
        self._show(period=period)

    def go(self, step: int) -> None:
        """Open a page that was reached before."""
        if step == COLUMNS and self._source is not None:
            self._show_columns()
        elif step == FILE:
            self._show(step=FILE)

    def choose(self, column: str, code: str) -> None:
        """Say what a column means."""
        if self._matching is not None:
            self._matching.choose(column, code, self._known)
            self._show_columns()

    def say_for_all(self, target: str, code: str) -> None:
        """Say what is the same in every row."""
        if self._matching is not None:
            self._matching.say_for_all(target, code)
            self._show_columns()

    def answer(self, target: str, word: str, code: str) -> None:
        """Say once what a value means, and check again."""
        if self._matching is not None:
            self._matching.answer(target, word, code)
            self.check()

    def check(self) -> None:
        """Judge all rows; nothing is recorded."""
        matching, source, state = self._matching, self._source, self._state
        if matching is None or source is None or matching.open:
            return
        pace, known, reporter = Pace(), self._known, self._reporter_id()

        def work(job: Any) -> tuple[Plan, Questions]:
            plan = checked(self._desk.desk, source.path, matching.mapping, (reporter, state.period), pace, job)
            return plan, questions_in(plan, known)

        def done(found: tuple[Plan, Questions]) -> None:
            self._plan = found[0]
            self._show(step=RESULT, result=result_of(*found))

        self._show(step=CHECK, progress=Progress())
        self._run("", "read", work, done, lambda _done, _whole: self._show(progress=pace.seen), back=COLUMNS)

    def record(self) -> None:
        """Record what was checked: all of it, in one transaction."""
        plan, pace = self._plan, Pace()
        if plan is None or self._state.result is None:
            return

        def done(row: Any) -> None:
            self._plan = None
            if row is None:
                self._view.tell(tr("Something was recorded since this was checked. It is being checked again."))
                self.check()
                return
            result = self._state.result
            self._show(result=result and replace(result, recorded=row.id, seconds=str(pace.seconds), groups=tuple(
                line for line in result.groups if not line.question[0])))  # fmt: skip
            self._step = tr("Import of {file}", file=row.file), TakeImportBack(self._desk, row.id)
            self._view.done(*self._step)
            index = self._desk.registry.uses.words  # the first search would have to wait for it
            self._jobs.submit("write", self._view, lambda _job: index.catch_up(), lambda _none: None, self._view.fail)

        self._run(tr("Recording"), "write", lambda job: recorded(self._desk, plan, job), done)

    def undo(self) -> None:
        """Take the import back as a whole: the step that lies on the stack, so that it is taken back only once."""
        if self._step is not None:
            self._view.take_back(*self._step)

    def offered(self, target: str, word: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return what a value may stand for: our guess, and the ids we know with their names."""
        guessed = alias_guess(target, word, 0, self._known)
        return (guessed.code or "") if guessed else word, named(self._known).get(target, ())

    def save_unread(self, path: Path) -> None:
        """Write the rows that could not be read to a file of their own."""
        plan = self._plan
        if plan is not None:
            self._run(
                tr("Writing the file"),
                "read",
                lambda job: export_rejected(plan.rejected, path, job.cancelled),
                lambda _rows: self._view.tell(tr("Saved as {file}", file=path.name)),
            )

    def cancel(self) -> None:
        """Stop what runs; the registry stays as it was."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._show(busy="", step=COLUMNS if self._state.step == CHECK else self._state.step)

    def _show_columns(self) -> None:
        matching = self._matching
        if matching is None:
            return
        self._show(
            step=COLUMNS,
            columns=matching.lines(),
            constants=matching.constant_lines(named(self._known)),
            preview_heads=preview_heads(),
            problem="",
        )
        self._preview(matching.mapping)

    def _preview(self, mapping: Mapping) -> None:
        """Read and judge the first rows, as they would be read now."""
        source = self._source
        if source is None:
            return

        def done(found: tuple[Any, list[Any]]) -> None:
            names = {id_: name for named in (self._known.likeness, self._known.project) for name, id_ in named.items()}
            self._show(preview=preview_lines(*found, names), problem="")

        def failed(why: Exception) -> None:
            if not isinstance(why, Unreadable):
                self._view.fail(why)
                return
            self._show(preview=(), problem=told(why))

        self._previewing.read(lambda: first_verdicts(self._desk, source, mapping), done, failed)

    def _run(self, what: str, lane: str, work: Any, then: Any, progress: Any = None, back: int | None = None) -> None:
        over = False

        def ended() -> None:
            nonlocal over
            over, self._job = True, None
            self._state = replace(self._state, busy="")

        def done(value: Any) -> None:
            ended()
            then(value)

        def failed(why: Exception) -> None:
            ended()
            self._show(step=self._state.step if back is None else back)
            self._view.fail(why)

        self._show(busy=what, far=(0, 0))
        told = progress or (lambda at, whole: self._show(far=(at, whole)))
        job = self._jobs.submit(lane, self._view, work, done, failed, told)
        if not over:
            self._job = job

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
