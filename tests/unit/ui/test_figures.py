from datetime import date

import pytest

from likeness.values.days import months_after
from likeness.values.money import Money
from ui.kit.fields.day_reader import read_day
from ui.kit.figures import count_text, day_brief, day_text, sum_text

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("money", "english", "french"),
    [
        (Money(1_800_000, "EUR"), "€18,000", "18\u202f000\u00a0€"),
        (Money(125_050, "GBP"), "£1,250.50", "1\u202f250,50\u00a0£"),
        (Money(9_500, "JPY"), "¥9,500", "9\u202f500\u00a0¥"),
        (Money(12_345, "KWD"), "KWD\u00a012.345", "12,345\u00a0KWD"),
    ],
)
def test_sums_carry_their_currency_and_its_decimals(money, english, french):
    assert sum_text(money, "en") == english
    assert sum_text(money, "fr") == french


def test_days_and_counts_in_both_languages():
    assert day_text(date(2026, 12, 1), "fr") == "1er décembre 2026"
    assert day_text(date(2026, 12, 1), "en") == "1 December 2026"
    assert day_brief(date(2026, 12, 4), "en") == "4 Dec 26"
    assert count_text(1_284_000, "fr") == "1\u202f284\u202f000"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 dec", date(2026, 12, 1)),
        ("1er déc. 2026", date(2026, 12, 1)),
        ("3 nov", date(2027, 11, 3)),
        ("01/12/26", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("+1y", date(2027, 11, 22)),
        ("+3m", date(2027, 2, 22)),
        ("+2s", date(2026, 12, 6)),
        ("29 feb 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed, meant):
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize("typed", ["", "31/02/2027", "soon", "1 ma", "+5", "+9999y", "0/1/26", "1 2 3", "12:30"])
def test_what_is_no_day_is_never_guessed(typed):
    assert read_day(typed, TODAY) is None


def test_a_month_later_than_the_thirty_first_is_the_last_of_the_month():
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
