"""Pages to print about the owner's key: her card, and the sheet of a recovery key that was just made."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.kit.pages.page_dialog import PageDialog
from ui.kit.pages.printing import Failed, Said
from ui.kit.words import tr
from ui.screens.contacts.handing import Handing

Hear = tuple[Said, Failed]


def print_card(parent: QWidget, jobs: Any, handing: Handing, hear: Hear) -> None:
    """Show the page of the owner's card; it may be saved too."""
    words = (tr("Your card, to print"), tr("Give it to whoever should know your key. It holds no secret."))

    def show(page: bytes) -> None:
        PageDialog(parent, jobs, words, page, hear, save=handing.save_card_page, name=tr("my card")).open()

    handing.card_page(show)


def print_recovery(parent: QWidget, jobs: Any, handing: Handing, hear: Hear, digits: str) -> None:
    """Show the recovery sheet; it is printed, never saved."""
    words = (tr("Your recovery sheet"), tr("Print it and put it away. It is not saved anywhere."))
    handing.recovery_page(digits, lambda page: PageDialog(parent, jobs, words, page, hear).open())
