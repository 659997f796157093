"""Accept, suspend, resume, withdraw: what happens is said before it happens, and the safe button has the focus.

What cannot be taken back (accepting, withdrawing) asks for the passphrase; the terms say what a withdrawal means.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.dialogs import Dialog
from ui.kit.fields import Labelled, PassField
from ui.kit.notes import Note
from ui.kit.words import tr
from ui.screens.licences.state import Detail

FINAL = ("accept", "withdraw")
Then = Callable[[str, str], None]  # reason, passphrase


def ask_change(parent: QWidget, what: str, detail: Detail, then: Then, doubt: str = "") -> None:
    """Ask once more; `then(reason, passphrase)` runs if the answer is yes.

    `doubt` says that nobody here knows the key on the other side: an acceptance should wait until somebody does.
    """
    title, text, verb = _words(what, detail)
    dialog = Dialog(parent, title, text, 520)
    if doubt and what == "accept":
        before = tr("Ask for the card, or call and compare the digits, before you accept.")
        dialog.add(Note("amber", "triangle-alert", doubt, before, size="body-strong"))
    reason, secret = QLineEdit(), PassField()
    reason.setMaxLength(200)
    if what != "accept":
        dialog.add(Labelled(tr("Reason, shown to the company"), reason))
    if what in FINAL:
        dialog.add(Labelled(tr("Your passphrase"), secret))
    dialog.keep_button()
    yes = dialog.answer(verb, "final" if what == "withdraw" else "main")
    yes.setAutoDefault(False)

    def agree() -> None:
        if what in FINAL and not secret.text():
            dialog.complain(tr("Type your passphrase to sign."))
            secret.setFocus()
        else:
            dialog.accept()

    yes.clicked.connect(agree)
    dialog.accepted.connect(lambda: then(reason.text().strip(), secret.text()))
    dialog.open()


def _words(what: str, detail: Detail) -> tuple[str, str, str]:
    if what == "withdraw":
        return (
            tr("Withdraw the licence for {project}?", project=detail.title),
            " ".join(
                (
                    tr(
                        "This is about {company} and your {likeness}.", company=detail.company, likeness=detail.likeness
                    ),
                    *detail.ending,
                    tr("You cannot take this back."),
                )
            ),
            tr("Withdraw licence"),
        )
    if what == "accept":
        return (
            tr("Accept the licence for {project}?", project=detail.title),
            tr("You sign that {company} accepts exactly these terms of {performer}. It is then in force, and what it"
               " says of fees, reports and deletion binds {company}.", company=detail.company,
               performer=detail.performer),
            tr("Accept licence"),
        )  # fmt: skip
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
