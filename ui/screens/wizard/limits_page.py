"""Limits: what stays hers."""

from __future__ import annotations

from datetime import date
from typing import Any

from likeness.licence.draft import all_of
from likeness.licence.terms import NOBODY
from likeness.paper import names
from likeness.paper.wording import word
from likeness.values.codes import CONTENT
from likeness.values.days import Span
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Labelled, NumberField
from ui.kit.words import language, tr
from ui.screens.wizard.page import Options, Page, put_number
from ui.screens.wizard.state import WizardState


class LimitsPage(Page):
    """What stays forbidden, what happens after, and the few things that give more away."""

    def __init__(self, state: WizardState, today: date) -> None:
        super().__init__(tr("What stays yours?"))
        self._terms = state.terms
        lang = language()
        self._content = Options([(c, names.sentence_case(word(lang, "content", c))) for c in CONTENT.codes])
        risks = [("train", tr("Train a model on it")), ("pass-on", tr("Pass it on to other companies")),
                 ("death", tr("Use it after your death")), ("alone", tr("Be the only ones who may"))]  # fmt: skip
        self._risks = Options(risks, risky=[code for code, _words in risks])
        self._strike = Options([("strike", tr("Nothing is made during a strike")),
                                ("stay", tr("Finished work stays if you withdraw"))])  # fmt: skip
        self._shown, self._delete = DayField(today, tr("No end date")), DayField(today, tr("No date"))
        self._notice = NumberField(tr("days"), 3650, tr("At once"))
        self._longest = NumberField(tr("seconds"), none=tr("No limit"))
        self.add(Labelled(tr("Never with"), self._content))
        self.add(self.field("shown", tr("May be shown until"), self._shown),
                 self.field("delete", tr("They delete their copies by"), self._delete))  # fmt: skip
        self.add(Labelled(tr("If you withdraw, it ends after"), self._notice),
                 Labelled(tr("Longest piece they may make"), self._longest))  # fmt: skip
        self.add(Labelled(tr("You also keep"), self._strike))
        self.add(Labelled(tr("They may also"), self._risks))
        self.end()
        self._content.changed.connect(lambda codes: self.say(forbidden_content=codes))
        self._risks.changed.connect(self._risked)
        self._strike.changed.connect(lambda c: self.say(strike_clause="strike" in c, works_made_stay="stay" in c))
        self._shown.picked.connect(self._dated)
        self._delete.picked.connect(self._dated)
        self._notice.valueChanged.connect(lambda days: self.say(notice_days=days))
        self._longest.valueChanged.connect(lambda most: self.say(longest_seconds=most or None))

    def fill(self, state: WizardState) -> None:
        terms = self._terms = state.terms
        self._content.set_codes(terms.forbidden_content)
        risks = {"train": "train" in terms.acts, "pass-on": terms.pass_on != NOBODY, "death": terms.after_death,
                 "alone": terms.exclusive is not None}  # fmt: skip
        self._risks.set_codes([code for code, on in risks.items() if on])
        keeps = {"strike": terms.strike_clause, "stay": terms.works_made_stay}
        self._strike.set_codes([code for code, on in keeps.items() if on])
        self._shown.set_day(terms.exploit.last if terms.exploit else None)
        self._delete.set_day(terms.delete_by)
        put_number(self._notice, terms.notice_days)
        put_number(self._longest, terms.longest_seconds or 0)

    def _risked(self, codes: tuple[str, ...]) -> None:
        acts = tuple(act for act in self._terms.acts if act != "train")
        kept = self._terms.pass_on if self._terms.pass_on != NOBODY else "anyone"
        changed: dict[str, Any] = {
            "acts": (*acts, "train") if "train" in codes else acts,
            "pass_on": kept if "pass-on" in codes else NOBODY,
            "after_death": "death" in codes,
            "exclusive": (self._terms.exclusive or all_of(self._terms)) if "alone" in codes else None,
        }
        self.say(**changed)

    def _dated(self) -> None:
        terms, told = self._terms, dict[str, Any]()
        if not self._shown.unread():
            first = terms.exploit.first if terms.exploit else terms.create.first
            told["exploit"] = Span(first, self._shown.day())
        if not self._delete.unread():
            told["delete_by"] = self._delete.day()
        self.say(**told)
