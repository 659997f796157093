"""What was checked before: the last checks of this registry, newest first, kept in it and nowhere else.

Codes and days are kept, never sentences; the words are made when they are shown. Keeping a check changes nothing else
and is no leaf of the log; saving its record is (`save_check`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from likeness.acts.desk import Desk
from likeness.values.days import moment_text
from likeness.values.outcome import Outcome
from likeness.verifier.report import Report

MOST_KEPT = 12
_SETTING = "checks-before"


@dataclass(frozen=True)
class Kept:
    """One check: its answer, what it was about, who signed, when (RFC 3339), the licence's last day, the path."""

    answer: str
    title: str
    signer: str
    at: str
    end: str = ""
    path: str = ""


def kept_of(report: Report, name: str, path: str, at: datetime) -> Kept:
    """Return what is kept of a check of `name`; `path` is empty where there is no file to come back to."""
    licence = report.licence
    end = licence.terms.last_day if licence else None
    return Kept(
        answer=report.answer,
        title=licence.terms.project.title if licence else name,
        signer=report.signer.name if report.signer else "",
        at=moment_text(at),
        end=end.isoformat() if end else "",
        path=path,
    )


def checks_before(desk: Desk) -> tuple[Kept, ...]:
    """Return the checks that are kept, newest first; what an older version wrote otherwise counts as none."""
    text = desk.registry.settings.get(_SETTING, "[]")
    try:
        return tuple(Kept(**one) for one in json.loads(text))
    except (ValueError, TypeError):
        return ()


def keep_checks(desk: Desk, new: tuple[Kept, ...]) -> Outcome[tuple[Kept, ...]]:
    """Keep these checks before the others; the same thing checked again takes its new place."""
    fresh = tuple(reversed(new))
    again = {(one.title, one.signer, one.path) for one in fresh}
    older = (one for one in checks_before(desk) if (one.title, one.signer, one.path) not in again)
    kept = (*fresh, *older)[:MOST_KEPT]
    with desk.registry.transaction():
        desk.registry.settings.put(_SETTING, json.dumps([asdict(one) for one in kept]))
    return Outcome(kept)


def forget_checks(desk: Desk) -> Outcome[tuple[Kept, ...]]:
    """Forget every check that was kept; returns them, for Undo."""
    before = checks_before(desk)
    with desk.registry.transaction():
        desk.registry.settings.remove(_SETTING)
    return Outcome(before)
