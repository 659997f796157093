"""Figures as people read them: counts, days, sums, in English and French. No Qt, no babel (it costs a start).

English: 1,284 and EUR 18,000 as €18,000. French: narrow no-break space in thousands, no-break space before €.
"""

from __future__ import annotations

from datetime import date, timedelta

from likeness.values.money import Money, digits

NARROW, WIDE = "\u202f", "\u00a0"
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
}
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}


def count_text(number: int, lang: str) -> str:
    """Write a whole number with its thousands apart."""
    return f"{number:,}".replace(",", NARROW) if lang == "fr" else f"{number:,}"


def day_text(day: date, lang: str) -> str:
    """Write a day in full, the month as a word; French says 1er."""
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {MONTHS[lang][day.month - 1]} {day.year}"


def weekday_text(day: date, lang: str) -> str:
    """Write a day in full with its weekday, as a heading: Sunday 22 November 2026."""
    return f"{WEEKDAYS[lang][day.weekday()].capitalize()} {day_text(day, lang)}"


def day_brief(day: date, lang: str) -> str:
    """Write a day for a narrow column: 4 Dec 26."""
    return f"{day.day} {SHORT[lang][day.month - 1]} {day.year % 100:02d}"


def day_near(day: date, today: date, lang: str) -> str:
    """Write a day without its year where that is this year's: 4 December."""
    text = day_text(day, lang)
    return text.rsplit(" ", 1)[0] if day.year == today.year else text


def month_text(day: date, lang: str) -> str:
    """Write a month and its year, as a heading: November 2026."""
    return f"{MONTHS[lang][day.month - 1]} {day.year}".capitalize()


def week_start(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def sum_text(money: Money, lang: str) -> str:
    """Write a sum with its currency, decimals only where there are cents."""
    decimals = digits(money.currency)
    amount = money.amount()
    whole = amount == amount.to_integral_value()
    number = f"{amount:,.0f}" if whole else f"{amount:,.{decimals}f}"
    sign = SIGNS.get(money.currency, money.currency)
    if lang == "fr":
        return number.replace(",", NARROW).replace(".", ",") + WIDE + sign
    return sign + number if len(sign) == 1 else f"{sign}{WIDE}{number}"
