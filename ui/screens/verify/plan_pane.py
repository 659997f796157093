"""Check a planned use: five questions, one verdict, what would make it fine."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from ui.kit.badges import look
from ui.kit.buttons import Button
from ui.kit.day_field import DayField
from ui.kit.fields import Choice, Labelled, NumberField
from ui.kit.frames import Pane, caps, column, empty, icon_row, row
from ui.kit.notes import Note
from ui.kit.places import offered_languages, offered_places
from ui.kit.typeface import label
from ui.kit.words import language, tr
from ui.screens.verify.state import Planned


class PlanPane(Pane):
    """Asks and shows; `asked` carries change, place, language, day, count."""

    asked = Signal(str, str, str, object, int)

    def __init__(self, today: date) -> None:
        super().__init__(tr("Check a planned use"), margins=(24, 20, 24, 20))
        lang = language()
        self._make = Choice()
        self._where, self._tongue = Choice(list(offered_places(lang))), Choice(list(offered_languages(lang)))
        self._where.choose("FR")
        self._tongue.choose("fr")
        self._when, self._count = DayField(today), NumberField()
        self._when.set_day(today)
        self._count.setValue(1)
        ask = Button(tr("Check this use"), "list-checks", "main")
        ask.clicked.connect(self._ask)
        self._day = Labelled(tr("When?"), self._when)
        self._answer = column()
        for part in (
            label(tr("Check a planned use"), "pane"),
            label(tr("Ask before you shoot, record or publish."), "small", "text3"),
        ):
            self.inside.addWidget(part)
            self.inside.addSpacing(2)
        self.inside.addSpacing(14)
        self.inside.addWidget(Labelled(tr("What will you make?"), self._make))
        pairs = (
            (Labelled(tr("Where?"), self._where), Labelled(tr("Which language?"), self._tongue)),
            (self._day, Labelled(tr("How much?"), self._count)),
        )
        for left, right in pairs:
            line = row(left, right, gap=12)
            line.setStretch(0, 1)
            line.setStretch(1, 1)
            self.inside.addSpacing(12)
            self.inside.addLayout(line)
        self.inside.addSpacing(16)
        self.inside.addLayout(self._answer)
        self.inside.addStretch(1)
        self.pin(None, ask)

    def offer(self, changes: tuple[tuple[str, str], ...]) -> None:
        """Offer these changes, the granted ones first."""
        self._make.set_choices(list(changes))

    def _ask(self) -> None:
        if self._when.unread():
            self._day.wrong(tr("Write a day such as 15 March 2027."))
            return
        self._day.wrong("")
        self.asked.emit(
            self._make.code(), self._where.code(), self._tongue.code(), self._when.day(), self._count.value()
        )

    def show_planned(self, planned: Planned | None) -> None:
        """Show the verdict."""
        empty(self._answer)
        if planned is None:
            return
        icon, hue = look(planned.verdict)
        self._answer.addWidget(Note(hue, icon, planned.title, planned.why))
        for heading, mark, lines in (
            (tr("What would make it fine"), "pen-line", planned.remedies),
            (tr("What you owe"), "check", planned.duties),
        ):
            if lines:
                self._answer.addSpacing(16)
                self._answer.addWidget(caps(heading))
                self._answer.addSpacing(4)
            for line in lines:
                self._answer.addLayout(icon_row(mark, line, hue="accent", size=16))
                self._answer.addSpacing(6)
