"""A verdict as JSON (FORMAT section 5), with its sentences; needs no registry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from likeness.licence.terms import Terms
from likeness.paper.reasons import duties, remedies, why
from likeness.scope.judge import Finding, Verdict
from likeness.scope.use import Use

EXITS = {Verdict.IN_SCOPE: 0, Verdict.OUT_OF_SCOPE: 1, Verdict.NEEDS_REVIEW: 3}


def verdict_row(
    language: str, use: Use, finding: Finding, terms: Mapping[str, Terms], titles: dict[str, str]
) -> dict[str, Any]:
    """Return a verdict as FORMAT section 5 has it."""
    return {
        "use": finding.use,
        "verdict": finding.verdict.value,
        "broken": list(finding.broken),
        "missing": list(finding.missing),
        "licences": list(finding.licences),
        "why": why(language, use, finding, terms, titles),
        "remedies": remedies(language, use, finding, terms, titles),
        "duties": duties(language, finding, terms),
    }
