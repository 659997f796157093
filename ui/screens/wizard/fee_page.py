"""Fee: what they pay, when, and what comes after."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QLineEdit

from likeness.licence.terms import Fee, Residual
from likeness.values.codes import FEE_BASES
from likeness.values.money import currencies
from ui.kit.fields import Choice, Labelled, NumberField
from ui.kit.frames import boxed, row
from ui.kit.sum_reader import read_sum
from ui.kit.words import tr
from ui.screens.wizard.page import Page
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
        self._sum, self._percent = QLineEdit(), QLineEdit()
        ordered = (*USUAL, *(code for code in currencies() if code not in USUAL))
        self._currency = Choice([(code, code) for code in ordered])
        self._due = NumberField(tr("days after it comes into force"), 3650, tr("No date"))
        self._again = QLineEdit()
        self._again.setPlaceholderText(tr("Nothing"))
        self._sum_field = self.field("sum", tr("Sum"), self._sum)
        self._money = boxed(row(self._sum_field, Labelled(tr("Currency"), self._currency), gap=16))
        self._share = self.field("percent", tr("Share in percent"), self._percent)
        self.add(Labelled(tr("How they pay"), self._basis))
        self.add(self._money)
        self.add(self._share)
        self.add(Labelled(tr("Due"), self._due))
        self.add(self.field("again", tr("For each re-run, in percent of the fee"), self._again))
        self.end()
        for edit in (self._sum, self._percent):
            edit.editingFinished.connect(self._told)
        self._basis.currentIndexChanged.connect(lambda _i: self._told())
        self._currency.currentIndexChanged.connect(lambda _i: self._told())
        self._due.valueChanged.connect(lambda _v: self._told())
        self._again.editingFinished.connect(self._reran)

    def fill(self, state: WizardState) -> None:
        fee = self._fee = state.terms.fee
        for choice, code in ((self._basis, fee.basis), (self._currency, fee.money.currency if fee.money else "")):
            quiet = choice.blockSignals(True)
            choice.choose(code)
            choice.blockSignals(quiet)
        quiet = self._due.blockSignals(True)
        self._due.setValue(fee.due_days or 0)
        self._due.blockSignals(quiet)
        if fee.money is not None and read_sum(self._sum.text(), fee.money.currency) != fee.money:
            self._sum.setText(f"{fee.money.amount():f}")
        self._percent.setText(fee.percent or "")
        again = next((r.percent for r in state.terms.residuals if r.per == "re-run"), None)
        self._again.setText((again or "").removesuffix(".0"))
        self._money.setVisible(fee.basis not in ("none", "revenue-share"))
        self._share.setVisible(fee.basis == "revenue-share")

    def _told(self) -> None:
        basis = self._basis.code()
        if basis == "none":
            self.say(fee=Fee("none"))
            return
        due = self._due.value() or None
        if basis == "revenue-share":
            self.say(fee=Fee(basis, percent=_read_percent(self._percent.text()), due_days=due))
            return
        money = read_sum(self._sum.text(), self._currency.code())
        if self._sum.text().strip() and money is None:
            self._sum_field.wrong(tr("Write a sum such as 7000 or 1250.50."))
        unit = self._fee.unit or ("line" if basis == "per-unit" else None)
        self.say(fee=Fee(basis, money, due, unit=unit if basis == "per-unit" else None))

    def _reran(self) -> None:
        percent = _read_percent(self._again.text())
        wrong = bool(self._again.text().strip()) and percent is None
        self._fields["again"].wrong(tr("Write a share such as 2 or 2.5.") if wrong else "")
        if not wrong:
            self.say(residuals=(Residual("re-run", percent=percent),) if percent else ())


def _read_percent(text: str) -> str | None:
    try:
        share = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not 0 < share <= 100 or share != share.quantize(Decimal("0.01")):
        return None
    plain = f"{share:f}"
    return plain if "." in plain else f"{plain}.0"
