"""The form to log a use by hand. A fact left out is a missing fact, never a guess."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from likeness.paper import names
from likeness.paper.wording import word
from likeness.scope.use import Use
from likeness.values.codes import ACTS, CONTENT, MEDIA, MODIFICATIONS, PURPOSES, UNITS
from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Choice, Labelled, NumberField, all_read
from ui.kit.fields.name_field import NameField
from ui.kit.fields.places import languages, places
from ui.kit.fields.tokens_field import TokensField
from ui.kit.words import language, tr
from ui.screens.uses.state import Choices

Pairs = list[tuple[str, str]]


def _coded(room: str, codes: tuple[str, ...]) -> Pairs:
    said = [(code, names.sentence_case(word(language(), room, code))) for code in codes]
    return [("", tr("Not stated")), *said]


class LogForm(Dialog):
    """Asks what was done; `then(use, name)` gets the answer, and the name of whoever used it."""

    def __init__(self, parent: QWidget, choices: Choices, today: date, then: Callable[[Use, str], None]) -> None:
        super().__init__(parent, tr("Log a use"), tr("Leave out what you do not know. It counts as not stated."), 620)
        self._then, self._today = then, today
        unknown = ("", tr("Not stated"))
        self._company = NameField(choices.companies, tr("Not stated"))
        self._likeness = Choice([unknown, *choices.likenesses])
        self._project = Choice([unknown, *choices.projects])
        self._act = Choice(_coded("act", ACTS.codes))
        self._purpose = Choice(_coded("purpose", PURPOSES.codes))
        self._medium = Choice(_coded("medium", MEDIA.codes))
        self._where = TokensField(places(language()), tr("Where"))
        self._tongue = TokensField(languages(language()), tr("In which languages"))
        self._change = Choice([*_coded("modification", MODIFICATIONS.codes), ("none", tr("None"))])
        self._content = Choice([*_coded("content", CONTENT.codes), ("none", tr("None of these"))])
        self._day = DayField(today, tr("Not stated"))
        self._count, self._unit = NumberField(), Choice(_coded("units", UNITS.codes))
        self._place_fields()

    def _place_fields(self) -> None:
        self._when, where = Labelled(tr("When"), self._day), Labelled(tr("Where"), self._where)
        tongue, who = Labelled(tr("In which languages"), self._tongue), Labelled(tr("Who used it"), self._company)
        self._counted = Labelled(tr("Counted in"), self._unit)
        self._read = (who, where, tongue, self._when)
        self.add(who, Labelled(tr("Which likeness"), self._likeness))
        self.add(Labelled(tr("For which project"), self._project), Labelled(tr("What they did"), self._act))
        self.add(Labelled(tr("For what purpose"), self._purpose), Labelled(tr("Shown in"), self._medium))
        self.add(where, tongue)
        self.add(Labelled(tr("Changes made"), self._change), Labelled(tr("What it shows"), self._content))
        self.add(self._when, Labelled(tr("How much"), self._count), self._counted)
        self.keep_button()
        save = self.answer(tr("Log and judge"), "main")
        save.clicked.connect(self._save)
        self._company.setFocus()

    def _save(self) -> None:
        if not all_read(*self._read) or not self._makes_sense():
            return
        who = self._company.value()
        self._then(self.use(), who.name if who else "")
        self.accept()

    def _makes_sense(self) -> bool:
        """Say what cannot be meant: a day that has not come, a number of nothing, nothing at all."""
        day = self._day.day()
        told = {
            self._when: tr("That day has not come yet.") if day and day > self._today else "",
            self._counted: tr("Say what was counted.") if self._count.value() and not self._unit.code() else "",
        }
        for field, why in told.items():
            field.wrong(why)
        nothing = self.use() == Use(id="")
        self.complain(tr("Say at least one thing about the use.") if nothing else "")
        return not nothing and not any(told.values())

    def use(self) -> Use:
        """Return the use as it stands in the form."""
        unit = self._unit.code()
        return Use(
            id="",  # the act gives it the next free one
            user=self._company.value().id if self._company.value() else None,
            likeness=_listed(self._likeness.code()),
            project=self._project.code() or None,
            act=self._act.code() or None,
            purpose=self._purpose.code() or None,
            medium=_listed(self._medium.code()),
            territory=self._where.codes(),
            language=self._tongue.codes(),
            modification=_stated(self._change.code()),
            content=_stated(self._content.code()),
            at=self._day.day(),
            quantity={unit: self._count.value()} if unit else {},
        )


def _listed(code: str) -> tuple[str, ...]:
    return (code,) if code else ()


def _stated(code: str) -> tuple[str, ...] | None:
    if code == "none":
        return ()
    return (code,) if code else None
