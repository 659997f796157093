"""The draft as a page: shown to be read, printed or saved, and where to save it for somebody else to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.pages.file_names import with_ending
from ui.kit.pages.page_dialog import PageDialog
from ui.kit.pages.printing import Failed, Said
from ui.kit.words import tr


def show_draft(parent: QWidget, jobs: Any, number: str, page: bytes, hear: tuple[Said, Failed],
               save: Callable[[Path], None]) -> None:  # fmt: skip
    """Show the page of a draft."""
    words = (tr("The full terms"), tr("The draft as it stands. Nobody has signed it."))
    PageDialog(parent, jobs, words, page, hear, save=save, name=_name(number)).open()


def ask_where(parent: QWidget, number: str) -> Path | None:
    """Ask where to save the page of a draft; None where nothing is chosen."""
    name = f"{_name(number)}.pdf"
    path, _kind = QFileDialog.getSaveFileName(parent, tr("Save the draft to send it"), name, "PDF (*.pdf)")
    return with_ending(Path(path), ".pdf") if path else None


def _name(number: str) -> str:
    return tr("draft {number}", number=number)
