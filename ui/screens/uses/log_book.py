"""The log as a whole: saved as a table, judged again; reports taken back, rows that contradict each other. No Qt."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from likeness.acts.uses.answer_held import answer_held, earlier_of
from likeness.acts.uses.export_log import export_log
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.paper import names
from likeness.paper.wording import word
from likeness.paper.words import parts
from likeness.paper.words.compare import Comparison
from likeness.registry.reports import Held, ReportRow
from likeness.scope.use import Use
from ui.kit.figures import count_text, day_text
from ui.kit.undoing.import_step import TakeImportBack
from ui.kit.words import language, tr, tr_n
from ui.screens.uses.listing import VERDICTS, reporter_name
from ui.screens.uses.running import Running
from ui.screens.uses.state import HeldPair, ReportLine

MOST_REPORTS = 200  # the newest; older ones are taken back from the command line
_FACTS = ("user", "likeness", "project", "act", "purpose", "medium", "territory", "language", "date", "modification",
          "age", "content", "limit")  # fmt: skip


class LogBook:
    """Does what concerns all uses, or a whole report."""

    def __init__(self, desk: Any, jobs: Any, view: Any, running: Running) -> None:
        self._desk, self._jobs, self._view, self._running = desk, jobs, view, running

    def export(self, path: Path, *, flags_only: bool) -> None:
        """Write the flags, or every use, as CSV or XLSX."""
        verdicts, lang = (VERDICTS[:2] if flags_only else ()), language()
        self._running.start(
            "read",
            tr("Writing {file}", file=path.name),
            lambda job: export_log(self._desk.desk, path, verdicts=verdicts, language=lang, progress=job.say,
                                   cancelled=job.cancelled),
            lambda rows: self._view.tell(
                tr_n("{n} use saved in {file}", "{n} uses saved in {file}", n=rows, file=path.name)),
        )  # fmt: skip

    def judge_again(self) -> None:
        """Judge every use by what is known now."""
        self._running.start(
            "write",
            tr("Judging again"),
            lambda job: self._desk.do(recheck_uses, None, job.say, job.cancelled).value,
            lambda changed: self._view.tell(
                tr_n("Judged again: {n} verdict changed", "Judged again: {n} verdicts changed", n=changed)
                if changed
                else tr("Judged again: every verdict stands")
            ),
        )

    def see_reports(self) -> None:
        """Show the reports that were imported, newest first."""
        self._jobs.submit("read", self._view, lambda _job: self._reports(), self._view.list_reports, self._view.fail)

    def _reports(self) -> tuple[ReportLine, ...]:
        registry, lang = self._desk.registry, language()
        return tuple(report_line(row, reporter_name(registry, row.reporter), lang)
                     for row in registry.reports.all()[:MOST_REPORTS])  # fmt: skip

    def take_back(self, report: int, file: str) -> None:
        """Take an import back as a whole."""
        self._running.start(
            "write",
            tr("Taking it back"),
            TakeImportBack(self._desk, report),
            lambda inverse: self._view.done(tr("The import of {file} was taken back", file=file), inverse),
        )

    def see_held(self, after: int = 0) -> None:
        """Show a row that contradicts an earlier one: the first, or the next `after` one, round and round."""
        self._jobs.submit("read", self._view, lambda _job: self._held(after), self._show_held, self._view.fail)

    def answer(self, held: int, answer: str) -> None:
        """Say which of the two is right, and show the next."""
        self._running.start(
            "write",
            tr("Judging again"),
            lambda job: self._desk.do(answer_held, held, answer, job.say, job.cancelled),
            lambda _row: self.see_held(held),
        )

    def _show_held(self, pair: HeldPair | None) -> None:
        if pair is not None:
            self._view.ask_held(pair)

    def _held(self, after: int) -> HeldPair | None:
        registry = self._desk.registry
        waiting = registry.reports.held()
        if not waiting:
            return None
        held = next((one for one in waiting if one.id > after), waiting[0])
        report = registry.reports.get(held.report)
        earlier = earlier_of(self._desk.desk, held)
        uses = [held.use] if earlier is None else [held.use, earlier.use]
        titles = _titles(registry, uses, self._desk.clock.now())
        file = "" if report is None else report.file
        return held_pair(held, file, None if earlier is None else earlier.use, titles, len(waiting), language())


def _titles(registry: Any, uses: list[Use], now: datetime) -> dict[str, str]:
    """Return the names of the likenesses, companies and projects of some uses, as far as they are known."""
    likenesses = {one for use in uses for one in use.likeness}
    signed = [row.terms for row in registry.licences.naming(likenesses, now)]
    projects = {one: terms.project.title for terms in signed for one in (terms.project.id, *terms.project.ids)}
    people = {use.user: name for use in uses if use.user and (name := registry.people.name(use.user))}
    return {**projects, **people, **{one.id: one.title for one in registry.doubles.recorded(likenesses)}}


def held_pair(held: Held, file: str, earlier: Use | None, titles: dict[str, str], waiting: int, lang: str) -> HeldPair:
    """Return a held row beside the earlier one, fact by fact."""
    rows = []
    for term in _FACTS:
        before = _fact(lang, term, earlier, titles) if earlier else ""
        now = _fact(lang, term, held.use, titles)
        if before or now:
            none = tr("Not stated")
            state = "same" if before == now else "changed"
            rows.append(Comparison(term, word(lang, "term", term), before or none, now or none, state))
    rows.sort(key=lambda one: one.state == "same")
    about = tr("Line {line} of {file}", line=count_text(held.line, lang), file=file)
    left = tr_n("{n} row is waiting", "{n} rows are waiting", n=waiting)
    return HeldPair(held.id, held.line_id, f"{about} · {left}", tuple(rows), earlier is not None, waiting > 1)


def _fact(lang: str, term: str, use: Use, titles: dict[str, str]) -> str:
    if term in ("modification", "content") and getattr(use, term) == ():
        return names.sentence_case(word(lang, "cell", "none"))
    said = parts.asked(lang, term, use, titles)
    return said if term in ("user", "project", "likeness") else names.sentence_case(said)


def report_line(row: ReportRow, company: str, lang: str) -> ReportLine:
    """Return an imported report as the list of reports shows it."""
    day = day_text(row.imported_at.date(), lang) if row.imported_at else ""
    rows = tr_n("{n} row", "{n} rows", n=row.rows)
    about = " · ".join(part for part in (company, day, rows) if part)
    counts = tr("{out} out of scope · {review} to review · {inside} in scope", out=count_text(row.out_of_scope, lang),
                review=count_text(row.needs_review, lang), inside=count_text(row.in_scope, lang))  # fmt: skip
    return ReportLine(row.id, row.file, about, counts, f"{row.file}. {about}. {counts}")
