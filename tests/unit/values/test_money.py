"""Money in minor units: the decimals are those of ISO 4217, and nothing is added across currencies."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision

from likeness.errors import Unreadable
from likeness.values.money import Money, added_up, currencies, digits

# Here CLDR counts the decimals that people still use, which are none; the standard has two, of the Iraqi dinar three.
STANDARD = dict.fromkeys("AFN ALL IRR KPW LAK LBP MGA MMK RSD SOS SYP YER".split(), 2) | {"IQD": 3}


def test_the_decimals_of_each_currency_are_those_of_the_standard():
    elsewhere = {code: get_currency_precision(code) for code in currencies()}
    assert {code: digits(code) for code in currencies()} == elsewhere | STANDARD


@pytest.mark.parametrize(
    ("money", "amount"),
    [
        (Money(1_800_000, "EUR"), "18000.00"),
        (Money(1, "JPY"), "1"),
        (Money(1, "KWD"), "0.001"),
        (Money(10**15 - 1, "CLF"), "99999999999.9999"),
    ],
)
def test_a_sum_is_exact_in_major_units(money, amount):
    assert money.amount() == Decimal(amount)


def test_sums_are_added_up_by_currency():
    sums = [Money(5, "USD"), Money(2, "EUR"), Money(3, "EUR"), Money(-1, "USD")]
    assert added_up(sums) == (Money(5, "EUR"), Money(4, "USD"))
    assert added_up([]) == ()


def test_what_is_no_currency_is_refused_by_name():
    with pytest.raises(Unreadable) as fault:
        digits("XXX")
    assert (fault.value.code, fault.value.params["value"]) == ("unknown-currency", "XXX")
