"""Rule packs and what they say, as JSON values and as lines of a listing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from likeness.licence.rules.caveats import Caveat
from likeness.licence.rules.pack import Pack, Rule
from likeness.paper.wording import say, word
from likeness.paper.words import rule_words


def caveat_row(caveat: Caveat, language: str) -> dict[str, Any]:
    """Return a warning as JSON values (FORMAT section 7)."""
    return {
        "rule": caveat.rule,
        "level": caveat.level,
        "text": rule_words.text(language, caveat),
        "source": rule_words.source(language, caveat.told),
        "fix": rule_words.fix(language, caveat.told),
    }


def caveat_line(row: Mapping[str, Any], language: str) -> str:
    """Return a warning as a line: how grave, what it says, where it comes from, and what heals it."""
    weight = word(language, "weight", row["level"])
    code = "line-fix" if row["fix"] else "line"
    return say(language, "warning", code, weight=weight, text=row["text"], source=row["source"], fix=row["fix"])


def remark_row(rule: Rule, language: str) -> dict[str, str]:
    """Return what a rule says of a use as JSON values."""
    return {
        "rule": rule.id,
        "level": rule.level,
        "text": rule_words.in_language(language, rule.text),
        "source": rule_words.source(language, rule),
    }


def pack_row(pack: Pack, language: str, active: Collection[str]) -> dict[str, Any]:
    """Return a pack as JSON values; `from` and `to` are days, or null where none is known."""
    return {
        "pack": pack.id,
        "title": rule_words.in_language(language, pack.title),
        "on": pack.id in active,
        "always": pack.always,
        "status": pack.status,
        "source": rule_words.pack_source(language, pack),
        "from": _day(pack.first),
        "to": _day(pack.last),
        "rules": [rule.id for rule in pack.rules],
    }


def pack_line(pack: Pack, language: str, active: Collection[str]) -> tuple[str, ...]:
    """Return a pack as cells: on or off, its name, what it is, from and to, source."""
    return (
        word(language, "pack", "on" if pack.id in active else "off"),
        pack.id,
        word(language, "rule-status", pack.status),
        _day(pack.first) or "-",
        _day(pack.last) or "-",
        rule_words.pack_source(language, pack) or rule_words.in_language(language, pack.title),
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
