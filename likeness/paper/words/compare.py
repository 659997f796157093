"""What you allowed beside what they used, term by term: the heart of the Uses screen."""

from __future__ import annotations

from dataclasses import dataclass

from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.wording import say, word
from likeness.paper.words import parts
from likeness.paper.words.parts import Titles
from likeness.scope.judge import Finding
from likeness.scope.use import Use
from likeness.values.codes import SHOW

_ALWAYS = ("likeness", "project", "act", "purpose", "medium", "territory", "language", "date")
_IF_TOLD = ("modification", "age", "content", "length", "limit")
_STATUS = ("not-in-force", "authority", "superseded", "withdrawn", "suspended", "after-death", "source")


@dataclass(frozen=True)
class Comparison:
    """One row; `state` is kept, broken or missing."""

    term: str
    label: str
    allowed: str
    used: str
    state: str


def compare(language: str, use: Use, finding: Finding, number: str, terms: Terms, titles: Titles) -> list[Comparison]:
    """Return the rows for one licence of a finding, every term that says something."""
    broken, missing = _of(finding, number)
    rows = []
    for term in (*_ALWAYS, *_IF_TOLD, *_STATUS):
        state = "broken" if term in broken else "missing" if term in missing else "kept"
        if state == "kept" and not _worth(term, use, terms):
            continue
        allowed = parts.granted(language, term, terms, titles, show=use.act == SHOW)
        if term == "content":  # what is ruled out, never to be read as allowed
            allowed = say(language, "cell", "without", what=allowed)
        used = _used(language, term, use, finding, titles, terms, state)
        label = word(language, "term", term)
        rows.append(Comparison(term, label, names.sentence_case(allowed), names.sentence_case(used), state))
    return rows


def _of(finding: Finding, number: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    for mine, broken, missing in finding.by_licence:
        if mine == number:
            return broken, missing
    return finding.broken, finding.missing


def _worth(term: str, use: Use, terms: Terms) -> bool:
    if term in _ALWAYS:
        return True
    told = {
        "modification": bool(terms.modifications) and use.act != SHOW,
        "age": terms.age is not None,
        "content": bool(terms.forbidden_content) and use.act != SHOW,
        "length": terms.longest_seconds is not None and use.act != SHOW,
        "limit": any((limit.on == "show") == (use.act == SHOW) for limit in terms.limits),
    }
    return told.get(term, False)


def _used(language: str, term: str, use: Use, finding: Finding, titles: Titles, terms: Terms, state: str) -> str:
    if term == "limit" and state == "broken" and finding.overruns:
        over = finding.overruns[0]
        beyond = max(over.so_far + over.asked - over.most, 0)
        number, _, unit = names.quantity(language, over.asked, over.unit).rpartition(" ")
        return say(language, "cell", "too-many", n=number, unit=unit, over=names.count(language, beyond))
    if term in _STATUS:
        return say(language, "unclear" if state == "missing" else "why", term, granted="", used="")
    return parts.asked(language, term, use, titles, terms.zone) or word(language, "cell", _silence(term))


def _silence(term: str) -> str:
    return "none" if term in ("modification", "content") else "not-stated"
