"""Accept, suspend, resume, withdraw: what happens is said before it happens, and the safe button has the focus.

What cannot be taken back (accepting, withdrawing) asks for the passphrase; the terms say what a withdrawal means.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from likeness.values.text import file_stem
from ui.kit.asking.dialogs import Dialog
from ui.kit.background.working import Working
from ui.kit.fields.fields import Labelled
from ui.kit.fields.pass_field import PassField
from ui.kit.lists.changes_table import changes_table
from ui.kit.look.typeface import hold
from ui.kit.parts.frames import Scroll, boxed, column
from ui.kit.parts.notes import Note
from ui.kit.words import tr
from ui.screens.licences.changing import ACCEPT, FINAL, WITHDRAW
from ui.screens.licences.state import Detail

USUAL, WIDE, TABLE_HIGH, LONGEST_REASON = 520, 680, 280, 200
MARGIN, SCROLL_BAR, MOST_UNSCROLLED = 24, 12, 4
_NOTICES = "*.likeness *.png *.txt"
Then = Callable[[str, str, str], None]  # reason, passphrase, and the company's name repeated


class ChangeForm(Dialog):
    """Asks once more; `then(reason, passphrase, name)` is asked to sign. The form stays until the signature stands.

    One that went away would look as if nothing had been signed. Where many uses are judged again it says how far that
    is, and Cancel asks to `stop`: nothing is signed then.

    `doubt` says that nobody here knows the key on the other side: an acceptance should wait until somebody does.
    """

    def __init__(
        self, parent: QWidget, what: str, detail: Detail, then: Then, stop: Callable[[], None], doubt: str = ""
    ) -> None:
        title, text, verb = _words(what, detail)
        shows = what == ACCEPT and bool(detail.changes)
        super().__init__(parent, title, text, WIDE if shows else USUAL)
        self._what, self._detail, self._then, self._stop = what, detail, then, stop
        if shows:
            self.add(_table(detail))
        if doubt and what == ACCEPT:
            before = tr("Ask for the card, or call and compare the digits, before you accept.")
            self.add(Note("amber", "triangle-alert", doubt, before, size="body-strong"))
        self._reason, self._secret, self._company = QLineEdit(), PassField(), QLineEdit()
        self._reason.setMaxLength(LONGEST_REASON)
        if what != ACCEPT:
            self.add(Labelled(tr("Reason, shown to the company"), self._reason))
        elif detail.bears:
            words = tr("This registry is of {owner}. Repeat the name you accept for", owner=detail.bears)
            self.add(Labelled(words, self._company))
        if what in FINAL:
            self.add(Labelled(tr("Your passphrase"), self._secret))
        self._working = Working()
        self._working.appeared.connect(self.fit)
        self.add(self._working)
        self._keep = self.keep_button()
        self._yes = self.answer(verb, "final" if what == WITHDRAW else "main")
        self._yes.setAutoDefault(False)
        self._yes.clicked.connect(self._agree)

    def _agree(self) -> None:
        company = self._company.text().strip()
        if self._what == ACCEPT and self._detail.bears and company != self._detail.company:
            self.complain(tr("Write the name as the licence has it: {name}", name=self._detail.company))
            self._company.setFocus()
        elif self._what in FINAL and not self._secret.text():
            self.complain(tr("Type your passphrase to sign."))
            self._secret.setFocus()
        else:
            self.complain("")
            self._wait(True)
            self._then(self._reason.text().strip(), self._secret.text(), company)

    def step(self, done: int, whole: int) -> None:
        """Show how far the uses are judged again; from now on Cancel stops it."""
        if whole and not self._keep.isEnabled():
            self._keep.setEnabled(True)
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
            self._working.begin(tr("Judging its uses again"), can_stop=False)
        self._working.step(done, whole)

    def refused(self, words: str) -> None:
        """Say why it was not signed; what was typed stays."""
        self._wait(False)
        self.complain(words)
        self._secret.setFocus()

    def reject(self) -> None:
        """Close without signing; while it is being signed, ask to stop that."""
        if self._yes.isEnabled():
            super().reject()
        elif self._keep.isEnabled():
            self._keep.setEnabled(False)
            self._stop()

    def done(self, result: int) -> None:
        """Close, and keep no passphrase in a field nobody sees."""
        self._secret.clear()
        super().done(result)

    def _wait(self, on: bool) -> None:
        self._working.end()
        for button in (self._keep, self._yes):
            button.setEnabled(not on)


def ask_place(parent: QWidget, number: str) -> Path | None:
    """Ask where the notice about a licence is to be saved; None where the question is cancelled."""
    name = tr("notice {number}", number=file_stem(number))
    path, _kind = QFileDialog.getSaveFileName(parent, tr("Save the notice"), f"{name}.likeness", _NOTICES)
    return Path(path) if path else None


def ask_name(parent: QWidget, name: str, owner: str, then: Callable[[], None]) -> None:
    """Ask whether an offer for another name is for the owner; `then` takes it in."""
    title = tr("This licence is for {name}. Is that you?", name=name)
    text = tr("This registry is of {owner}. If you also go by that name, take it in and read it; nothing is accepted"
              " yet.", owner=owner)  # fmt: skip
    dialog = Dialog(parent, title, text, USUAL)
    dialog.keep_button()
    yes = dialog.answer(tr("Yes, take it in"), "main")
    yes.setAutoDefault(False)
    yes.clicked.connect(dialog.accept)
    dialog.accepted.connect(then)
    dialog.open()


def show_changes(parent: QWidget, detail: Detail) -> None:
    """Show what an amendment changes, term by term."""
    title = tr("What licence {number} changes", number=detail.number)
    text = tr("It replaces licence {number}. What is not listed stays as it is.", number=detail.replaces)
    dialog = Dialog(parent, title, text, WIDE)
    dialog.add(_table(detail))
    dialog.answer(tr("Close"), "main", stays="closes")
    dialog.open()


def _table(detail: Detail) -> QWidget:
    """Return the table of an amendment; one that changes much scrolls, so that the buttons stay on the screen."""
    table = changes_table(detail.changes)
    table.resize(WIDE - 2 * MARGIN - SCROLL_BAR, TABLE_HIGH)
    if len(detail.changes) <= MOST_UNSCROLLED:
        return table
    held = Scroll(boxed(column(table, None)))
    hold(held, tall=TABLE_HIGH)
    return held


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
