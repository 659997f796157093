"""Papers of a licence: the usual one, in both languages, a copy to be signed elsewhere, and back from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.keys import with_key
from ui.kit.words import tr
from ui.screens.licences.exporting import Exporting

CODE, EXPORT, BOTH, COPY, OUTSIDE = "show-code", "export", "both", "copy", "outside"
PAPERS = (EXPORT, BOTH, COPY, OUTSIDE)


def paper_words() -> tuple[tuple[str, str], ...]:
    """Return the entries of the menu."""
    return (
        (CODE, with_key(tr("Show the QR code"), CODE)),
        (BOTH, tr("Save in English and French…")),
        (COPY, tr("Save a copy to be signed elsewhere…")),
        (OUTSIDE, tr("Record a copy signed elsewhere…")),
    )


def ask_paper(owner: QWidget, what: str, number: str, papers: Exporting) -> None:
    """Ask where to, or which file, and do it; nothing happens where nothing is chosen."""
    if what == OUTSIDE:
        path, _kind = QFileDialog.getOpenFileName(owner, tr("Choose the copy that was signed elsewhere"))
        if path:
            papers.record_signed(number, Path(path))
        return
    folder = QFileDialog.getExistingDirectory(owner, tr("Where to save the licence"))
    if folder and what == COPY:
        papers.save_copy(number, Path(folder))
    elif folder:
        papers.export(number, Path(folder), both=what == BOTH)
