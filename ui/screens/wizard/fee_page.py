"""Fee: what they pay, when, and what comes after."""

from __future__ import annotations

from likeness.licence.terms import Fee, Residual
from likeness.values.codes import FEE_BASES
from likeness.values.money import currencies
from ui.kit.fields.fields import Choice, Labelled, NumberField
from ui.kit.fields.sum_field import ShareField, SumField
from ui.kit.words import tr
from ui.screens.wizard.page import Page, put_number
from ui.screens.wizard.state import WizardState

USUAL = ("EUR", "GBP", "USD", "CHF", "CAD")


class FeePage(Page):
    """What they pay, when, and what comes after."""

    def __init__(self, state: WizardState) -> None:
        super().__init__(tr("What do you get?"))
        self._fee = state.terms.fee
        bases = {"flat": tr("One sum"), "per-use": tr("A sum for each use"), "per-unit": tr("A sum for each unit"),
                 "per-day": tr("A sum for each day"), "revenue-share": tr("A share of the income"),
                 "none": tr("No fee")}  # fmt: skip
        self._basis = Choice([(code, bases[code]) for code in FEE_BASES.codes])
        self._sum, self._percent = SumField(USUAL[0]), ShareField()
        ordered = (*USUAL, *(code for code in currencies() if code not in USUAL))
        self._currency = Choice([(code, code) for code in ordered])
        self._due = NumberField(tr("days after it comes into force"), 3650, tr("No date"))
        self._again = ShareField(tr("Nothing"))
        self.add(Labelled(tr("How they pay"), self._basis))
        self._money = self.add(self.field("sum", tr("Sum"), self._sum), Labelled(tr("Currency"), self._currency))
        self._share = self.add(self.field("percent", tr("Share in percent"), self._percent))
        self.add(Labelled(tr("Due"), self._due))
        self.add(self.field("again", tr("For each re-run, in percent of the fee"), self._again))
        self.end()
        for edit in (self._sum, self._percent):
            edit.picked.connect(self._told)
        self._basis.currentIndexChanged.connect(lambda _i: self._told())
        self._currency.currentIndexChanged.connect(lambda _i: self._counted_in())
        self._due.valueChanged.connect(lambda _v: self._told())
        self._again.picked.connect(self._reran)

    def fill(self, state: WizardState) -> None:
        fee = self._fee = state.terms.fee
        counted_in = fee.money.currency if fee.money and not self._sum.problem() else self._currency.code()
        for choice, code in ((self._basis, fee.basis), (self._currency, counted_in)):
            quiet = choice.blockSignals(True)
            choice.choose(code)
            choice.blockSignals(quiet)
        put_number(self._due, fee.due_days or 0)
        if fee.money is not None:
            self._sum.set_value(fee.money)
        if fee.percent is not None:
            self._percent.set_value(fee.percent)
        self._again.set_value(next((r.percent for r in state.terms.residuals if r.per == "re-run"), None))
        self._money.setVisible(fee.basis not in ("none", "revenue-share"))
        self._share.setVisible(fee.basis == "revenue-share")

    def _counted_in(self) -> None:
        self._sum.set_currency(self._currency.code())
        self._told()

    def _told(self) -> None:
        """Tell the fee; what cannot be read leaves what was agreed before, and nobody goes forward past it."""
        basis, fee = self._basis.code(), self._fee
        due = self._due.value() or None
        if basis == "none":
            self.say(fee=Fee("none"))
        elif basis == "revenue-share":
            percent = fee.percent if self._percent.problem() else self._percent.value()
            self.say(fee=Fee(basis, percent=percent, due_days=due))
        else:
            money = fee.money if self._sum.problem() else self._sum.value()
            self.say(fee=Fee(basis, money, due, unit=(fee.unit or "line") if basis == "per-unit" else None))

    def _reran(self) -> None:
        if not self._again.problem():
            percent = self._again.value()
            self.say(residuals=(Residual("re-run", percent=percent),) if percent else ())
