"""Days as people type them: 1 dec, 1 December 2026, 01/12/26, 2026-12-01, +1y, +3m, +90d. No Qt.

Day stands before month (both languages of the window do so). What cannot be read is None, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from likeness.values.days import months_after
from ui.kit.figures import MONTHS

_STEP = re.compile(r"\+(\d{1,4})\s*([a-z]+)")
_WORDS = re.compile(r"(\d{1,2})(?:er)?\s+([a-z]+)\.?(?:\s+(\d{4}|\d{2}))?")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
_STEPS = {"d": "day", "j": "day", "w": "week", "s": "week", "m": "month", "y": "year", "a": "year"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_day(text: str, today: date) -> date | None:
    """Return the day that `text` names, seen from `today`, or None."""
    plain = _folded(text)
    try:
        if _ISO.fullmatch(plain):
            return date.fromisoformat(plain)
        if step := _STEP.fullmatch(plain):
            return _stepped(today, int(step[1]), step[2])
        if figures := _FIGURES.fullmatch(plain):
            return date(_year(figures[3]), int(figures[2]), int(figures[1]))
        if words := _WORDS.fullmatch(plain):
            return _worded(words, today)
    except (ValueError, OverflowError):
        return None
    return None


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.strip().lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _stepped(today: date, count: int, unit: str) -> date | None:
    step = _STEPS.get(unit[0])
    if step in ("day", "week"):
        return today + timedelta(days=count * (7 if step == "week" else 1))
    if step is None:
        return None
    return months_after(today, count * (12 if step == "year" else 1))


def _worded(words: re.Match[str], today: date) -> date | None:
    names = [(_folded(name), number) for lang in MONTHS.values() for number, name in enumerate(lang, 1)]
    if len(words[2]) < 3:
        return None
    fitting = {number for name, number in names if name.startswith(words[2])}
    if len(fitting) != 1:
        return None
    month = fitting.pop()
    if words[3]:
        return date(_year(words[3]), month, int(words[1]))
    this_year = date(today.year, month, int(words[1]))
    return this_year if this_year >= today else date(today.year + 1, month, int(words[1]))
