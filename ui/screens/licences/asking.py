"""Suspend, resume, withdraw: what happens is said before it happens, and the safe button has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.dialogs import Dialog
from ui.kit.fields import Labelled
from ui.kit.words import tr
from ui.screens.licences.state import Detail


def ask_change(parent: QWidget, what: str, detail: Detail, then: Callable[[str], None]) -> None:
    """Ask once more; `then(reason)` runs if the answer is yes."""
    title, text, verb = _words(what, detail)
    dialog = Dialog(parent, title, text, 520)
    reason = QLineEdit()
    reason.setMaxLength(200)
    dialog.add(Labelled(tr("Reason, shown to the company"), reason))
    dialog.keep_button()
    yes = dialog.answer(verb, "final" if what == "withdraw" else "main")
    yes.setAutoDefault(False)
    yes.clicked.connect(dialog.accept)
    dialog.accepted.connect(lambda: then(reason.text().strip()))
    dialog.open()


def _words(what: str, detail: Detail) -> tuple[str, str, str]:
    if what == "withdraw":
        return (
            tr("Withdraw the licence for {project}?", project=detail.title),
            tr(
                "{company} must stop making new work with your {likeness}, from the day the notice of the licence"
                " ends. What the terms let stand stays covered. You cannot take this back.",
                company=detail.company,
                likeness=detail.likeness,
            ),
            tr("Withdraw licence"),
        )
    if what == "suspend":
        return (
            tr("Suspend the licence for {project}?", project=detail.title),
            tr("{company} may make nothing new until you resume it.", company=detail.company),
            tr("Suspend licence"),
        )
    return (
        tr("Resume the licence for {project}?", project=detail.title),
        tr("{company} may use it again, from now on.", company=detail.company),
        tr("Resume licence"),
    )
