"""A rule pack: dated rules of one law, agreement or bill, as data (`likeness-rules/1`, `resources/rules`).

- A rule names conditions of a small closed set (`conditions`); it holds when one line of `when` holds wholly and no
  line of `unless` does. There is no expression language.
- A bill only warns: none of its rules may block or oblige.
- Rules are dated, both days included: before `first` and after `last` a rule is silent.
- Each rule says its source (one text where names are all it has, else one in each language), and how well we know it:
  P text read, S summary read, K to be confirmed by a lawyer; H is our own advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

ON_LICENCE, ON_LIKENESS, ON_USE = "licence", "likeness", "use"
SERIOUS, CAUTION, NOTE = "serious", "caution", "note"
WEIGHTS = (SERIOUS, CAUTION, NOTE)
OWN = "H"
BLOCK, FLAG, DUTY, REVIEW = "block", "flag", "duty", "review"
# The levels of the packs, and what a reader sees of them.
_WEIGHT = {BLOCK: SERIOUS, FLAG: CAUTION, REVIEW: CAUTION, DUTY: NOTE, NOTE: NOTE}

Words = Mapping[str, str]  # language -> words
Line = Mapping[str, Any]  # condition -> its parameter; all of them hold, or the line does not


@dataclass(frozen=True)
class Fix:
    """The one change that heals a warning: its name in `fixes`, and the words of its button."""

    does: str
    words: Words


@dataclass(frozen=True)
class Rule:
    """One rule; `title`, `text` and `source` in every language, `{value}` in them is what the rule found.

    `instead` has other words for what some line of `when` finds (counted from 1), which the fix does not heal.
    """

    id: str
    on: str
    level: str
    title: Words
    text: Words
    source: Words
    trust: str
    status: str
    first: date | None
    last: date | None
    when: tuple[Line, ...]
    unless: tuple[Line, ...] = ()
    fix: Fix | None = None
    instead: Mapping[int, Words] = field(default_factory=dict)

    @property
    def weight(self) -> str:
        """How grave it is to a reader: serious, caution or note."""
        return _WEIGHT[self.level]

    def by_line(self, line: int) -> Rule:
        """Return the rule as it speaks of what a line of `when` found."""
        return replace(self, text=self.instead[line], fix=None) if line in self.instead else self

    def speaks_on(self, day: date) -> bool:
        """Tell whether the rule is in force on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Pack:
    """The rules of one source; `always` on cannot be switched off."""

    id: str
    title: Words
    status: str
    source: Words
    first: date | None
    last: date | None
    always: bool
    rules: tuple[Rule, ...] = field(repr=False)


def pack_from(document: Mapping[str, Any]) -> Pack:
    """Return a pack from its TOML values; the packs ship with the program and are checked by a test of the house."""
    return Pack(
        id=document["id"],
        title=document["title"],
        status=document["status"],
        source=_in_all(document["source"], document["title"]),
        first=document.get("from"),
        last=document.get("to"),
        always=document.get("always", False),
        rules=tuple(_rule(entry, document) for entry in document["rule"]),
    )


def _rule(entry: Mapping[str, Any], pack: Mapping[str, Any]) -> Rule:
    fix = entry.get("fix")
    return Rule(
        id=entry["id"],
        on=entry["on"],
        level=entry["level"],
        title=entry["title"],
        text=entry["text"],
        source=_in_all(entry.get("source", pack["source"]), entry["title"]),
        trust=entry["trust"],
        status=entry.get("status", pack["status"]),
        first=entry.get("from", pack.get("from")),
        last=entry.get("to", pack.get("to")),
        when=tuple(entry["when"]),
        unless=tuple(entry.get("unless", ())),
        fix=None if fix is None else Fix(fix["does"], {key: text for key, text in fix.items() if key != "does"}),
        instead={
            other["line"]: {key: text for key, text in other.items() if key != "line"}
            for other in entry.get("instead", ())
        },
    )


def _in_all(said: str | Words, languages: Iterable[str]) -> Words:
    """Return a source in every language; empty where there is none."""
    if isinstance(said, str):
        return dict.fromkeys(languages, said) if said else {}
    return said
