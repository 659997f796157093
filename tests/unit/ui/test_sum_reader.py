"""Sums and shares as they are typed: read where they can mean one thing, told with both where they may be two."""

import pytest

from likeness.values.money import Money
from ui.kit.fields.sum_reader import read_share, read_sum, share_typed, sum_problem, sum_typed
from ui.kit.words import choose_language

NARROW = "\u202f"


@pytest.fixture(autouse=True)
def in_english_again():
    yield
    choose_language("en")


def minor(typed, currency, lang):
    choose_language(lang)
    money = read_sum(typed, currency)
    assert (money is None) == bool(sum_problem(typed, currency))
    return money and money.minor


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("typed", "euros"),
    [
        ("7000", "7000"),
        ("1250,5", "1250.50"),
        ("7000,5", "7000.50"),
        ("1,5", "1.50"),
        ("1.5", "1.50"),
        (",50", "0.50"),
        ("1,250.50", "1250.50"),
        ("1.250,50", "1250.50"),
        ("1.250,5", "1250.50"),
        (f"1{NARROW}250,50", "1250.50"),
        ("12 500.5", "12500.50"),
        ("1,250,000", "1250000"),
        ("1.250.000", "1250000"),
        ("1 250 000", "1250000"),
    ],
)
def test_what_can_mean_one_thing_is_read_in_either_language(typed, euros, lang):
    assert minor(typed, "EUR", lang) == int(float(euros) * 100)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "typed",
    ["0", "0,00", "much", "nan", "inf", "-inf", "1e3", "-5", "+5", "1_000", "7000,", "1.255", "0,500", "1250,500",
     "12,50,000", "1 25", "1,250,50", "1.250.50", "1.25,50", "1,250 000", "1 250.500", "9" * 16, "9" * 6000, ",", ""],
)  # fmt: skip
def test_what_is_no_sum_is_none_and_says_how_to_write_one(typed, lang):
    assert minor(typed, "EUR", lang) is None


@pytest.mark.parametrize(
    ("typed", "currency", "english", "french"),
    [
        ("7,000", "EUR", 700_000, None),
        ("7.000", "EUR", None, None),
        ("1,255", "EUR", 125_500, None),
        ("7,000", "JPY", 7_000, 7_000),
        ("7.000", "JPY", 7_000, 7_000),
        ("7.125", "KWD", 7_125, None),
        ("7,125", "KWD", None, 7_125),
        ("0,125", "KWD", 125, 125),
        ("1250,125", "KWD", 1_250_125, 1_250_125),
        ("1,5", "JPY", None, None),
    ],
)
def test_one_mark_before_three_digits_is_read_only_where_it_means_one_thing(typed, currency, english, french):
    assert (minor(typed, currency, "en"), minor(typed, currency, "fr")) == (english, french)


def test_a_sum_that_may_be_two_says_both():
    assert sum_problem("7.000", "EUR") == "This may be 7000.00 or 7.00. Write it in one of these two ways."
    assert sum_problem("1.255", "EUR") == "Write a sum such as 7000 or 1250.50."
    assert sum_problem("1,5", "JPY") == "Write a whole sum such as 7000."
    choose_language("fr")
    assert "7000,00 ou 7,00" in sum_problem("7,000", "EUR")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("currency", ["EUR", "JPY", "KWD", "CLF"])
@pytest.mark.parametrize("size", [1, 7, 70, 999, 7_000, 7_125, 70_000, 1_234_567, 70_000_000])
def test_what_is_written_into_a_field_is_read_as_the_same_sum(size, currency, lang):
    choose_language(lang)
    assert read_sum(sum_typed(Money(size, currency)), currency) == Money(size, currency)


@pytest.mark.parametrize(
    ("typed", "share"),
    [("2", "2.0"), ("2,5", "2.5"), ("2.50 %", "2.50"), (".5", "0.5"), ("100", "100.0"), ("100.01", None), ("0", None),
     ("five", None), ("nan", None), ("inf", None), ("1e1", None), ("-2", None), ("2.555", None), ("", None)],
)  # fmt: skip
def test_a_share_is_read_as_people_type_it(typed, share):
    assert read_share(typed) == share
    assert share is None or read_share(share_typed(share)) is not None
