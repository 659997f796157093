"""The questions about a planned use: what the licence grants stands first in each list; everything may stay open."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from likeness.values.codes import SHOW
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Choice, Labelled, NumberField
from ui.kit.fields.places import offered_languages, offered_places
from ui.kit.parts.frames import column, row
from ui.kit.words import language, tr
from ui.screens.verify.planning import NONE, Asked
from ui.screens.verify.state import Form, Pairs

_MOST_AGE = 120


class PlanForm(QWidget):
    """The fields for one licence; `asked()` reads them, or marks the field that cannot be read."""

    def __init__(self, form: Form, today: date) -> None:
        super().__init__()
        lang = language()
        self._likeness = _choice(form.likenesses, first=len(form.likenesses) == 1)
        self._act = _choice(form.acts, first=True)
        self._change = _choice(((NONE, tr("No change")), *form.changes))
        self._purpose, self._medium = _choice(form.purposes), _choice(form.media)
        self._place, self._tongue = _choice(offered_places(lang)), _choice(offered_languages(lang))
        self._content = _choice(((NONE, tr("None of what is ruled out")), *form.contents))
        self._project = Choice([("same", form.project), ("another", tr("Another project"))])
        self._day, self._made = DayField(today), DayField(today)
        self._day.set_day(today)
        self._age = NumberField(tr("years"), most=_MOST_AGE, none=tr("Not decided yet"))
        self._counts = {unit: NumberField(none=tr("Not decided yet")) for unit, _words in form.units}
        self._lines = column(gap=12)
        self.setLayout(self._lines)
        self._place_fields(form)
        self._act.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()

    def _place_fields(self, form: Form) -> None:
        self._day_field = Labelled(tr("When?"), self._day)
        self._made_field = Labelled(tr("When was it made?"), self._made)
        likeness = Labelled(tr("Which likeness?"), self._likeness)
        ruled_out = Labelled(tr("Will it have any of this in it?"), self._content)
        age = Labelled(tr("How old will they look?"), self._age)
        shown = {likeness: len(form.likenesses) > 1, ruled_out: bool(form.contents), age: form.ages}
        for field in (one for one, wanted in shown.items() if not wanted):
            field.hide()  # only hidden, never shown, before there is a parent: it would open as a window
        counts = [Labelled(words, self._counts[unit]) for unit, words in form.units]
        for fields in (
            (likeness,),
            (Labelled(tr("What will you do?"), self._act),),
            (Labelled(tr("What will change?"), self._change), Labelled(tr("For what?"), self._purpose)),
            (Labelled(tr("Shown on what?"), self._medium), Labelled(tr("Where?"), self._place)),
            (Labelled(tr("Which language?"), self._tongue), self._day_field),
            (self._made_field,),
            tuple(counts),
            (ruled_out,),
            (age,),
            (Labelled(tr("For which project?"), self._project),),
        ):
            self._line(fields)

    def _line(self, fields: tuple[QWidget, ...]) -> None:
        """Put fields side by side, two at most."""
        for start in range(0, len(fields), 2):
            pair = fields[start : start + 2]
            line = row(*pair, gap=12)
            for place in range(len(pair)):
                line.setStretch(place, 1)
            self._lines.addLayout(line)

    def _follow(self) -> None:
        self._made_field.setVisible(self._act.code() == SHOW)

    def asked(self) -> Asked | None:
        """Return what was asked, or None and say which day cannot be read."""
        for field, day in ((self._day_field, self._day), (self._made_field, self._made)):
            wrong = field.isVisible() and day.unread()
            field.wrong(tr("Write a day such as 15 March 2027.") if wrong else "")
            if wrong:
                day.setFocus()
                return None
        return Asked(
            likeness=self._likeness.code(),
            act=self._act.code(),
            change=self._change.code(),
            purpose=self._purpose.code(),
            medium=self._medium.code(),
            place=self._place.code(),
            tongue=self._tongue.code(),
            content=self._content.code(),
            on=self._day.day(),
            made_on=self._made.day(),
            age=self._age.value() or None,
            counts=tuple((unit, field.value()) for unit, field in self._counts.items() if field.value()),
            same_project=self._project.code() == "same",
        )


def _choice(pairs: Pairs, *, first: bool = False) -> Choice:
    made = Choice([("", tr("Not decided yet")), *pairs])
    if first and pairs:
        made.choose(pairs[0][0])
    return made
