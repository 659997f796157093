"""Before a key is trusted, its digits are compared with what the signer reads out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kit.dialogs import Dialog
from ui.kit.typeface import label
from ui.kit.words import tr


def confirm_digits(parent: QWidget, name: str, digits: str, then: Callable[[], None]) -> None:
    """Show the digits; `then` runs if they are the same."""
    dialog = Dialog(parent, tr("Is this {name}?", name=name),
                    tr("Call them on a number you know, and let them read their digits to you."), 520)  # fmt: skip
    shown = label(digits, "mono")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    shown.setAccessibleName(tr("Digits of the key"))
    dialog.add(shown)
    dialog.keep_button()
    yes = dialog.answer(tr("The digits are the same"), "main")
    yes.clicked.connect(dialog.accept)
    dialog.accepted.connect(then)
    dialog.open()
