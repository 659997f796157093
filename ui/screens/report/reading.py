"""From a source, a batch and a plan to the words of the import. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from likeness.acts.judging.planned_report import Plan
from likeness.feeds.guess import AliasGuess
from likeness.feeds.source import CP1252, CSV, JSON_LINES, Source
from likeness.feeds.uses import uses_of
from likeness.paper import names, sizes
from likeness.paper.wording import say, word
from likeness.paper.words import parts, report_words
from likeness.scope.judge import Finding, Verdict
from likeness.scope.use import Use
from likeness.values.text import shown
from ui.kit.figures import count_text, day_brief
from ui.kit.words import language, tr, tr_n
from ui.screens.report.meanings import meaning
from ui.screens.report.state import Facts, GroupLine, PreviewLine, Result

PREVIEWED = ("likeness", "project", "act", "territory", "language", "at")
_MOST_GROUPS = 12
_NOT_HOLDING = ("not-in-force", "superseded", "withdrawn", "suspended", "after-death")


def facts_of_file(source: Source) -> Facts:
    """Return what is said about the chosen file."""
    kind = {CSV: "CSV", JSON_LINES: tr("JSON lines")}.get(source.kind, "XLSX")
    said = [kind + (" · gzip" if source.gzipped else ""), sizes.size(language(), source.size)]
    if source.heading_row > 1:
        said.append(tr("headings in row {n}", n=source.heading_row))
    notice = tr("This file is not UTF-8. It is read as Windows-1252.") if source.encoding == CP1252 else ""
    if source.alike:
        notice = tr("Other sheets have the same headings and are imported one by one: {sheets}",
                    sheets=names.joined(language(), list(source.alike)))  # fmt: skip
    return Facts(source.name, " · ".join(said), notice, source.sheets, source.sheet or "")


def where_of(source: Source) -> str:
    """Return where in the file the rows stand: sheet “Usage” · headings in row 3."""
    said = [tr("sheet “{name}”", name=source.sheet)] if source.sheet else []
    if source.heading_row > 1:
        said.append(tr("headings in row {n}", n=source.heading_row))
    return " · ".join(said)


def preview_heads() -> tuple[str, ...]:
    """Return the headings of the first rows."""
    return (tr("Verdict"), *(meaning(target) for target in PREVIEWED))


def preview_lines(facts: Any, findings: Iterable[Finding], titles: dict[str, str]) -> tuple[PreviewLine, ...]:
    """Return the first rows with their verdicts."""
    return tuple(
        PreviewLine(finding.verdict.value, _cells(use, titles))
        for use, finding in zip(uses_of(facts), findings, strict=True)
    )


def _cells(use: Use, titles: dict[str, str]) -> tuple[str, ...]:
    lang = language()
    said = (
        names.joined(lang, [titles.get(one, one) for one in use.likeness]) if use.likeness else "",
        titles.get(use.project or "", use.project or ""),
        names.sentence_case(word(lang, "act", use.act)) if use.act else "",
        names.joined(lang, [names.place(lang, one) for one in use.territory]) if use.territory else "",
        parts.tongues(lang, use.language) if use.language else "",
        day_brief(use.at, lang) if use.at else "",
    )
    return tuple(shown(one) or "—" for one in said)


def result_of(plan: Plan, questions: list[tuple[str, AliasGuess]], *, recorded: int = 0, seconds: str = "") -> Result:
    """Return what a plan found, or what was recorded of it."""
    counts, lang = plan.counts(), language()
    outside, review, _inside = (counts[verdict.value] for verdict in _ORDER)
    title = tr("Everything is within the licences")
    if outside:
        title = tr_n("{n} use goes beyond the licences", "{n} uses go beyond the licences", n=outside)
    elif review:
        title = tr_n("{n} use needs your eyes", "{n} uses need your eyes", n=review)
    elif not plan.decided:
        title = tr("Nothing in this report is new")
    told = {Verdict.NEEDS_REVIEW: _settling(questions) if review else ""}
    tiles = tuple((verdict.value, count_text(counts[verdict.value], lang), told.get(verdict, "")) for verdict in _ORDER)
    unread = ("UNREAD", count_text(plan.rejections, lang), _unread(plan))
    return Result(
        title=title,
        tiles=(*tiles, unread),
        groups=(*_groups(plan), *_questions(questions)),
        kept=_kept(plan),
        unread=tr_n("{n} row could not be read.", "{n} rows could not be read.", n=plan.rejections)
        if plan.rejections
        else "",
        rows=plan.decided,
        flagged=outside,
        recorded=recorded,
        seconds=seconds,
    )


_ORDER = (Verdict.OUT_OF_SCOPE, Verdict.NEEDS_REVIEW, Verdict.IN_SCOPE)


def _settling(questions: list[tuple[str, AliasGuess]]) -> str:
    """Return for how many rows the most useful answer counts; not all of them need wait for it."""
    asked = [one.count for _, one in questions if not one.nothing]
    return tr_n("one answer counts for {n} row", "one answer counts for {n} rows", n=max(asked)) if asked else ""


def _unread(plan: Plan) -> str:
    """Return the most frequent reason why rows could not be read, in a word."""
    reasons: dict[str, int] = {}
    for frame in plan.rejected:
        for reason in frame["reason"].to_list():
            reasons[reason] = reasons.get(reason, 0) + 1
    if not reasons:
        return ""
    most = max(reasons, key=lambda reason: reasons[reason])
    return {
        "bad-day": tr("a date that is none"),
        "bad-instant": tr("a date that is none"),
        "other-date-form": tr("a date that is none"),
        "not-a-whole-number": tr("a number that is not whole"),
        "field-count": tr("too few or too many cells"),
        "key-missing": tr("no line number"),
    }.get(most, tr("see the file of unread rows"))


def _groups(plan: Plan) -> list[GroupLine]:
    lang, lines = language(), []
    for group in sorted(plan.groups(), key=lambda group: [one.value for one in _ORDER].index(group.verdict)):
        terms = (*group.broken, *group.missing)
        if not terms:
            continue
        unclear = names.joined(lang, [word(lang, "fact", term) for term in group.missing])
        if group.broken:
            second = tr("Not clear either: {facts}", facts=unclear) if group.missing else ""
            lines.append(GroupLine(group.verdict, _beyond(group.broken), second, _uses(group.rows)))
        else:
            lines.append(GroupLine(group.verdict, tr("Not clear: {facts}", facts=unclear), "", _uses(group.rows)))
    return lines[:_MOST_GROUPS]


def _beyond(broken: tuple[str, ...]) -> str:
    """Return what is broken: a whole sentence where the licence did not hold at all, else the terms."""
    lang = language()
    for term, code in (("no-licence", "no-licence-no-user"), *((one, one) for one in _NOT_HOLDING)):
        if term in broken:
            return say(lang, "why", code).rstrip(".")
    return tr("Beyond the licence: {terms}", terms=names.joined(lang, [word(lang, "fact", term) for term in broken]))


def _questions(questions: list[tuple[str, AliasGuess]]) -> list[GroupLine]:
    return [
        GroupLine(
            Verdict.NEEDS_REVIEW.value,
            tr("What does “{word}” mean?", word=shown(one.word)[:60]),
            meaning(target),
            _uses(one.count),
            (target, one.word),
        )
        for target, one in questions[:_MOST_GROUPS]
        if not one.nothing
    ]


def _uses(number: int) -> str:
    return tr_n("{n} use", "{n} uses", n=number)


def _kept(plan: Plan) -> str:
    """Return that no row is lost: rows in = decided + rejected + duplicates (FORMAT section 6)."""
    lang = language()
    said = report_words.kept(
        lang, rows=plan.rows, decided=plan.decided, rejected=plan.rejections, duplicates=plan.duplicates
    )
    return " ".join((said, *report_words.conflicting(lang, plan.conflicting, plan.answered)))
