"""The answer in words: what it is, and what to do; what may be relied on, and what a check does not tell.

1. Both lists always say something: what may be relied on follows from the answer, never from the looks of a paper.
2. An answer that rests on a list of the signer carries the date of that list.
"""

from __future__ import annotations

from likeness.paper import names
from likeness.paper.wording import say, says
from likeness.verifier.report import FAILED, Report

# The answers under which a code or file is what its signer signed; whether anybody here knows the signer is told apart.
_SURE = ("valid", "not-started", "status-old", "expired", "suspended")


def answer_lines(language: str, report: Report) -> list[str]:
    """Return the answer and the sentence after it: the answer first, then what to do."""
    licence = report.licence
    if licence is None:
        named = next((step for step in report.steps if step.result == FAILED and step.detail.startswith("code-")), None)
        after = named.words(language) if named else say(language, "answer-next", report.answer)
        return [say(language, "answer", report.answer, on=""), after]
    terms = licence.terms
    end = terms.last_day
    fill = {
        "number": licence.number,
        "project": terms.project.title,
        "start": names.day(language, terms.first_day),
        "end": names.day(language, end) if end else "",
    }
    told = "status-none" if _no_list(report) else report.answer
    code = "valid-open" if report.answer == "valid" and end is None else told
    return [say(language, "answer", told, on=fill["end"]), say(language, "answer-next", code, **fill)]


def rely(language: str, report: Report) -> tuple[list[str], bool]:
    """Return what may be relied on, and whether that is anything: if not, the one line says why."""
    if report.licence is None or report.answer not in _SURE:
        code = report.answer if says(language, "rely", report.answer) else "nothing"
        return [say(language, "rely", code)], report.answer == "not-accepted"
    terms = report.licence.terms
    both = report.accepted is not None and report.accepted.by.trust != "unknown"
    lines = [say(language, "rely", "agreed" if both else "signed")] if _known(report) else []
    lines.append(say(language, "rely", "words"))
    end = terms.last_day
    status = report.status.as_of if report.status else None
    fill = {
        "start": names.day(language, terms.first_day),
        "end": names.day(language, end) if end else "",
        "as_of": names.moment(language, status, terms.zone) if status else "",
    }
    told = "status-none" if _no_list(report) else report.answer
    last = "valid-own" if told == "valid" and _own(report) else told
    return [*lines, say(language, "rely", last, **fill)], True


def not_told(language: str, report: Report) -> list[str]:
    """Return what the check does not tell."""
    if report.licence is None:
        return [say(language, "not-told", code) for code in ("original", "licensed")]
    terms = report.licence.terms
    as_of = report.status.as_of if report.status else None
    lines = []
    if not _own(report):
        on = names.moment(language, as_of, terms.zone) if as_of else ""
        lines.append(say(language, "not-told", "since-list" if as_of else "since-signed", as_of=on))
    if not _known(report):
        lines.append(say(language, "not-told", "signer"))
    if report.accepted is not None and report.accepted.by.trust == "unknown":
        lines.append(say(language, "not-told", "accepter", company=terms.licensee.name))
    return [*lines, *(say(language, "not-told", code) for code in ("paid", "used", "holder", "law"))]


def _no_list(report: Report) -> bool:
    """Tell whether nothing at all is known of what became of a licence since it was signed."""
    return report.answer == "status-old" and (report.status is None or report.status.as_of is None)


def _known(report: Report) -> bool:
    """Tell whether somebody here knows the signer; an answer that comes before that question may not claim it."""
    return report.signer is not None and report.signer.trust != "unknown"


def _own(report: Report) -> bool:
    return report.signer is not None and report.signer.trust == "self"
