"""From the verifier's report to the words of the screen. No Qt."""

from __future__ import annotations

from likeness.licence.terms import Terms
from likeness.paper import names, parts, reasons
from likeness.paper.remedy import remedies
from likeness.paper.summary import may_not
from likeness.paper.wording import word
from likeness.scope.use import Use
from likeness.verifier.answer_words import answer_lines
from likeness.verifier.report import Report
from ui.kit.words import tr
from ui.screens.verify.state import Answer, Before, Planned

SURE = ("valid", "not-started", "status-old", "expired", "suspended")


def answer_of(report: Report, lang: str) -> Answer:
    """Return the answer, the steps, both lists, and what was agreed."""
    terms = report.licence.terms if report.licence else None
    title, reason = answer_lines(lang, report)
    unknown = report.signer is not None and report.signer.trust == "unknown"
    return Answer(
        answer=report.answer,
        title=title,
        reason=reason,
        steps=tuple((step.result, step.words(lang)) for step in report.steps),
        rely=tuple(_rely(report)),
        not_told=(
            tr("Whether the fee was paid"),
            tr("Whether it was withdrawn today"),
            tr("Whether the law allows every term"),
        ),
        agreed=tuple(_agreed(terms, lang)) if terms else (),
        can_plan=terms is not None,
        can_confirm=report.signer.digits if unknown and report.signer else "",
    )


def _rely(report: Report) -> list[str]:
    if report.licence is None or report.answer in ("withdrawn", "replaced"):
        return []
    lines = [tr("The exact words that were signed"), tr("The dates, places and amounts")]
    if report.answer in SURE:
        who = tr("Who agreed, and to what") if report.accepted else tr("Who signed, and what")
        lines.insert(0, who)
    return lines


def _agreed(terms: Terms, lang: str) -> list[tuple[str, str]]:
    rows = [
        (tr("Performer"), terms.performer.name),
        (tr("Company"), terms.licensee.name),
        (tr("Project"), terms.project.title),
        (tr("To do"), parts.granted(lang, "act", terms, {})),
        (tr("Purposes"), parts.granted(lang, "purpose", terms, {})),
        (tr("Shown on"), parts.granted(lang, "medium", terms, {})),
        (tr("Where"), parts.granted(lang, "territory", terms, {})),
        (tr("Languages"), parts.granted(lang, "language", terms, {})),
        (tr("Made"), parts.span(lang, terms.create)),
        (tr("Shown"), parts.span(lang, terms.exploit)),
        (tr("At most"), parts.limits(lang, terms)),
        (tr("Fee"), parts.fee(lang, terms)),
        (tr("They may not"), "; ".join(may_not(lang, terms)[:4])),
    ]
    return [(heading, names.sentence_case(text)) for heading, text in rows if text]


def before_of(report: Report, file: str, lang: str) -> Before:
    """Return the line that is kept of a check."""
    title = report.licence.terms.project.title if report.licence else file
    return Before(report.answer, title, report.signer.name if report.signer else "", answer_lines(lang, report)[0])


def planned_of(report: Report, use: Use, lang: str) -> Planned | None:
    """Return the verdict on a planned use in words."""
    found = report.planned
    if found is None or report.licence is None:
        return None
    terms = report.licence.terms
    signed = {report.licence.number: terms}
    titles = {terms.project.id: terms.project.title, terms.licensee.id: terms.licensee.name}
    why = " ".join(reasons.why(lang, use, found, signed, titles))
    return Planned(
        verdict=found.verdict.value,
        title=word(lang, "planned", found.verdict.value),
        why=why or reasons.banner(lang, found, terms.licensee.name),
        remedies=tuple(remedies(lang, use, found, signed, titles)),
        duties=tuple(reasons.duties(lang, found, signed)),
    )
