"""What a column can mean, in words, and how dates can be written. No Qt."""

from __future__ import annotations

import re

from likeness.feeds.targets import AGE, DATES, LINE_ID, QUANTITY
from likeness.paper.names import sentence_case
from likeness.paper.wording import word
from likeness.values.codes import UNITS
from ui.kit.words import language, tr

LEFT_OUT, WHICH = "", "?"  # codes of the choice: not imported; a date whose form is still a question
_PARTS = re.compile(r"%[A-Za-z]")


def meaning(target: str) -> str:
    """Return the words for a target."""
    if target.startswith(QUANTITY):
        return tr("Count · {unit}", unit=word(language(), "units", target.removeprefix(QUANTITY)))
    return {
        LINE_ID: tr("Their line number"),
        "user": tr("Company"),
        "likeness": tr("Likeness"),
        "project": tr("Project"),
        "act": tr("What they did"),
        "purpose": tr("For what purpose"),
        "medium": tr("Shown in"),
        "territory": tr("Where"),
        "language": tr("Language"),
        "modification": tr("Changes made"),
        "content": tr("What it shows"),
        AGE: tr("Age shown"),
        "at": tr("Date"),
        "made_at": tr("Date it was made"),
    }[target]


def dated(target: str, form: str | None) -> str:
    """Return the code of a date column in a form; None is the form of the formats page."""
    return f"{target} {form or ''}".strip()


def target_and_form(code: str) -> tuple[str, str | None]:
    """Take such a code apart again."""
    target, _, form = code.partition(" ")
    return target, form or None


def dated_words(target: str, form: str | None) -> str:
    """Return the words of a date column in a form: "Date · day/month/year"."""
    if form == WHICH:
        return tr("{what} · in which order?", what=meaning(target))
    return meaning(target) if form is None else f"{meaning(target)} · {form_words(form)}"


def form_words(form: str) -> str:
    """Return a form as people say it: day/month/year."""
    parts = {
        "%d": tr("day"),
        "%m": tr("month"),
        "%B": tr("month in words"),
        "%b": tr("month in words"),
        "%Y": tr("year"),
        "%y": tr("year in two digits"),
        "%H": tr("hour"),
        "%I": tr("hour"),
        "%M": tr("minute"),
        "%S": tr("second"),
        "%p": "am/pm",
        "%z": tr("time zone"),
    }
    return _PARTS.sub(lambda found: parts.get(found[0], found[0]), form)


def all_meanings() -> tuple[tuple[str, str], ...]:
    """Return every meaning that needs no form, with its words, the usual ones first."""
    plain = ("likeness", "project", "act", "purpose", "territory", "language", "medium", "user", LINE_ID,
             "modification", "content", AGE)  # fmt: skip
    return (
        (LEFT_OUT, tr("Do not import")),
        *((target, meaning(target)) for target in plain),
        *((f"{QUANTITY}{unit}", meaning(f"{QUANTITY}{unit}")) for unit in UNITS.codes),
        *((target, meaning(target)) for target in DATES),
    )


def code_words(target: str, code: str) -> str:
    """Return the words for a code of a target, for choosing what a value stands for."""
    return sentence_case(word(language(), target, code))
