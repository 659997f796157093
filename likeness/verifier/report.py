"""What a verification found: one answer, the steps that led to it, and what was signed (FORMAT section 7).

Steps carry codes and what fills their sentences; `to_json` puts them into words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from likeness.licence.codec_v1 import Licence
from likeness.licence.terms_write import terms_to
from likeness.paper.wording import say, says
from likeness.scope.judge import Finding, Verdict
from likeness.seal.keys import PublicKey
from likeness.values.days import moment_text

PASSED, FAILED, NOT_REACHED = "passed", "failed", "not-reached"

# In the order in which the first that applies is the answer; the number is the exit of the command line.
EXITS = {
    "unreadable": 4,
    "other": 4,
    "altered": 1,
    "withdrawn": 1,
    "replaced": 1,
    "suspended": 1,
    "expired": 1,
    "unknown-signer": 3,
    "not-accepted": 3,
    "not-started": 3,
    "status-old": 3,
    "valid": 0,
}
_VERDICT_EXITS = {Verdict.IN_SCOPE: 0, Verdict.NEEDS_REVIEW: 3, Verdict.OUT_OF_SCOPE: 1}
WORST_FIRST = (4, 1, 3, 0)  # exits


def worst_exit(exits: Iterable[int]) -> int:
    """Return the worst of some exits."""
    return min(exits, key=WORST_FIRST.index)


@dataclass(frozen=True)
class Step:
    """One check: its name, its result, the code of its sentence and what fills it."""

    step: str
    result: str
    detail: str
    fill: tuple[tuple[str, object], ...] = ()  # days, instants and keys are put into words with the sentence

    def words(self, language: str) -> str:
        """Return the sentence of this step; a reason without one of its own has that of its step."""
        passing = self.result == FAILED and self.detail == self.step  # the sentence of the step is that of its passing
        detail = self.detail if says(language, "check", self.detail) and not passing else f"{self.step}-failed"
        return say(language, "check", detail, **{name: _shown(language, value) for name, value in self.fill})


@dataclass(frozen=True)
class Signer:
    """Who signed: the name as signed or as on the confirmed card, the key, and how far it is trusted.

    `why` says how that is known (`verifier.trust`); `by` is who vouches or appointed, since when and until when.
    """

    name: str
    key: PublicKey
    trust: str  # confirmed, vouched, unknown or self
    why: str = "unknown"
    by: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def fingerprint(self) -> str:
        """The key's name in files: 32 hexadecimal digits."""
        return self.key.fingerprint

    @property
    def digits(self) -> str:
        """The key's name in a call: six groups of five digits."""
        return self.key.digits


@dataclass(frozen=True)
class Accepted:
    """The company's acceptance: who, with which key, when."""

    by: Signer
    at: datetime


@dataclass(frozen=True)
class Status:
    """What is known of the licence since it was signed, and as of when; `unknown` if nothing is."""

    state: str
    as_of: datetime | None


@dataclass(frozen=True)
class Report:
    """The answer and everything behind it. `licence` and what follows are None for what was not verified."""

    answer: str
    steps: tuple[Step, ...]
    licence: Licence | None = None
    digest: bytes | None = None
    signer: Signer | None = None
    accepted: Accepted | None = None
    status: Status | None = None
    planned: Finding | None = None
    data: bytes | None = None  # the exact `.likeness` bytes that were verified

    @property
    def exit(self) -> int:
        """The exit of the command line: the worse of the answer and the planned use."""
        return worst_exit([EXITS[self.answer], *([_VERDICT_EXITS[self.planned.verdict]] if self.planned else [])])

    def to_json(self, language: str, planned: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return the object of `verify --json`; `planned` is the row of the planned use's verdict."""
        accepted, status, licence = self.accepted, self.status, self.licence
        found: dict[str, Any] = {
            "answer": self.answer,
            "steps": [{"step": s.step, "result": s.result, "detail": s.words(language)} for s in self.steps],
            "licence": terms_to(licence.terms) if licence else None,
            "number": licence.number if licence else None,
            "signer": _signer_to(self.signer) if self.signer else None,
            "acceptance": _signer_to(accepted.by) | {"at": moment_text(accepted.at)} if accepted else None,
            "status": {"state": status.state, "as_of": _text(status.as_of)} if status else None,
        }
        return found | ({"planned_use": planned} if planned is not None else {})


def _shown(language: str, value: object) -> str:
    from likeness.paper import names  # noqa: PLC0415  it brings babel, and only words need it

    if isinstance(value, PublicKey):
        return value.digits
    if isinstance(value, datetime):
        return names.instant(language, value)
    return names.day(language, value) if isinstance(value, date) else str(value)


def _signer_to(signer: Signer) -> dict[str, Any]:
    return {"name": signer.name, "fingerprint": signer.fingerprint, "trust": signer.trust}


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment_text(moment)


def unreadable(reason: str) -> Report:
    """Report something that could not even be opened."""
    return Report("unreadable", (Step("read", FAILED, reason),))
