"""A verdict as JSON (FORMAT section 5), with its sentences; needs no registry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from likeness.licence.terms import Terms
from likeness.paper.words.reasons import duties, why
from likeness.paper.words.remedy import Beside, remedies
from likeness.paper.words.voice import Voice
from likeness.scope.judge import Finding, Verdict
from likeness.scope.use import Use

EXITS = {Verdict.IN_SCOPE: 0, Verdict.OUT_OF_SCOPE: 1, Verdict.NEEDS_REVIEW: 3}


def verdict_row(
    language: str,
    use: Use,
    finding: Finding,
    terms: Mapping[str, Terms],
    titles: dict[str, str],
    extra: Sequence[str] = (),
    beside: Beside | None = None,
    *,
    voice: Voice = Voice.READER,
) -> dict[str, Any]:
    """Return a verdict as FORMAT section 5 has it; `extra` are the ids of rules that oblige.

    With `beside` what would make it fine is confirmed against the licence's history too. The sentences speak to anybody
    who reads the licence, unless `voice` says that it is the performer.
    """
    return {
        "use": finding.use,
        "verdict": finding.verdict.value,
        "broken": list(finding.broken),
        "missing": list(finding.missing),
        "licences": list(finding.licences),
        "why": why(language, use, finding, terms, titles, voice=voice),
        "remedies": remedies(language, use, finding, terms, titles, beside, voice=voice),
        "duties": duties(language, finding, terms, extra, voice=voice),
    }
