"""A sum of money and a share in percent, typed as people type them; the text stays as it was typed."""

from __future__ import annotations

from likeness.values.money import Money
from ui.kit.fields.read_field import Read, ReadField
from ui.kit.fields.sum_reader import read_share, read_sum, share_typed, sum_problem, sum_typed
from ui.kit.words import tr


class SumField(ReadField):
    """A sum in the currency that stands beside it; empty is None."""

    def __init__(self, currency: str, none: str = "") -> None:
        super().__init__(none)
        self._currency = currency

    def read(self, text: str) -> Read:
        return read_sum(text, self._currency), sum_problem(text, self._currency)

    def written(self, value: Money) -> str:
        self._currency = value.currency
        typed = self.text().strip()
        return typed if read_sum(typed, value.currency) == value else sum_typed(value)

    def set_currency(self, currency: str) -> None:
        """Read what stands there in another currency."""
        if currency != self._currency:
            self._currency = currency
            self.read_anew()


class ShareField(ReadField):
    """A share in percent, kept as decimal text; empty is None."""

    def read(self, text: str) -> Read:
        share = read_share(text)
        return share, "" if share else tr("Write a share such as 2 or 2.5.")

    def written(self, value: str) -> str:
        typed = self.text().strip()
        return typed if read_share(typed) == value else share_typed(value)
