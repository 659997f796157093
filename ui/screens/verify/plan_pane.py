"""Check a planned use: the questions, one verdict, what is wrong and what would make it fine."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from ui.kit.look.badges import look
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Pane, caps, column, empty, icon_row
from ui.kit.parts.notes import Note
from ui.kit.words import tr
from ui.screens.verify.plan_form import PlanForm
from ui.screens.verify.state import Form, Planned


class PlanPane(Pane):
    """Asks and shows; `asked` carries an `Asked`."""

    asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__(tr("Check a planned use"), margins=(24, 20, 24, 20))
        self._today = today
        self._form: PlanForm | None = None
        self._shown: Planned | None = None
        ask = Button(tr("Check this use"), "list-checks", "main")
        ask.clicked.connect(self._ask)
        self._answer, self._fields = column(), column()
        note = label(tr("Ask before you shoot, record or publish. What was used so far is not known here."), "small",
                     "text3", wrap=True)  # fmt: skip
        self.inside.addWidget(label(tr("Check a planned use"), "pane"))
        self.inside.addSpacing(2)
        self.inside.addWidget(note)
        self.inside.addSpacing(14)
        self.inside.addLayout(self._answer)
        self.inside.addLayout(self._fields)
        self.inside.addStretch(1)
        self.pin(None, ask)

    def offer(self, form: Form | None) -> None:
        """Ask about this licence."""
        empty(self._fields)
        self._form = None if form is None else PlanForm(form, self._today)
        if self._form is not None:
            self._fields.addWidget(self._form)

    def _ask(self) -> None:
        asked = self._form.asked() if self._form is not None else None
        if asked is not None:
            self.asked.emit(asked)

    def show_planned(self, planned: Planned | None) -> None:
        """Show the verdict above the questions."""
        if planned == self._shown:
            return
        self._shown = planned
        empty(self._answer)
        if planned is None:
            return
        icon, hue = look(planned.verdict)
        self._answer.addWidget(Note(hue, icon, planned.title, "\n".join(planned.why)))
        for heading, mark, told in (
            (tr("What would make it fine"), "pen-line", planned.remedies),
            (tr("Still to be decided below"), "circle-question-mark", ("  ·  ".join(planned.open),)),
            (tr("What you owe"), "check", planned.duties),
        ):
            lines = tuple(filter(None, told))
            if lines:
                self._answer.addSpacing(12)
                self._answer.addWidget(caps(heading))
                self._answer.addSpacing(4)
            for line in lines:
                self._answer.addLayout(icon_row(mark, line, hue="accent", size=16))
                self._answer.addSpacing(6)
        self._answer.addSpacing(16)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{planned.title}. {' '.join(planned.why)}"))
