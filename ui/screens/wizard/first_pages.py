"""Who, Likeness, Project."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit

from likeness.licence.terms import LONGEST_DESCRIPTION, Party, Project, Representation
from likeness.paper import names
from likeness.paper.wording import word
from likeness.values.codes import CAPACITIES
from likeness.values.ids import Ids
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Choice, Labelled
from ui.kit.fields.offering import Offering
from ui.kit.fields.places import Offer
from ui.kit.fields.tokens_field import TokensField
from ui.kit.look.typeface import hold
from ui.kit.parts.buttons import Button
from ui.kit.parts.notes import Note
from ui.kit.words import language, tr
from ui.screens.wizard.page import Options, Page
from ui.screens.wizard.state import WizardState

_NAMED = ("lawyer", "agent", "union")
MOST_BOXES = 24  # likenesses to tick; where there are more, each is found by its name


class WhoPage(Page):
    """The company, and who signs as what."""

    def __init__(self, state: WizardState) -> None:
        super().__init__(tr("Who gets the licence?"))
        self._ids = Ids(dict(state.companies))
        self._terms = state.terms
        self._company, self._signer, self._authority = QLineEdit(), QLineEdit(), QLineEdit()
        for edit in (self._company, self._signer, self._authority):
            edit.setMaxLength(200)
        completer = QCompleter([name for _code, name in state.companies if name != state.signer], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._company.setCompleter(completer)
        Offering(self._company)
        lang = language()
        self._capacity = Choice([(c, names.sentence_case(word(lang, "capacity", c))) for c in CAPACITIES.codes])
        self.add(self.field("company", tr("Company"), self._company, tr("Its full name, as in its contracts.")))
        self.add(self.field("grantor", tr("Who signs"), self._signer), Labelled(tr("As"), self._capacity))
        self._paper = self.add(self.field("authority", tr("Paper that lets them sign"), self._authority))
        self._advised, self._adviser, self._union = Choice(_advisers()), QLineEdit(), QLineEdit()
        for edit in (self._adviser, self._union):
            edit.setMaxLength(200)
            edit.textEdited.connect(lambda _t: self._advised_by())
        self._advised.currentIndexChanged.connect(lambda _i: self._advised_by())
        self.add(Labelled(tr("Who advised you"), self._advised), Labelled(tr("Their name"), self._adviser))
        self.add(Labelled(tr("Union agreement that applies"), self._union))
        self.end()
        self._company.textEdited.connect(lambda _t: self._told())
        completer.activated.connect(lambda _t: self._told())
        self._signer.textEdited.connect(lambda _t: self._told())
        self._authority.textEdited.connect(lambda _t: self._told())
        self._capacity.currentIndexChanged.connect(lambda _i: self._told())

    def fill(self, state: WizardState) -> None:
        terms = self._terms = state.terms
        _put(self._company, terms.licensee.name)
        _put(self._signer, terms.grantor.name)
        _put(self._authority, terms.grantor.authority or "")
        quiet = self._capacity.blockSignals(True)
        self._capacity.choose(terms.grantor.capacity)
        self._capacity.blockSignals(quiet)
        self._paper.setVisible(terms.grantor.capacity != "performer")
        advised = terms.representation
        quiet = self._advised.blockSignals(True)
        self._advised.choose(advised.kind if advised else "")
        self._advised.blockSignals(quiet)
        _put(self._adviser, (advised.name if advised else None) or "")
        self._adviser.setEnabled(self._advised.code() in _NAMED)
        _put(self._union, terms.union_agreement or "")

    def _told(self) -> None:
        name, paper = self._company.text(), self._authority.text().strip()
        grantor = replace(self._terms.grantor, name=self._signer.text(), capacity=self._capacity.code(),
                          authority=paper or None)  # fmt: skip
        self.say(licensee=Party(self._ids.of(name), name), grantor=grantor)

    def _advised_by(self) -> None:
        kind, name = self._advised.code(), self._adviser.text().strip()
        advised = Representation(kind, (name or None) if kind in _NAMED else None) if kind else None
        self.say(representation=advised, union_agreement=self._union.text().strip() or None)


def _advisers() -> list[tuple[str, str]]:
    return [("", tr("Not stated")), ("lawyer", tr("A lawyer")), ("agent", tr("An agent")), ("union", tr("A union")),
            ("none", tr("Nobody"))]  # fmt: skip


class LikenessPage(Page):
    """Which likenesses, and when the performer was born, where that matters; `none_yet` wants one added first."""

    none_yet = Signal()

    def __init__(self, state: WizardState, today: date) -> None:
        super().__init__(tr("Which likeness may they use?"), tr("Nothing else of yours is touched."))
        self._performer = state.terms.performer
        self._born = DayField(today, tr("Not stated"))
        hint = tr("Only for a minor: the rules that protect one need it. It is signed with the rest.")
        self._chosen = self._boxes(state) if len(state.doubles) <= MOST_BOXES else self._tokens(state)
        if not state.doubles:
            self._ask_for_one()
        self.add(self.field("likenesses", tr("Likenesses"), self._chosen))
        self.add(self.field("born", tr("Day of birth of the performer"), self._born, hint))
        self.end()
        self._born.picked.connect(self._told_born)

    def _boxes(self, state: WizardState) -> Options:
        boxes = Options(state.doubles)
        boxes.changed.connect(lambda codes: self.say(likenesses=codes))
        return boxes

    def _tokens(self, state: WizardState) -> TokensField:
        field = TokensField(Offer(state.doubles), tr("Likenesses"))
        field.changed.connect(lambda: self.say(likenesses=field.codes()))
        return field

    def fill(self, state: WizardState) -> None:
        self._chosen.set_codes(state.terms.likenesses)
        self._performer = state.terms.performer
        self._born.set_day(self._performer.born)

    def _ask_for_one(self) -> None:
        add = Button(tr("Add likeness"), "plus", small=True)
        add.clicked.connect(self.none_yet)
        words = tr("There is no likeness yet. Add one first; this draft is kept.")
        self.add(Note("blue", "scan-face", words, button=add, size="body-strong"))

    def _told_born(self) -> None:
        if not self._born.unread():
            self.say(performer=replace(self._performer, born=self._born.day()))


class ProjectPage(Page):
    """The work, and one or two sentences about it."""

    def __init__(self, state: WizardState) -> None:
        super().__init__(tr("For which work?"), tr("The licence covers this work and no other."))
        self._known = {project.id: project for project in state.projects}
        self._ids = Ids({project.id: project.title for project in state.projects})
        self._title, self._about = QLineEdit(), QPlainTextEdit()
        self._title.setMaxLength(200)
        completer = QCompleter(sorted({project.title for project in state.projects}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._titled)
        self._title.setCompleter(completer)
        Offering(self._title)
        hold(self._about, tall=112)
        self._about.setTabChangesFocus(True)
        self.add(self.field("title", tr("Title of the work"), self._title))
        hint = tr("At most {n} characters. Say what they make, for which part, from which recordings.",
                  n=LONGEST_DESCRIPTION)  # fmt: skip
        self.add(self.field("description", tr("What they will make"), self._about, hint))
        self.end()
        self._title.textEdited.connect(self._titled)
        self._about.textChanged.connect(self._described)

    def fill(self, state: WizardState) -> None:
        _put(self._title, state.terms.project.title)
        if self._written() != state.terms.description:
            quiet = self._about.blockSignals(True)
            self._about.setPlainText(state.terms.description)
            self._about.blockSignals(quiet)

    def _titled(self, text: str) -> None:
        """Take the work that has this title already, with its ids in public registers, or a new one."""
        made = self._ids.of(text)
        self.say(project=replace(self._known.get(made, Project(made, text)), title=text))

    def _written(self) -> str:
        return self._about.toPlainText().replace("\n", " ")

    def _described(self) -> None:
        over = len(self._written()) - LONGEST_DESCRIPTION
        if over > 0:
            self._take_back(over)
        self.say(description=self._written())

    def _take_back(self, over: int) -> None:
        """Take what is too much out of the description where it was typed, not from its end."""
        cursor, quiet = self._about.textCursor(), self._about.blockSignals(True)
        if cursor.atStart():
            cursor.movePosition(QTextCursor.MoveOperation.End)
        for _ in range(over):
            cursor.deletePreviousChar()
        self._about.blockSignals(quiet)


def _put(edit: QLineEdit, text: str) -> None:
    if edit.text() != text:
        edit.setText(text)
