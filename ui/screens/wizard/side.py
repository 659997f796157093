"""The side of the wizard: plain words and warnings while filling in; passphrase and signature at the end."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from likeness.paper.words import rule_words
from ui.kit.fields.fields import Labelled
from ui.kit.fields.pass_field import PassField
from ui.kit.look.typeface import hold, label, let_go
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Pane, boxed, caps, column, empty, icon_row, row
from ui.kit.parts.marks import Hairline
from ui.kit.parts.notes import Note
from ui.kit.parts.panes import bring_into_sight
from ui.kit.parts.prose import Prose
from ui.kit.words import tr
from ui.screens.wizard.state import STEPS, Warn, WizardState

WIDE = 388


class Side(Pane):
    """Shows the state; `fix` asks to heal a warning, `sign` carries passphrase and sentence.

    `later` is for whoever sleeps on it, `shown_first` for whoever wants somebody else to read it before.
    """

    fix = Signal(str)
    sign = Signal(str, str)
    later = Signal()
    shown_first = Signal()

    def __init__(self) -> None:
        super().__init__(tr("In plain words"), margins=(24, 20, 24, 20))
        hold(self, wide=WIDE)
        self.foot.hide()
        self._told = ""  # why it was not signed, as it was drawn last
        self._shown: tuple[Warn, ...] | None = None
        heading = row(caps(tr("In plain words")), None, label(tr("changes as you type"), "small", "text3"))
        self._plain = Prose(line=22, name=tr("In plain words"))
        self._words = boxed(column(heading, 8, self._plain, 20))
        self._warnings = column(gap=8)
        self._before = caps(tr("Before you sign"))
        none_left = icon_row("circle-check", tr("No warnings left"), hue="green", ink="green", size=17,
                             role="body-strong")  # fmt: skip
        self._healed = label("", "body", "text2", wrap=True)
        self._none = boxed(column(8, none_left, self._healed))
        self._signing = self._sign_box()
        lock = icon_row("lock", tr("Nothing leaves this computer until you send it."), size=14, ink="text3",
                        role="small")  # fmt: skip
        for part in (self._words, self._none, self._before):
            self.inside.addWidget(part)
        self.inside.addSpacing(6)
        self.inside.addLayout(self._warnings)
        self.inside.addWidget(self._signing)
        self.inside.addStretch(1)
        self.inside.addSpacing(16)
        self.inside.addLayout(lock)

    def _sign_box(self) -> QWidget:
        self._sentence, self._pass = QLineEdit(), PassField()
        self._hint = label("", "small", "text3", wrap=True)
        self._accept = Labelled("", self._sentence)
        self._problem = label("", "small-medium", "red", wrap=True)
        self._go = Button(tr("Sign licence"), "pen-line", "main")
        self._wait = Button(tr("Sleep on it, ask me tomorrow"), "moon")
        self._show = Button(tr("Send to my agent first"), "users")
        for button in (self._go, self._wait, self._show):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._go.clicked.connect(self._signed)
        self._pass.returnPressed.connect(self._signed)
        self._wait.clicked.connect(self.later)
        self._show.clicked.connect(self.shown_first)
        asked = Labelled(tr("Type your passphrase to sign"), self._pass)
        or_line = row(Hairline(), label(tr("or take your time"), "small", "text3"), Hairline(), gap=10)
        or_line.setStretch(0, 1)
        or_line.setStretch(2, 1)
        return boxed(column(16, self._accept, 14, asked, 5, self._hint, 6, self._problem, 10, self._go, 20, or_line,
                            14, self._wait, 8, self._show))  # fmt: skip

    def _signed(self) -> None:
        self._told = ""
        self.sign.emit(self._pass.text(), self._sentence.text())

    def let_be(self, *, wide: bool) -> None:
        """Take the whole width, below the page, or its own beside it."""
        if wide:
            let_go(self)
        else:
            hold(self, wide=WIDE)

    def focus_passphrase(self) -> None:
        """Put the cursor into the passphrase, and the passphrase into sight."""
        self._pass.setFocus()
        bring_into_sight(self._go)
        bring_into_sight(self._pass)

    def show_state(self, state: WizardState) -> None:
        """Draw the state."""
        last = state.step == len(STEPS) - 1
        self._plain.set_runs(state.plain)
        self._words.setVisible(not last)
        self._signing.setVisible(last)
        self._none.setVisible(last and not state.warnings)
        self._healed.setVisible(bool(state.healed))
        self._healed.setText(tr("You fixed {n}: {titles}", n=len(state.healed), titles=" · ".join(state.healed)))
        self._before.setVisible(bool(state.warnings))
        if state.warnings != self._shown:
            self._shown = state.warnings
            empty(self._warnings)
            for one in state.warnings:
                self._warnings.addWidget(self._note(one))
        self._accept.setVisible(bool(state.accept_word))
        self._accept.rename(tr("A red warning is open. To sign all the same, type: {text}", text=state.accept_word))
        self._hint.setText(
            tr("This signs as {name}. {company} signs next; nothing is in force until both have.", name=state.signer,
               company=state.terms.licensee.name or tr("The company"))
        )  # fmt: skip
        hers = state.terms.grantor.capacity == "performer"
        self._show.set_look(tr("Send to my agent first") if hers else tr("Send to the performer first"))
        told_before, self._told = self._told, state.sign_problem
        self._problem.setText(state.sign_problem)
        self._problem.setVisible(bool(state.sign_problem))
        self._go.setEnabled(not state.busy)
        self._go.set_look(state.busy or tr("Sign licence"))
        if state.sign_problem and not told_before:
            self._try_again(state.accept_word)

    def _try_again(self, accept_word: str) -> None:
        """Put the cursor where something is to be typed anew: the sentence, else the passphrase, which is emptied."""
        self._pass.clear()
        if accept_word and not rule_words.accepts(self._sentence.text()):
            self._sentence.setFocus()
        else:
            self._pass.setFocus()
        # What was refused is said below the fields, and has its place only after this turn.
        QTimer.singleShot(0, self, self._show_refusal)

    def _show_refusal(self) -> None:
        bring_into_sight(self._problem)
        bring_into_sight(self.focusWidget())

    def _note(self, one: Warn) -> Note:
        button = None
        if one.fix:
            button = Button(one.fix, small=True)
            button.clicked.connect(lambda: self.fix.emit(one.rule))
        hue, icon = ("red", "octagon-alert") if one.grave else ("amber", "triangle-alert")
        return Note(hue, icon, one.title, one.text, button, size="body-strong")
