"""Saving a check: a dated record of what was checked and found, as a PDF; the log keeps that it was made.

The record is written whole or not at all. A name of a file that our fonts cannot write is written with its codes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.errors import Refused
from likeness.paper.sheets.check_sheet import Part, render_check
from likeness.values.keep import keep_file
from likeness.values.outcome import Outcome
from likeness.verifier.check_words import Checked, check_sheet
from likeness.verifier.report import Report


def save_check(
    desk: Desk, report: Report, checked: Checked, path: Path, language: str = "en", planned: tuple[Part, ...] = ()
) -> Outcome[Path]:
    """Write the record of a check to `path`; the journal gets its answer and the SHA-256 of what was checked."""
    try:
        page = render_check(check_sheet(language, report, checked, planned), checked.at)
    except Refused:
        plain = replace(checked, file=ascii(checked.file)[1:-1])
        page = render_check(check_sheet(language, report, plain, planned), checked.at)
    with desk.registry.transaction():
        desk.record("checked", {"answer": report.answer, "data": checked.sha256})
        keep_file(path, page)
    return Outcome(path)
