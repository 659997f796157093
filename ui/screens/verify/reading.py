"""From the verifier's report to the words of the screen. No Qt."""

from __future__ import annotations

from datetime import date

from likeness.acts.checking.checks_kept import Kept
from likeness.paper import names
from likeness.paper.sheets.licence_sheet import rows_of
from likeness.paper.wording import Run, say, word
from likeness.paper.words.summary import may, may_not, summary
from likeness.values.days import parse_instant
from likeness.verifier.answer_words import answer_lines, not_told, rely
from likeness.verifier.report import Report
from ui.kit.figures import day_brief
from ui.screens.verify.checking import Check
from ui.screens.verify.state import Answer, Before, Item

OTHER_STATEMENT = "statement-of-another-kind"


def answer_of(report: Report, lang: str) -> Answer:
    """Return the answer, the steps, both lists, and the terms in plain words and term by term."""
    title, reason = answer_lines(lang, report)
    lines, sure = rely(lang, report)
    shown = Answer(
        answer=report.answer,
        title=title,
        reason=reason,
        steps=tuple((step.result, step.words(lang)) for step in report.steps),
        rely=tuple(lines),
        sure=sure,
        not_told=tuple(not_told(lang, report)),
        other_statement=any(step.detail == OTHER_STATEMENT for step in report.steps),
    )
    return shown if report.licence is None else _with_terms(shown, report, lang)


def _with_terms(shown: Answer, report: Report, lang: str) -> Answer:
    licence, signer = report.licence, report.signer
    if licence is None or signer is None:
        return shown
    terms = licence.terms
    kinds = {double.id: word(lang, "kind", double.kind) for double in licence.doubles}
    return Answer(
        **{
            **vars(shown),
            "plain": tuple(_run(run) for run in summary(lang, terms, kinds, to_performer=False)),
            "may": tuple(may(lang, terms)),
            "may_not": tuple(may_not(lang, terms)),
            "terms": tuple(rows_of(lang, terms, {one: names.sentence_case(kind) for one, kind in kinds.items()})),
            "signer": signer.name if signer.trust == "unknown" else "",
            "digits": signer.digits,
            "can_plan": True,
        }
    )


def _run(run: Run) -> tuple[str, str]:
    return run.text, "risk" if run.risky else "fact" if run.strong else ""


def item_of(check: Check, lang: str) -> Item:
    """Return the line of one of several checks."""
    report = check.report
    licence, name = report.licence, check.source.name
    return Item(
        answer=report.answer,
        file=name,
        title=licence.terms.project.title if licence else name,
        signer=report.signer.name if report.signer else "",
        words=answer_lines(lang, report)[0],
    )


def before_of(kept: Kept, lang: str) -> Before:
    """Return one line of "Checked before"."""
    on = names.day(lang, date.fromisoformat(kept.end)) if kept.end else ""
    day = parse_instant(kept.at, "at").date()
    return Before(
        kept.answer, kept.title, kept.signer, say(lang, "answer", kept.answer, on=on), day_brief(day, lang), kept.path
    )
