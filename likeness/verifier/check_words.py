"""The record of a check in words: a report, the file it is about and when it was checked, as a sheet to be set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.paper import names
from likeness.paper.sheets.check_sheet import CheckSheet, Part
from likeness.paper.sheets.licence_sheet import rows_of
from likeness.paper.wording import say, word
from likeness.verifier.answer_words import answer_lines, not_told, rely
from likeness.verifier.report import Report

_GROUP = 8


@dataclass(frozen=True)
class Checked:
    """What was checked: its name, the SHA-256 of its bytes in hex, when (aware), in which zone, and by whom."""

    file: str
    sha256: str
    at: datetime
    zone: str
    by: str


def check_sheet(language: str, report: Report, checked: Checked, planned: tuple[Part, ...] = ()) -> CheckSheet:
    """Return the page of a check; `planned` tells of a planned use that was judged with it."""

    def paper(code: str, /, **fill: object) -> str:
        return say(language, "check-paper", code, **fill)

    answer, advice = answer_lines(language, report)
    at = names.instant(language, checked.at, checked.zone)
    steps = tuple((word(language, "step-result", step.result), step.words(language)) for step in report.steps)
    return CheckSheet(
        language=language,
        title=paper("title"),
        subtitle=paper("on", at=at),
        answer=answer,
        advice=advice,
        facts=tuple(_facts(language, report, checked)),
        parts=(Part(paper("steps"), rows=steps),),
        pairs=(
            Part(paper("rely"), tuple(rely(language, report)[0])),
            Part(paper("not-told"), tuple(not_told(language, report))),
        ),
        rest=(*planned, *_terms(language, report)),
        foot=paper("foot"),
        page=say(language, "paper", "page", n="{n}", of="{of}"),
    )


def _facts(language: str, report: Report, checked: Checked) -> list[tuple[str, str]]:
    rows = [("file", checked.file), ("fingerprint", _groups(checked.sha256)), ("by", checked.by)]
    licence, signer, status = report.licence, report.signer, report.status
    if licence is not None and report.digest is not None and signer is not None:
        terms = licence.terms
        rows += [
            ("licence", licence.number),
            ("licence-fingerprint", _groups(report.digest.hex())),
            ("project", terms.project.title),
            ("performer", terms.performer.name),
            ("company", terms.licensee.name),
            ("signer", f"{signer.name}, {word(language, 'trust', signer.trust)}"),
            ("key", signer.digits),
        ]
        if status is not None:
            as_of = names.instant(language, status.as_of, terms.zone) if status.as_of else ""
            rows.append(("status", say(language, "status-known", status.state, as_of=as_of)))
    return [(word(language, "check-row", code), text) for code, text in rows]


def _terms(language: str, report: Report) -> list[Part]:
    if report.licence is None:
        return []
    licence = report.licence
    labelled = {double.id: word(language, "kind", double.kind) for double in licence.doubles}
    rows = tuple(rows_of(language, licence.terms, labelled))
    return [Part(word(language, "check-paper", "terms"), rows=rows)]


def _groups(digits: str) -> str:
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))
