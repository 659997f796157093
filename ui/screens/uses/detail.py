"""From one use in the registry to everything the pane shows of it. No Qt; runs on the read lane."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from likeness.acts.dues.said_of_dues import standing
from likeness.acts.letters.letters_written import letters_written
from likeness.acts.rules.read_remarks import remarks_here
from likeness.acts.uses.add_evidence import MISSING
from likeness.acts.uses.log_use import LOGGED
from likeness.acts.uses.read_alone import alone_here
from likeness.acts.uses.settle_flag import amendments_of
from likeness.acts.whose import whose_uses
from likeness.licence.rules.pack import DUTY
from likeness.licence.terms import Terms
from likeness.paper import names, sizes
from likeness.paper.wording import say, word
from likeness.paper.words import reasons, rule_words
from likeness.paper.words.compare import compare
from likeness.paper.words.remedy import remedies
from likeness.paper.words.voice import Voice, voice_for
from likeness.registry.flags import ALLOWED, Evidence
from likeness.registry.letters import LetterRow
from likeness.registry.uses import UseRow
from likeness.scope.judge import Verdict
from ui.kit.figures import day_text
from ui.kit.lists.use_words import projects_of, title_of, who_of
from ui.kit.words import tr
from ui.screens.uses.state import Detail, EvidenceLine, Remark, StepLine

_SHORT = 16  # digits of a fingerprint, in fours


def detail_of(office: Any, row: UseRow, lang: str, doubts: Mapping[int, str]) -> Detail:
    """Return the use as the pane shows it; `doubts` are the files that a check found changed or missing."""
    registry, use, found = office.registry, row.use, row.newest
    signed = _terms(office, found.licences)
    titles = {**projects_of(office, (row,)), **_names(registry, row, signed.values())}
    project, company = who_of(row, titles, signed.get)
    number = found.licences[0] if found.licences and found.licences[0] in signed else ""
    known = {**titles, use.project or "": project, use.user or "": company}
    remarks = remarks_here(registry, use, found, signed, office.clock.now())
    oblige = [rule.id for rule in remarks if rule.level == DUTY]
    voice = voice_for(registry.owner.get().role)
    seen = "" if use.at is None else tr("on {day}", day=names.moment(lang, use.at, _zone(signed, number)))
    return Detail(
        id=use.id,
        verdict=found.verdict.value,
        title=title_of(use, lang),
        about=" · ".join(part for part in (whose_uses(registry, [row]).get(row.row), project, company, seen) if part),
        banner=reasons.banner(lang, found, company or tr("this company"), voice=voice),
        licence=number,
        rows=tuple(compare(lang, use, found, number, signed[number], known)) if number else (),
        why=tuple(reasons.why(lang, use, found, signed, known, voice=voice)),
        remedies=tuple(
            remedies(
                lang, use, found, signed, known, lambda one: alone_here(registry, one, signed[one], use), voice=voice
            )
        ),
        duties=tuple(reasons.duties(lang, found, signed, oblige, voice=voice)),
        history=tuple(_history(row, lang)),
        hers=voice is Voice.PERFORMER,
        remarks=tuple(_remark(rule, lang) for rule in remarks if rule.level != DUTY),
        **_flag(office, row, lang, doubts),
    )


def _flag(office: Any, row: UseRow, lang: str, doubts: Mapping[int, str]) -> dict[str, Any]:
    """Return what became of the use, what shows it, and what can be done about it."""
    flags, steps = office.registry.flags, office.registry.flags.steps(row.row)
    flagged = bool(steps) or row.newest.verdict is not Verdict.IN_SCOPE
    now = standing(office.desk, row)
    offered = amendments_of(office.desk, row) if now.state == ALLOWED else ()
    return {
        "flag": now.code if flagged else "",
        "steps": tuple(StepLine(one.code, day_text(one.at.date(), lang), one.note or "") for one in steps),
        "amendments": tuple(number for number, _ in offered),
        "keeps_evidence": row.row >= 0,
        "evidence": tuple(_evidence(one, doubts.get(one.id, ""), lang) for one in flags.evidence(row.row)),
        "by_hand": row.findings[0].cause == LOGGED,
        "letters": tuple(_letter(one, lang) for one in letters_written(office.desk, row.use.id) if not one.taken_back),
    }


def _letter(one: LetterRow, lang: str) -> str:
    """Return a letter in one line: what it is, its number, to whom, when, and the file."""
    kind, day = word(lang, "letter-kind", one.kind), day_text(one.on, lang)
    said = (" ".join(part for part in (kind, one.number) if part), one.company, day, Path(one.file).name)
    return " · ".join(said)


def _evidence(one: Evidence, doubt: str, lang: str) -> EvidenceLine:
    size, day = sizes.size(lang, one.size), day_text(one.added_at.date(), lang)
    digits = one.sha256.hex()[:_SHORT]
    short = " ".join(digits[place : place + 4] for place in range(0, _SHORT, 4))
    spoken = tr("{name}, {size}, added on {day}. Only its fingerprint is kept: {print}.", name=one.name, size=size,
                day=day, print=short)  # fmt: skip
    if doubt:
        spoken += " " + doubt_words(one.name, doubt)
    return EvidenceLine(one.id, one.name, f"{size} · {day}", short, spoken, doubt)


def doubt_words(name: str, doubt: str) -> str:
    """Return what a check of the files found."""
    if doubt == MISSING:
        return tr("{name} is not where it was.", name=name)
    return tr("{name} has changed since it was added.", name=name)


def _remark(rule: Any, lang: str) -> Remark:
    return Remark(rule_words.in_language(lang, rule.text), rule_words.source(lang, rule))


def _terms(office: Any, numbers: Iterable[str]) -> dict[str, Terms]:
    now = office.clock.now()
    rows = (office.registry.licences.get(number, now) for number in numbers)
    return {row.number: row.terms for row in rows if row is not None}


def _names(registry: Any, row: UseRow, terms: Iterable[Terms]) -> dict[str, str]:
    """Return the names that this use and its licences need, and no others: there may be very many."""
    likenesses = {*row.use.likeness, *(one for signed in terms for one in signed.likenesses)}
    titles = {one.id: one.title for one in registry.doubles.recorded(likenesses)}
    user = row.use.user
    name = registry.people.name(user) if user else None
    return {**titles, user: name} if user and name else titles


def _zone(signed: Mapping[str, Terms], number: str) -> str:
    return signed[number].zone if number else "UTC"


def _history(row: UseRow, lang: str) -> list[str]:
    return [
        tr(
            "{day}: {verdict}",
            day=names.day(lang, one.recorded_at.date()),
            verdict=say(lang, "verdict", one.finding.verdict.value),
        )
        for one in row.findings[:-1]
    ]
