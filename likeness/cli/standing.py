"""Where a use's flag stands and what shows the use; where a licence stands and how much of it is used."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from likeness.acts.uses.read_usage import usage_of
from likeness.acts.uses.take_back_use import TAKEN_BACK
from likeness.paper.names import count, instant, joined, moment
from likeness.paper.wording import say, word
from likeness.paper.words import parts
from likeness.registry.corrections import GONE
from likeness.registry.flags import OPEN, Step
from likeness.registry.licence_row import LicenceRow
from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow
from likeness.scope.judge import Verdict
from likeness.values.days import moment_text

_PRINT = 16  # digits of a fingerprint that are told


def flag_row(registry: Registry, row: UseRow) -> dict[str, Any]:
    """Return where the flag of a use stands as JSON values, step by step, and what shows the use.

    `flag` is None for a use in scope of which nothing was said.
    """
    steps = registry.flags.steps(row.row)
    flagged = bool(steps) or row.newest.verdict is not Verdict.IN_SCOPE
    now = steps[-1] if steps else Step(OPEN)
    return {
        "flag": now.state if flagged else None,
        "way": now.way,
        "steps": [
            {"flag": one.state, "way": one.way, "note": one.note, "at": moment_text(one.at) if one.at else None}
            for one in steps
        ],
        "evidence": [
            {"name": one.name, "path": one.path, "size": one.size, "sha256": one.sha256.hex(), "note": one.note}
            for one in registry.flags.evidence(row.row)
        ],
    }


def flag_lines(language: str, registry: Registry, row: UseRow) -> list[str]:
    """Return what became of a flag that somebody touched, and the files that show the use."""
    lines = []
    for step in registry.flags.steps(row.row)[-1:]:
        at = moment(language, step.at) if step.at else ""
        lines.append(say(language, "flag", "stands", state=word(language, "flag", step.code), at=at))
        lines += [step.note] if step.note else []
    for one in registry.flags.evidence(row.row):
        lines.append(say(language, "flag", "shown-by", name=one.name, print=one.sha256.hex()[:_PRINT]))
        lines += [one.note] if one.note else []
    return lines


def counts_no_more(language: str, row: UseRow) -> list[str]:
    """Return what took the place of a use that counts no more, or that it was taken back; else nothing."""
    if row.corrected_by is None:
        return []
    code = row.corrected_by if row.corrected_by in (TAKEN_BACK, GONE) else "corrected"
    return [say(language, "counts-no-more", code, by=row.corrected_by)]


def licence_lines(language: str, row: LicenceRow, now: datetime) -> list[str]:
    """Return what ends a licence before its time: that it is withdrawn, and when, or replaced, and by which."""
    lines = []
    if row.withdrawn_at is not None:
        code = "withdrawn-from" if row.withdrawn_at > now else "withdrawn-since"
        lines.append(say(language, "licence-told", code, at=instant(language, row.withdrawn_at, row.terms.zone)))
    if row.replaced_by:
        lines.append(say(language, "licence-told", "replaced", by=row.replaced_by))
    return lines


def used_row(language: str, registry: Registry, row: LicenceRow) -> list[tuple[str, str]]:
    """Return how much of a licence's limits is used, as a row of its page; none where there is nothing to use."""
    if not row.signed or not row.terms.limits:
        return []
    used = [
        say(language, "licence-told", "used", used=count(language, one.used), most=parts.limit(language, limit))
        for one, limit in zip(usage_of(registry, row), row.terms.limits, strict=True)
    ]
    return [(say(language, "licence-told", "used-so-far"), joined(language, used))]
