"""The pane of one contact: how they are known and what that means, their licences, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from ui.kit.look.badges import Badge
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Pane, boxed, caps, column, icon_row, row
from ui.kit.parts.marks import Initials
from ui.kit.words import tr
from ui.screens.contacts.state import Detail, Given, Pairs

# What can be signed about a contact, in the order of the menu.
SIGNED = ("vouch", "delegate", "estate", "hand-over", "lost", "lost-paper")


class ContactPane(Pane):
    """Shows a `Detail`; `asked` tells the verb, `took_back` and `again` a word of one's own, `licence` a number."""

    asked = Signal(str)
    took_back = Signal(str)
    again = Signal(str)
    licence = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Details of the contact"))
        self._shown: Detail | None = None
        self._confirm = Button(tr("Confirm this card…"), "user-round-check", "main")
        self._add = Button(tr("Add their card…"), "plus", "main")
        self._remove = Button(tr("Trust no longer"), "user-round")
        self._more = Button(tr("More"), "ellipsis")
        self._menu = QMenu(self)
        words = {
            "vouch": tr("Vouch for this name…"),
            "delegate": tr("Let them sign licences for you…"),
            "estate": tr("Name them as your estate…"),
            "hand-over": tr("Say that they have died…"),
            "lost": tr("Report their key as lost…"),
            "lost-paper": tr("Report it as lost, with its recovery key…"),
        }
        self._actions = {verb: self._menu.addAction(words[verb]) for verb in SIGNED}
        for verb, action in self._actions.items():
            action.triggered.connect(self._telling(verb))
        self._more.setMenu(self._menu)
        self._confirm.clicked.connect(self._telling("confirm"))
        self._add.clicked.connect(self._telling("add"))
        self._remove.clicked.connect(self._telling("remove"))
        self.pin(self._confirm, self._add, self._more, None, self._remove)
        self.foot.hide()

    def _telling(self, verb: str) -> Callable[[], None]:
        return lambda: self.asked.emit(verb)

    def show_detail(self, detail: Detail | None) -> None:
        """Draw a contact; a hint where none is chosen."""
        if detail == self._shown and detail is not None:
            return
        self._shown = detail
        self.begin_anew(detail.key if detail is not None else "")
        self.foot.setVisible(detail is not None and bool(detail.can))
        if detail is None:
            hint = label(tr("Choose somebody to see how you know them."), "body", "text3", wrap=True)
            hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.inside.addStretch(1)
            self.inside.addWidget(hint)
        else:
            self._confirm.setVisible("confirm" in detail.can)
            self._add.setVisible("add" in detail.can)
            self._remove.setVisible("remove" in detail.can)
            self._more.setVisible(bool(detail.can & set(SIGNED)))
            for verb, action in self._actions.items():
                action.setVisible(verb in detail.can)
            self._draw(detail)
        self.inside.addStretch(1)

    def _draw(self, detail: Detail) -> None:
        face = Initials(40)
        face.set_name(detail.name)
        name = column(label(detail.name, "pane", wrap=True), gap=2)
        if detail.role:
            name.addWidget(label(detail.role, "small", "text3"))
        line = row(face, gap=12)
        line.addLayout(name, 1)
        self.inside.addLayout(line)
        self.inside.addSpacing(14)
        self.inside.addLayout(row(Badge(detail.trust), None))
        self.inside.addSpacing(8)
        self.inside.addWidget(label(detail.known, "body-medium", wrap=True))
        self.inside.addSpacing(4)
        self.inside.addWidget(label(detail.advice, "body", "text2", wrap=True))
        for given in detail.given:
            self._given(given)
        if detail.lost_since:
            self._doubtful(detail)
        self._section(tr("Licences"))
        if not detail.licences:
            self.inside.addWidget(label(tr("No licence here bears this name."), "body", "text3"))
        self._links(detail.licences)
        if detail.digits:
            self._details(detail)

    def _doubtful(self, detail: Detail) -> None:
        self._section(tr("Signed with this key since {day}", day=detail.lost_since))
        words = tr("Check each of these with them, on a number you know.") if detail.doubtful else \
            tr("Nothing here was.")  # fmt: skip
        self.inside.addWidget(label(words, "body", "text2", wrap=True))
        self._links(detail.doubtful)

    def _links(self, licences: Pairs) -> None:
        for number, words in licences:
            link = Button(number, look="link", small=True, name=tr("Licence {number}", number=number))
            link.clicked.connect(lambda _on=False, to=number: self.licence.emit(to))
            line = row(gap=10)
            line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(words, "body", "text2", wrap=True), 1)
            self.inside.addLayout(line)

    def _given(self, given: Given) -> None:
        back = Button(tr("Take back…"), look="link", small=True)
        back.clicked.connect(lambda: self.took_back.emit(given.digest))
        save = Button(tr("Save again…"), look="link", small=True)
        save.clicked.connect(lambda: self.again.emit(given.digest))
        self.inside.addSpacing(12)
        self.inside.addLayout(icon_row("signature", given.words))
        self.inside.addLayout(row(24, save, 18, back, None, gap=0))

    def _details(self, detail: Detail) -> None:
        show = Button(tr("Details"), "chevron-down", "link", small=True)
        show.setCheckable(True)
        digits = label(detail.digits, "mono", wrap=True)
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        digits.setAccessibleName(tr("Digits of the key"))
        box = boxed(column(label(tr("Digits of the key"), "small", "text3"), 4, digits, margins=(0, 6, 0, 0)))
        box.hide()
        show.toggled.connect(box.setVisible)
        self.inside.addSpacing(14)
        self.inside.addLayout(row(show, None))
        self.inside.addWidget(box)

    def _section(self, words: str) -> None:
        self.inside.addSpacing(18)
        self.inside.addWidget(caps(words))
        self.inside.addSpacing(6)
