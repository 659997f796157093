"""The pane of one likeness: what it looks or sounds like, who holds copies, its files, where it comes from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from ui.kit.look.paint import rounded
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.cut import Cut
from ui.kit.parts.cut_link import CutLink
from ui.kit.parts.frames import Pane, boxed, caps, column, icon_row, row
from ui.kit.parts.marks import Drawing, Hairline
from ui.kit.parts.notes import Note
from ui.kit.words import tr, tr_n
from ui.screens.doubles.state import Detail, Holder
from ui.screens.doubles.voice_part import VoicePart


class DoublePane(Pane):
    """Shows a `Detail`; `check`, `sought` and `licence_for` are its buttons, `licence` a holder's licence.

    `played` tells the likeness and the path of a recording to be played or stopped, `turned` that another was chosen.
    `died` asks to write down the death of the performer with that id and name.
    """

    check = Signal()
    sought = Signal()
    licence_for = Signal(str)
    licence = Signal(str)
    died = Signal(str, str)
    played = Signal(str, str)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Details of the likeness"))
        self._shown: Detail | None = None
        self._voice: VoicePart | None = None
        check = Button(tr("Check files"), "fingerprint")
        fresh = Button(tr("New licence"), "plus")
        check.clicked.connect(self.check)
        fresh.clicked.connect(self._ask_licence)
        self._more = Button("", "ellipsis", name=tr("More for this likeness"))
        menu = QMenu(self)
        menu.addAction(tr("Write down a death…")).triggered.connect(self._ask_death)
        self._more.setMenu(menu)
        self._more.hide()
        self.pin(check, fresh, self._more, None)

    def _ask_death(self) -> None:
        if self._shown is not None and self._shown.living is not None:
            self.died.emit(*self._shown.living)

    def _ask_licence(self) -> None:
        if self._shown is not None:
            self.licence_for.emit(self._shown.id)

    def show_detail(self, detail: Detail | None) -> None:
        """Draw a likeness."""
        if detail == self._shown and detail is not None:
            return
        self._shown, self._voice = detail, None
        self.begin_anew(detail.id if detail is not None else "")
        self.foot.setVisible(detail is not None)
        self._more.setVisible(detail is not None and detail.living is not None)
        if detail is not None:
            self.inside.addWidget(label(detail.title, "pane", wrap=True))
            self.inside.addSpacing(3)
            self.inside.addWidget(label(detail.about, "small", "text3", wrap=True))
            self.inside.addSpacing(12)
            self._hero(detail)
            self._holders(detail)
            self._files(detail)
            self._origin(detail)
        self.inside.addStretch(1)

    def play(self) -> None:
        """Play the voice that is shown, or stop it; nothing where there is none."""
        if self._voice is not None:
            self._voice.toggle()

    def show_heard(self, path: str) -> None:
        """Show which recording is played, by its path."""
        if self._voice is not None:
            self._voice.show_heard(path)

    def move_to(self, seconds: float) -> None:
        """Show how far the recording is."""
        if self._voice is not None:
            self._voice.move_to(seconds)

    def _hero(self, detail: Detail) -> None:
        """Show what it looks like, and let hear what it sounds like."""
        if detail.picture or not detail.voices:
            inner = _picture(detail.picture, detail.title) if detail.picture else Drawing(detail.art, 150, 150)
            card = boxed(row(None, inner, None, margins=(14, 12, 14, 12)))
            card.setProperty("card", "true")
            self.inside.addWidget(card)
        if detail.picture and detail.voices:
            self.inside.addSpacing(8)
        if detail.voices:
            part = self._voice = VoicePart(detail.voices)
            part.played.connect(partial(self.played.emit, detail.id))
            part.turned.connect(self.turned)
            self.inside.addWidget(part)

    def _holders(self, detail: Detail) -> None:
        self._section(tr("Who holds copies"))
        if not detail.holders:
            self.inside.addLayout(icon_row("circle-check", tr("Only you hold it."), hue="green", size=16))
        for place, holder in enumerate(detail.holders):
            if place:
                self.inside.addWidget(Hairline())
            self.inside.addWidget(self._holder(holder))
        if detail.more_holders:
            words = tr_n("and {n} more licence", "and {n} more licences", n=detail.more_holders)
            self.inside.addWidget(label(words, "small", "text3"))

    def _holder(self, holder: Holder) -> QWidget:
        name = CutLink(holder.company)
        name.clicked.connect(lambda: self.licence.emit(holder.number))
        until = label(holder.until, "small", "text2")
        first = row(name, None, until)
        second = row(Cut(holder.about, "small", "text3"), None, label(tr("delete by"), "small", "text3"))
        return boxed(column(first, second, gap=0, margins=(0, 1, 0, 7)))

    def _files(self, detail: Detail) -> None:
        self._section(tr("Files"))
        for icon, hue, words in detail.files:
            if icon:
                self.inside.addLayout(icon_row(icon, words, hue=hue, size=16))
            else:
                self.inside.addLayout(row(25, label(words, "small", hue)))
            self.inside.addSpacing(4)
        if detail.lost:
            find = Button(tr("Find…"), small=True)
            find.clicked.connect(self.sought)
            self.inside.addWidget(Note("red", "triangle-alert", detail.lost, size="body-strong", button=find))
        for name, facts in detail.facts[:6]:
            self.inside.addSpacing(4)
            self.inside.addWidget(label(name, "body-medium", wrap=True))
            self.inside.addWidget(label(facts, "small", "text3", wrap=True))

    def _origin(self, detail: Detail) -> None:
        self._section(tr("Where it comes from"))
        for place, (what, when) in enumerate(detail.origin):
            self.inside.addWidget(Step(what, when, last=place == len(detail.origin) - 1))

    def _section(self, words: str) -> None:
        self.inside.addSpacing(18)
        self.inside.addWidget(caps(words))
        self.inside.addSpacing(6)


def _picture(data: bytes, title: str) -> QWidget:
    picture = QPixmap()
    picture.loadFromData(data)
    shown = QLabel()
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    shown.setPixmap(picture.scaled(QSize(300, 220), Qt.AspectRatioMode.KeepAspectRatio,
                                   Qt.TransformationMode.SmoothTransformation))  # fmt: skip
    shown.setAccessibleName(tr("Picture of {title}", title=title))
    return shown


class Step(QWidget):
    """A step of the origin: a ring on a line, what happened, when."""

    def __init__(self, what: str, when: str, *, last: bool) -> None:
        super().__init__()
        self._last = last
        self.setLayout(row(22, label(what, "body", wrap=True), label(when, "small", "text3"), gap=6,
                           margins=(0, 2, 0, 3)))  # fmt: skip
        layout = self.layout()
        if layout is not None:
            layout.setStretch(1, 1)  # type: ignore[attr-defined]  # a QHBoxLayout, made just above
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = grown(11)
        if not self._last:
            painter.fillRect(5, middle, 1, self.height(), tint("hairline"))
        rounded(painter, QRect(1, middle - 5, 11, 11), 5.5, tint("surface"), tint("accent"), 2.0)
