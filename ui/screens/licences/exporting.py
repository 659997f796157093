"""Licences written out: one, in both languages, a copy to be signed elsewhere, many at once. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from likeness.acts.licences.accept_outside import accept_outside
from likeness.acts.licences.export_licence import code_of, export_copy, export_licence, sealed_by_others
from likeness.acts.licences.export_many import Exported, export_many, years_of
from likeness.acts.licences.paper_wishes import Wishes
from likeness.paper.qr.qr_image import QrCode
from likeness.paper.wording import say
from likeness.paper.words.outside_words import outside_line
from likeness.registry.outside import OutsidePaper
from ui.kit.trouble import told
from ui.kit.words import language, tr, tr_n


class Exporting:
    """Writes what is asked for; `run` is the presenter's way to work with a bar."""

    def __init__(self, desk: Any, view: Any, run: Callable[..., None]) -> None:
        self._desk, self._view, self._run = desk, view, run

    def export(self, number: str, folder: Path, *, both: bool = False) -> None:
        """Write the PDF, the code and the licence file into a folder; in both languages, ours first, if wished."""
        lang = language()

        def work(job: Any) -> tuple[list[Path], bool]:
            paths = self._desk.do(export_licence, number, folder, lang, job.cancelled, Wishes(both)).value
            return paths, sealed_by_others(self._desk.desk, number)

        def done(made: tuple[list[Path], bool]) -> None:
            paths, no_pdf = made
            self._view.exported(paths)
            if no_pdf:
                self._view.tell(say(lang, "advice", "sealed-by-others", number=number))

        self._run(tr("Writing the PDF"), "read", work, done, can_stop=True)

    def make_code(self, number: str, then: Callable[[QrCode | None], None]) -> None:
        """Make the code of a licence; None where it is too long for one."""
        self._run(tr("Making the code"), "read", lambda _job: code_of(self._desk.desk, number), then)

    def save_copy(self, number: str, folder: Path) -> None:
        """Write the copy that the company signs with a tool of its own, in both languages, ours first."""
        lang = language()
        self._run(
            tr("Writing the PDF"),
            "read",
            lambda _job: [self._desk.do(export_copy, number, folder, lang).value],
            self._view.exported,
        )

    def record_signed(self, number: str, path: Path) -> None:
        """Record a copy that was signed elsewhere: it shows that they accepted, and puts nothing in force."""
        lang = language()

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
                self._view.not_all([f"{number}: {told(fault)}" for number, fault in made.failed])

        self._run(tr("Writing the licences"), "read", work, done, can_stop=True)
