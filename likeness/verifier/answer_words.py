"""The answer in words: what it is, and what to do."""

from __future__ import annotations

from likeness.paper import names
from likeness.paper.parts import last_day
from likeness.paper.wording import say
from likeness.verifier.report import Report


def answer_lines(language: str, report: Report) -> list[str]:
    """Return the answer and the sentence after it: the answer first, then what to do."""
    licence = report.licence
    if licence is None:
        return [say(language, "answer", report.answer, on=""), say(language, "answer-next", report.answer)]
    terms = licence.terms
    end = last_day(terms)
    fill = {
        "number": licence.number,
        "project": terms.project.title,
        "start": names.day(language, min(w.first for w in (terms.create, terms.exploit) if w is not None)),
        "end": names.day(language, end) if end else "",
    }
    code = "valid-open" if report.answer == "valid" and end is None else report.answer
    return [say(language, "answer", report.answer, on=fill["end"]), say(language, "answer-next", code, **fill)]
