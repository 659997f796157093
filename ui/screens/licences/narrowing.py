"""The filters of the list in words: those that can be added, and those in force. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from likeness.registry.find_licences import (
    COMPANY,
    ENDED,
    LIKENESS,
    NO_END,
    PERFORMER,
    PROJECT,
    THIS_YEAR,
    WITHIN_30,
    WITHIN_90,
    Narrow,
)
from ui.kit.words import tr

ENDING, OWING = "ends", "owing"
Filter = tuple[str, str]  # its code, and its words


def ending_words() -> dict[str, str]:
    """Return what is said of each way to end, in the menu and on the chip alike."""
    return {
        WITHIN_30: tr("Ends: within 30 days"),
        WITHIN_90: tr("Ends: within 90 days"),
        THIS_YEAR: tr("Ends: this year"),
        ENDED: tr("Has ended"),
        NO_END: tr("No end"),
    }


def value_words() -> dict[str, str]:
    """Return the filters of which a value is chosen from those that occur."""
    return {
        COMPANY: tr("Company"),
        LIKENESS: tr("Likeness"),
        PERFORMER: tr("Performer"),
        PROJECT: tr("Project"),
    }


def question(code: str) -> str:
    """Return what is asked where a value is chosen."""
    return {
        COMPANY: tr("Which company?"),
        LIKENESS: tr("Which likeness?"),
        PERFORMER: tr("Which performer?"),
        PROJECT: tr("Which project?"),
    }[code]


def filters_of(narrow: Narrow, likeness: str) -> tuple[Filter, ...]:
    """Return the filters in force, in the order of the menu; `likeness` is what the one asked for is called."""
    found = [(ENDING, ending_words()[narrow.ends])] if narrow.ends else []
    if narrow.company:
        found.append((COMPANY, tr("Company: {name}", name=narrow.company)))
    if narrow.likeness:
        found.append((LIKENESS, tr("Likeness: {name}", name=likeness or narrow.likeness)))
    if narrow.performer:
        found.append((PERFORMER, tr("Performer: {name}", name=narrow.performer)))
    if narrow.project:
        found.append((PROJECT, tr("Project: {name}", name=narrow.project)))
    if narrow.owing:
        found.append((OWING, tr("Money due")))
    return tuple(found)


def narrowed(narrow: Narrow, code: str, value: str) -> Narrow:
    """Return the filters with one of them set; an empty value takes it away."""
    changes: dict[str, Any] = {code: bool(value) if code == OWING else value}
    return replace(narrow, **changes)
