"""Printing a PDF of ours: the system's own question first, then the pages, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.kit.pages.pdf_pages import print_pages
from ui.kit.words import tr

Said = Callable[[str], None]
Failed = Callable[[Exception], None]


def ask_printer(parent: QWidget, jobs: Any, data: bytes, said: Said, failed: Failed) -> None:
    """Ask which printer, and print; nothing where the question is cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec():
        print_on(printer, parent, jobs, data, said, failed)


def print_on(printer: QPrinter, owner: QWidget, jobs: Any, data: bytes, said: Said, failed: Failed) -> None:
    """Print on a printer that was chosen; a print is no record."""

    def sent(pages: int) -> None:
        if pages:
            said(tr("Sent to the printer"))

    jobs.submit("read", owner, lambda job: print_pages(data, printer, job.cancelled), sent, failed)
