"""Names of places, languages, days, sums and counts, as people write them in English and French."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal

from likeness.paper.wording import say, says, word
from likeness.values.days import day_in, seen_in
from likeness.values.languages import is_language
from likeness.values.money import Money, digits
from likeness.values.territories import GROUPS, SOMEWHERE

_LOCALES = {"en": Locale("en", "GB"), "fr": Locale("fr", "FR")}


_PARTS = {"Q": "T", "H": "S"}  # trimestre, semestre

# Places that English puts an article before in a sentence.
WITH_THE = frozenset("AE BS CD CF CG DO EEA EU GB GM KM MENA MH MV NL NORDICS PH SB SC US".split())


# What a correction is called: LINE@REPORT-ROW, of the line of a report that it corrects (`acts.uses.answer_held`).
_CORRECTION = re.compile(r"(?P<line>.+)@\d+-\d+@*")
# A hash of its row where a report has no ids (`feeds.uses.identities`); LINE@REPORT where two have one line's id.
_OURS = re.compile(r"[0-9a-f]{16}(@.*)?|.+@\d+")


def use(language: str, name: str) -> str:
    """Return how a use is called in a sentence: its id, or the line that it corrects."""
    found = _CORRECTION.fullmatch(name)
    return say(language, "use-name", "corrected", line=found["line"]) if found else name


def is_known(name: str) -> bool:
    """Tell whether anybody knows a use by its id: not by the one that we made of a row without, or of a second one."""
    return _OURS.fullmatch(name) is None


def place(language: str, code: str, *, article: bool = False) -> str:
    """Return the name of a territory; a part of a country keeps its code beside the country's name.

    `article` is for English sentences: the European Union. French sentences of ours need none.
    """
    name = _place(language, code)
    return f"the {name}" if article and language == "en" and code.split("-", 1)[0] in WITH_THE else name


def _place(language: str, code: str) -> str:
    if code in GROUPS or code == SOMEWHERE:
        return word(language, "territory", code)
    names = _LOCALES[language].territories
    if "-" in code:
        return f"{names.get(code[:2], code[:2])} ({code})"
    return str(names.get(code, code))


def tongue(language: str, tag: str) -> str:
    """Return the name of a language; a tag we cannot name stays as it is."""
    if tag in ("*", "zxx"):
        return word(language, "language", tag)
    parts = tag.replace("_", "-").split("-")
    name = _LOCALES[language].languages.get(parts[0].lower())
    if name is None:
        return tag
    name = name[:1].upper() + name[1:] if language == "en" else name
    return name if len(parts) == 1 else f"{name} ({'-'.join(parts[1:])})"


def tongues(language: str) -> tuple[str, ...]:
    """Return every tag of a language that has a name of its own, without regions."""
    return tuple(tag for tag in map(str, _LOCALES[language].languages) if is_language(tag))


def usual_tag(tag: str) -> str:
    """Return a tag as it is usually written: `pt-BR` for `PT_br`, and two letters where three stand for them."""
    first, *others = tag.replace("_", "-").lower().split("-")
    first = str(get_global("language_aliases").get(first, first))
    cased = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in others)
    return "-".join((first.split("_")[0], *cased))


def day(language: str, value: date) -> str:
    """Return a day in full: 28 February 2027, 1er mars 2026."""
    text = format_date(value, "d MMMM y", locale=_LOCALES[language])
    return text.replace("1 ", "1er ", 1) if language == "fr" and value.day == 1 else text


def instant(language: str, value: datetime, zone_name: str = "UTC") -> str:
    """Return an instant in a zone: 24 February 2026, 11:42 (Europe/Paris)."""
    local = seen_in(value, zone_name)
    return f"{day(language, local.date())}, {format_time(local, 'HH:mm', locale=_LOCALES[language])} ({zone_name})"


def moment(language: str, value: date | datetime, zone_name: str = "UTC") -> str:
    """Return the day of a moment in a zone."""
    return day(language, day_in(value, zone_name))


def period(language: str, label: str) -> str:
    """Return the name of a calendar period, or of the day that a fee is for: 2026-Q3, T3 2026; March 2026; 2026.

    English keeps the label of a quarter or half-year, which reports are named by too; French says it its own way.
    """
    parts = label.split("-")
    if len(parts) == 3:
        return day(language, date.fromisoformat(label))
    if len(parts) == 2 and parts[1].isdigit():
        first = date(int(parts[0]), int(parts[1]), 1)
        return str(format_date(first, "MMMM y", locale=_LOCALES[language]))
    if len(parts) == 2 and language == "fr":
        return f"{_PARTS[parts[1][0]]}{parts[1][1:]} {parts[0]}"
    return label


def money(language: str, value: Money) -> str:
    """Return a sum with its currency; whole sums without decimals. Digits are those of ISO 4217."""
    amount = value.amount()
    decimals = 0 if amount == amount.to_integral_value() else digits(value.currency)
    number = "#,##0" + ("." + "0" * decimals if decimals else "")
    pattern = f"¤{number}" if language == "en" else f"{number}\u00a0¤"
    return str(
        format_currency(
            amount,
            value.currency,
            pattern,
            locale=_LOCALES[language],
            currency_digits=False,
            decimal_quantization=False,
        )
    )


def count(language: str, value: int | Decimal) -> str:
    """Return a number with the language's thousands separator."""
    return str(format_decimal(value, locale=_LOCALES[language]))


def quantity(language: str, number: int, unit: str) -> str:
    """Return a number with its unit: 1 line, 40 lines."""
    return f"{count(language, number)} {word(language, 'unit' if _single(language, number) else 'units', unit)}"


def days(language: str, number: int | None) -> str:
    """Return a number of days: 1 day, 5 days; empty where none was agreed."""
    return "" if number is None else quantity(language, number, "day")


def many(language: str, room: str, code: str, number: int) -> str:
    """Return the sentence of a code for so many: `CODE-one` for one, and `CODE-none` where it is there for none."""
    if not number and says(language, room, f"{code}-none"):
        return say(language, room, f"{code}-none", n=0)
    single = f"{code}-one" if _single(language, number) else code
    return say(language, room, single, n=count(language, number))


def _single(language: str, number: int) -> bool:
    return number < 2 if language == "fr" else number == 1  # the French plural begins at two


def joined(language: str, items: Iterable[str], by: str = "and") -> str:
    """Return a list as people say it: English, French and Spanish; `by` "or" for a choice."""
    found = list(items)
    if len(found) < 2:
        return found[0] if found else word(language, "cell", "none")
    return say(language, "cell", by, first=", ".join(found[:-1]), last=found[-1])


def sentence_case(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
