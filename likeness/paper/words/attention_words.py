"""The words of what waits: what it is, the first of it, and the one thing to do about it.

Codes ending in `-one` are for one of them. What a line does not know (a project, a company) it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from likeness.errors import Broken
from likeness.licence.dues.due import Due
from likeness.paper import names
from likeness.paper.wording import say
from likeness.paper.words import due_words
from likeness.paper.words.complaint import sentence
from likeness.values.money import Money
from likeness.values.text import shown


def heading(language: str, kind: str, count: int, *, more: bool = False) -> str:
    """Return what waits: 3 uses go beyond what was allowed."""
    code = f"{kind}-one" if count == 1 and not more else kind
    shown = names.count(language, count)
    return say(language, "attention", code, count=f"{shown}+" if more else shown)


def sums(language: str, kind: str, amounts: Iterable[Money], unknown: int) -> str:
    """Return what is owed: a sum for each currency, or that nobody knows it."""
    known = [names.money(language, money) for money in amounts]
    if not known:
        return heading(language, f"{kind}-unknown", unknown)
    code = f"{kind}-sum-one" if len(known) == 1 else f"{kind}-sum"
    return say(language, "attention", code, sums=names.joined(language, known))


def about_use(language: str, performer: str, title: str, company: str, others: int) -> str:
    """Return the newest use: its project and company; `performer` is empty where there is one alone."""
    return _line(performer, title, company, _others(language, others))


def about_end(language: str, performer: str, title: str, on: date | None, others: int) -> str:
    """Return the licence that ends first."""
    first = title if on is None else say(language, "attention", "on-day", title=title, day=names.day(language, on))
    return _line(performer, first, _others(language, others))


def about_due(language: str, performer: str, due: Due, days: int, others: int) -> str:
    """Return the due that is first: who owes what, and how late it is."""
    late = say(language, "attention", "late-one" if days == 1 else "late", days=days) if days else ""
    day = say(language, "attention", "due-on", day=names.day(language, due.on)) if due.on and not days else ""
    return _line(performer, due.company, due_words.about(language, due), late or day, _others(language, others))


def backup(language: str, days: int, *, ever: bool) -> str:
    """Return that the backup is old, or that there never was one."""
    return say(language, "attention", "backup-old" if ever else "backup", days=days)


def about_backup(language: str, folder: str = "", trouble: str = "") -> str:
    """Return why a backup matters; or where it would have gone by itself, and why it did not."""
    if not trouble:
        return say(language, "attention", "backup-why")
    if trouble == "folder-away":
        return say(language, "attention", "backup-away", folder=shown(folder))
    why = sentence(Broken(trouble), language, window=True).strip()
    return say(language, "attention", "backup-trouble", folder=shown(folder), why=why)


def about_words(language: str) -> str:
    """Return why twelve words matter."""
    return say(language, "attention", "words-why")


def action(language: str, kind: str) -> str:
    """Return the verb on the button."""
    return say(language, "attention-do", kind)


def _others(language: str, others: int) -> str:
    if not others:
        return ""
    return say(language, "attention", "others-one" if others == 1 else "others", others=names.count(language, others))


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
