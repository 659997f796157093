"""The pane of one licence: plain words, what they may not, how much is used, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from likeness.paper.letters.letter import CONFIRMATION, DELETION, WITHDRAWAL
from ui.kit.keys import with_key
from ui.kit.look.badges import Badge
from ui.kit.look.looks import look
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Pane, caps, column, empty, icon_row, row
from ui.kit.parts.marks import IconMark, Meter
from ui.kit.parts.prose import Prose
from ui.kit.parts.verbs import same_as
from ui.kit.words import tr, tr_n
from ui.screens.licences.papers import BOTH, CODE, COPY, OUTSIDE, paper_words
from ui.screens.licences.state import Detail, Other


class LicencePane(Pane):
    """Shows a `Detail`; `asked` tells what was pressed: export, sign, accept, suspend, amend, changes, a letter..."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Details of the licence"))
        self._shown: Detail | None = None
        self._told: Other | None = None
        self._other: QHBoxLayout | None = None  # where it is told whose key stands on the other side
        self._used = column()
        self._files = Button(tr("Save PDF and QR…"), "file-text")
        self._files.setToolTip(with_key(tr("Save PDF and QR…"), "export"))
        self._sign = Button(tr("Review and sign"), "pen-line", "main")
        self._accept = Button(tr("Accept licence…"), "pen-line", "main")
        self._pause = Button(tr("Suspend…"), "circle-pause")
        self._resume = Button(tr("Resume…"), "play")
        self._more = Button("", "ellipsis", "quiet", small=True, name=tr("More"))
        self._menu = QMenu(self)
        self._actions = {}
        first = (("discard", tr("Throw away the draft")), ("amend", tr("Amend…")))
        for word, words in (*first, *paper_words(), ("notice", tr("Save the notice…")), *_letters(),
                            ("withdraw", tr("Withdraw…"))):  # fmt: skip
            self._actions[word] = same_as(self._menu.addAction(words), word if word == CODE else "")
            self._actions[word].triggered.connect(lambda _on=False, what=word: self.asked.emit(what))
        self._more.setMenu(self._menu)
        for button, word in ((self._files, "export"), (self._sign, "sign"), (self._pause, "suspend"),
                             (self._resume, "resume"), (self._accept, "accept")):  # fmt: skip
            button.clicked.connect(lambda _on=False, what=word: self.asked.emit(what))
        for button in (self._sign, self._accept, self._files, self._pause, self._resume, self._more):
            button.hide()  # until a licence says which of them apply
        self.pin(self._sign, self._accept, self._files, None, self._pause, self._resume)

    def show_detail(self, detail: Detail | None) -> None:
        """Draw a licence; nothing where none is chosen."""
        if detail == self._shown and detail is not None:
            return
        if detail is not None and self._shown is not None and detail.but_usage() == self._shown.but_usage():
            self._shown = detail
            self._show_used(detail)
            return
        self._shown, self._other, self._told = detail, None, None
        self._more.setParent(self)
        self.begin_anew(detail.number if detail is not None else "")
        self.foot.setVisible(detail is not None)
        if detail is None:
            self.inside.addStretch(1)
            hint = label(tr("Choose a licence to read it."), "body", "text3", wrap=True)
            hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.inside.addWidget(hint)
            self.inside.addStretch(1)
            return
        self._buttons(detail)
        self._head(detail)
        self._plain(detail)
        self._used = column()
        self.inside.addLayout(self._used)
        self._show_used(detail)
        for icon, heading, value in detail.facts:
            self.inside.addLayout(_fact(icon, heading, value))
            self.inside.addSpacing(5)
        self.inside.addStretch(1)

    def _buttons(self, detail: Detail) -> None:
        mine, state = detail.own, detail.state
        speaks = mine or self._speaks(detail)
        self._sign.setVisible(mine and state == "draft")
        self._files.setVisible(state != "draft")
        self._pause.setVisible(speaks and state == "in-force")
        self._resume.setVisible(speaks and state == "suspended")
        self._accept.setVisible(not speaks and state == "offered")
        self._accept.setEnabled(self._knows(detail))  # nobody accepts before it is said whose key has signed
        can = {
            "discard": mine and state == "draft",
            "amend": mine and state in ("in-force", "suspended", "offered", "expired"),
            CODE: state != "draft",
            BOTH: state != "draft",
            COPY: mine and state == "offered",
            OUTSIDE: mine and state == "offered",
            "notice": detail.notice,
            "withdraw": speaks and state in ("in-force", "suspended", "offered"),
            DELETION: mine and state not in ("draft", "offered"),
            CONFIRMATION: state not in ("draft", "offered"),
            WITHDRAWAL: mine and state == "withdrawn",
        }
        for word, action in self._actions.items():
            action.setVisible(can[word])
        self._more.setVisible(any(can.values()))

    def _speaks(self, detail: Detail) -> bool:
        """Tell whether the owner speaks for a licence from elsewhere: her agent signed it, or she is the heir."""
        return self._told is not None and self._knows(detail) and self._told.speaks

    def _knows(self, detail: Detail) -> bool:
        return self._told is not None and self._told.number == detail.number

    def _head(self, detail: Detail) -> None:
        number = label(tr("Licence {number}", number=detail.number), "small", "text3")
        self.inside.addLayout(row(Badge(detail.state), number, None, self._more))
        self.inside.addSpacing(10)
        self.inside.addWidget(label(detail.title, "pane", wrap=True))
        self.inside.addSpacing(2)
        self.inside.addWidget(label(detail.about, "small", "text3", wrap=True))
        if detail.replaces:
            self._amendment(detail)
        if detail.state != "draft":
            self._other = row(margins=(0, 4, 0, 0))
            self.inside.addLayout(self._other)

    def _amendment(self, detail: Detail) -> None:
        see = Button(tr("What it changes, term by term…"), look="link", small=True)
        see.clicked.connect(lambda: self.asked.emit("changes"))
        words = tr_n("Amends licence {number}: {n} term changes.", "Amends licence {number}: {n} terms change.",
                     n=len(detail.changes), number=detail.replaces)  # fmt: skip
        if not detail.changes:
            words = tr("Amends licence {number}: nothing is changed yet.", number=detail.replaces)
        self.inside.addSpacing(6)
        self.inside.addLayout(icon_row("history", words, size=14, role="small"))
        if detail.changes:
            self.inside.addLayout(row(24, see, None, gap=0))

    def show_other(self, other: Other | None) -> None:
        """Tell whose key stands on the other side of the licence that is shown; nothing where nobody's does yet."""
        if self._other is None or other == self._told:
            return
        self._told = other
        empty(self._other)
        if other is not None and self._shown is not None and other.number == self._shown.number:
            icon, hue = look(other.trust)
            self._other.addLayout(icon_row(icon, other.words, hue=hue, ink=hue if hue == "amber" else "text3",
                                           size=14, role="small"))  # fmt: skip
            self._buttons(self._shown)  # who speaks for it is known only now

    def _plain(self, detail: Detail) -> None:
        self._section(tr("In plain words"), 14)
        words = Prose(name=tr("In plain words"))
        words.set_runs(detail.plain)
        self.inside.addWidget(words)
        self._section(tr("They may not"), 16)
        for line in detail.may_not:
            self.inside.addLayout(icon_row("ban", line, hue="red"))
            self.inside.addSpacing(5)

    def _show_used(self, detail: Detail) -> None:
        """Draw what is used and what goes beyond it, which is known after the rest."""
        lines = self._used
        empty(lines)
        for place, used in enumerate(detail.used):
            heading = caps(tr("Used so far")) if place == 0 else QWidget()
            lines.addSpacing(11 if place == 0 else 4)
            lines.addLayout(row(heading, None, label(used.words, "body")))
            lines.addSpacing(6)
            meter = Meter(tr("Used so far") + ": " + used.words)
            meter.set_share(used.share, "red_solid" if used.share > 1 else "accent")
            lines.addWidget(meter)
        if detail.beyond:
            lines.addSpacing(8)
            lines.addLayout(icon_row("circle-x", detail.beyond, hue="red", ink="red", size=14, role="small-medium"))
        lines.addSpacing(16)

    def _section(self, words: str, before: int) -> None:
        self.inside.addSpacing(before)
        self.inside.addWidget(caps(words))
        self.inside.addSpacing(6)


def _letters() -> tuple[tuple[str, str], ...]:
    return (
        (DELETION, tr("Ask for deletion…")),
        (CONFIRMATION, tr("Confirmation to sign…")),
        (WITHDRAWAL, tr("Letter about the withdrawal…")),
    )


def _fact(icon: str, heading: str, value: str) -> QHBoxLayout:
    name = label(heading, "small", "text3")
    hold(name, wide=92)
    words = label(value, "body", wrap=True)
    line = row(gap=8)
    line.addLayout(column(1, IconMark(icon, 15), None))
    line.addLayout(column(name, None))
    line.addWidget(words, 1)
    return line
