"""First run: the contour at the left, one question at a time at the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QSizePolicy, QWidget

from likeness.acts.backups.back_up import ENDING
from ui.kit.fields.fields import Labelled
from ui.kit.fields.new_passphrase import Forgotten, NewPassphrase
from ui.kit.fields.pass_field import PassField
from ui.kit.look.icons import art
from ui.kit.look.tokens import NIGHT, NIGHT_LINE
from ui.kit.look.typeface import font, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import boxed, column, empty, row
from ui.kit.parts.marks import Drawing, Meter
from ui.kit.parts.one_page import OnePage
from ui.kit.parts.ticks import Segments
from ui.kit.words import tr
from ui.screens.first_run.presenter import STEPS, FirstRunPresenter, FirstRunState
from ui.screens.first_run.role_card import RoleCard

ART_WIDE = 520


class FirstRunView(QWidget):
    """The flow; `made_one` carries the office of a new registry, `has_back` of one that was brought back."""

    made_one = Signal(object)
    has_back = Signal(object)
    failed = Signal(object)

    def __init__(self, make: Callable[..., Any], bring_back: Callable[..., Any], jobs: Any) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter = FirstRunPresenter(make, bring_back, jobs, self)
        self._right = column(margins=(88, 0, 88, 0))
        self.setLayout(row(NightArt(), boxed(self._right), gap=0))
        self._build()
        self._presenter.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the button, so that Enter goes on; before it was shown, the page could not keep the focus."""
        super().showEvent(event)
        self._go.setFocus()

    def _build(self) -> None:
        empty(self._right)
        self._speech = Segments((("en", "English"), ("fr", "Français")), tr("Language"))
        self._speech.chosen.connect(self._presenter.speak)
        mark = row(Drawing("mark", 30, 23), label("Likeness", "body-strong", "accent"), None, self._speech, gap=8)
        self._title, self._lead = label("", "hero", wrap=True), label("", "lead", "text2", wrap=True)
        self._steps = OnePage(
            self._role_page(), self._name_page(), self._pass_page(), self._backup_page(), self._words_page()
        )
        self._how_far = Meter(tr("Progress"))
        self._problem = label("", "small-medium", "red", wrap=True)
        self._back = Button(tr("Back"), look="quiet")
        self._go = Button(tr("Continue"), look="main")
        self._back.clicked.connect(self._presenter.back)
        self.have = Button(tr("Restore from a backup…"), "database-backup", look="quiet")
        self.have.clicked.connect(self._choose_backup)
        self._go.clicked.connect(self._go_on)
        parts = (None, mark, 32, self._title, 6, self._lead, 22, self._steps, 8, self._how_far, self._problem, 20,
                 row(self._back, self.have, None, self._go), None)  # fmt: skip
        self._right.addLayout(column(*parts))

    def _role_page(self) -> QWidget:
        self._roles = {
            "performer": RoleCard("user-round", tr("I perform"), tr("Keep my scans, voice models and licences")),
            "agent": RoleCard("users", tr("I act for performers"), tr("Keep the registry of the people I represent")),
            "company": RoleCard("building-2", tr("I work for a company"),
                                tr("Accept licences and keep to what they allow")),
        }  # fmt: skip
        for role, card in self._roles.items():
            card.clicked.connect(lambda _on=False, mine=role: self._presenter.choose_role(mine))
        return boxed(column(*self._roles.values(), None, gap=10))

    def _name_page(self) -> QWidget:
        self._name = QLineEdit()
        self._name.setMaxLength(200)
        self._name.returnPressed.connect(self._go_on)
        hint = tr("It stands on every licence you sign.")
        return boxed(column(Labelled(tr("Your name"), self._name, hint), None))

    def _pass_page(self) -> QWidget:
        new = NewPassphrase(tr("Passphrase"))
        self._pass, self._again = new.first, new.again
        new.entered.connect(self._go_on)
        return boxed(column(new, None))

    def _backup_page(self) -> QWidget:
        self._old = PassField()
        self._old.returnPressed.connect(self._go_on)
        field = Labelled(tr("Passphrase of the day it was made"), self._old)
        self.by_words = Button(tr("Use the twelve words instead"), look="link", small=True)
        self.by_words.clicked.connect(self._presenter.use_words)
        return boxed(column(field, 10, row(self.by_words, None), None))

    def _words_page(self) -> QWidget:
        self.forgotten = Forgotten()
        self.forgotten.entered.connect(self._go_on)
        return boxed(column(self.forgotten, None))

    def _choose_backup(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("Choose a backup"), "", f"*{ENDING}")
        if path:
            self._presenter.choose_backup(Path(path))

    def _go_on(self) -> None:
        at = STEPS[self._steps.place]
        words, new, again = self.forgotten.typed()
        if at != "words":
            new, again = (self._old if at == "backup" else self._pass).text(), self._again.text()
        self._presenter.go_on(self._name.text(), new, again, words)

    def respoken(self) -> None:
        """Build the page again in the other language, with what was typed."""
        name = self._name.text()
        self._build()
        self._name.setText(name)

    def draw(self, state: FirstRunState) -> None:
        """Draw the state."""
        titles = {
            "role": (tr("Who will use this registry?"),
                     tr("Everything stays on this computer, locked with your passphrase.")),
            "name": (tr("What is your name?"), tr("Write it as it stands in your contracts.")),
            "passphrase": (tr("Choose a passphrase"),
                           tr("It locks your registry and signs your licences. Nobody can reset it, not even us.")),
            "backup": (tr("Bring everything back"),
                       tr("The backup {file} opens with the passphrase that you had when it was made.",
                          file=state.file.name if state.file else "")),
            "words": (tr("Bring everything back"),
                      tr("The backup {file} opens with the twelve words of the day it was made. Choose a new passphrase"
                         " with them.", file=state.file.name if state.file else "")),
        }  # fmt: skip
        title, lead = titles[state.step]
        self._title.setText(title)
        self._lead.setText(lead)
        self._speech.choose(state.language)
        for role, card in self._roles.items():
            card.setChecked(role == state.role)
        self._steps.show_page(STEPS.index(state.step))
        self._problem.setText(state.problem)
        self._back.setVisible(state.step != "role")
        self._back.set_look(tr("Cancel") if state.busy and state.step in ("backup", "words") else tr("Back"))
        self.have.setVisible(state.step == "role")
        self._how_far.setVisible(state.busy and state.step in ("backup", "words"))
        self._go.set_look(_words_for(state))
        self._go.setEnabled(not state.busy)
        fields = {"name": self._name, "passphrase": self._pass, "backup": self._old, "words": self.forgotten.words}
        if not (state.step == "words" and state.problem):  # it may be any of its three fields
            fields.get(state.step, self._go).setFocus()

    def step(self, done: int, whole: int) -> None:
        """Show how far the backup is brought back."""
        self._how_far.set_share(done / max(whole, 1), "accent")

    def made(self, office: Any) -> None:
        """Hand the office of a new registry over."""
        self.made_one.emit(office)

    def brought_back(self, office: Any) -> None:
        """Hand the office of a registry over that was in a backup."""
        self.forgotten.forget()
        self.has_back.emit(office)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)


def _words_for(state: FirstRunState) -> str:
    """Return what the main button says."""
    if state.step in ("backup", "words"):
        return tr("Bringing it back…") if state.busy else tr("Bring it back")
    if state.step == "passphrase":
        return tr("Making it…") if state.busy else tr("Make my registry")
    return tr("Continue")


class NightArt(QFrame):
    """The contour face on its dark ground, with the promise under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(360)
        self.setMaximumWidth(ART_WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Your face, your voice,\nyour terms.").replace("\n", " "))

    def sizeHint(self) -> QSize:
        return QSize(ART_WIDE, 700)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(NIGHT))
        top = max((self.height() - 130 - 560) // 2 - 20, 0)
        face = art("face-large", 520, 560, QColor(NIGHT_LINE), self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 520) // 2, top, face)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(font("slogan"))
        words = tr("Your face, your voice,\nyour terms.")
        box = QRect(48, self.height() - 44 - 64, self.width() - 96, 64)
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, words)
