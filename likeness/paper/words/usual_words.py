"""The remarks beside the lines of a licence, in words: how it compares with what the performer usually grants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from likeness.licence.ruled_out import CONTENT
from likeness.licence.terms import LimitTerm
from likeness.licence.usual.beside import Beside, Length, Value
from likeness.paper import names
from likeness.paper.wording import say, says, word
from likeness.paper.words import parts
from likeness.paper.words.parts import Titles
from likeness.values.money import Money

_NAMED = 4  # parts: of more than that the first are named, and how many others there are
_YEAR = 12  # months
_BETWEEN = ("sum", "share")  # what is paid; everything else is from one to another
_IN_UNITS = ("limit-new", "limit-gone")
_OF_SOME = ("further-pay", "dated", "approval", "no-fee", "exclusive")


@dataclass(frozen=True)
class Told:
    """A remark in words; `first` is that something is given for the first time."""

    text: str
    first: bool = False


@dataclass(frozen=True)
class Among:
    """The licences that are compared with: how many, and whether these are all there are."""

    of: int
    whole: bool
    titles: Titles


def remark(language: str, one: Beside, among: Among) -> Told:
    """Return a remark in words, with a capital at its beginning."""
    text = _first(language, one, among) if one.first else _usual(language, one, among)
    return Told(names.sentence_case(text), one.first)


def _first(language: str, one: Beside, among: Among) -> str:
    code = "ruled-out" if one.code == "ruled-out" else "first"
    what = _named(language, one, among)
    return say(language, "usual", code if among.whole else f"{code}-lately", what=what, of=_number(language, among.of))


def _usual(language: str, one: Beside, among: Among) -> str:
    if one.code == "same-length":
        return _counted(language, one, among, length=_value(language, one.low))
    if one.low is not None:
        return _counted(language, one, among, "was", what=_ranged(language, one))
    if one.code in _OF_SOME:
        return _counted(language, one, among, "was", what=say(language, "usual", one.code))
    return _counted(language, one, among)


def _counted(language: str, one: Beside, among: Among, code: str = "", **fill: str) -> str:
    """Return the sentence for so many of them: `CODE-all` where it is said of all, `CODE-only` where that is one."""
    code, endings = code or one.code, ("-only", "-all") if among.of == 1 else ("-all",)
    if one.count == among.of:
        code = next((code + ending for ending in endings if says(language, "usual", code + ending)), code)
    return say(language, "usual", code, count=_number(language, one.count), of=_number(language, among.of), **fill)


def _named(language: str, one: Beside, among: Among) -> str:
    """Return what is given for the first time, or ruled out no longer."""
    if not one.parts:
        return say(language, "usual", one.code)
    if one.code in _IN_UNITS:
        return say(language, "usual", one.code, unit=word(language, "units", one.parts[0]))
    said = [_part(language, one.room, code, among.titles) for code in one.parts]
    if len(said) > _NAMED:
        others = say(language, "usual", "others", count=_number(language, len(said) - _NAMED + 1))
        said = [*said[: _NAMED - 1], others]
    return names.joined(language, said)


def _part(language: str, room: str, code: str, titles: Titles) -> str:
    match room:
        case "likeness":
            return titles.get(code, code)
        case "territory":
            return names.place(language, code, article=True)
        case "language":
            return names.tongue(language, code)
        case "ruled-out" if code.startswith(CONTENT):
            return word(language, "content", code.removeprefix(CONTENT))
        case "ruled-out":
            return word(language, "usual-ruled-out", code)
    return word(language, room, code)


def _ranged(language: str, one: Beside) -> str:
    """Return the least and the most that they had, or the one value that all of them had."""
    said = _between(language, one)
    return say(language, "usual", one.code, what=said) if says(language, "usual", one.code) else said


def _between(language: str, one: Beside) -> str:
    high = _value(language, one.high)
    if one.low == one.high:
        return high
    code = "between" if one.code in _BETWEEN else "range"
    return say(language, "usual", code, low=_lower(language, one.low, one.high), high=high)


def _lower(language: str, low: Value | None, high: Value | None) -> str:
    """Return the lower end: the number alone where the upper one says the unit for both."""
    match low, high:
        case LimitTerm(), _:
            return _number(language, low.most)
        case Length(), Length() if _said(low)[1] == _said(high)[1]:
            return _number(language, _said(low)[0])
        case int(), _:
            return _number(language, low)
    return _value(language, low)


def _value(language: str, value: Value | None) -> str:
    match value:
        case Money():
            return names.money(language, value)
        case LimitTerm():
            return str(parts.limit(language, value))
        case Length():
            return names.quantity(language, *_said(value))
        case Decimal():
            return parts.percent(language, str(value))
    return names.days(language, value)


def _said(length: Length) -> tuple[int, str]:
    """Return a length as it is said: in whole years from two on."""
    if length.unit == "month" and length.number >= 2 * _YEAR and not length.number % _YEAR:
        return length.number // _YEAR, "year"
    return length.number, length.unit


_number: Callable[[str, int], str] = names.count
