"""A planned use: what may be asked about a licence, and from the answers to a use. Nothing is assumed. No Qt.

What is left open in the form is a missing fact of the use, and the verdict says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from likeness.licence.codec_v1 import Licence
from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.sheets.check_sheet import Part
from likeness.paper.wording import say, word
from likeness.paper.words import parts, reasons
from likeness.paper.words.remedy import remedies
from likeness.paper.words.voice import Voice
from likeness.scope.use import Use
from likeness.values.codes import ACTS, EVERY, MEDIA, MODIFICATIONS, PURPOSES, SHOW
from likeness.verifier.report import Report
from ui.kit.words import tr
from ui.screens.verify.state import Form, Pairs, Planned

NONE = "none"  # stated: no change, or nothing of what the licence rules out


@dataclass(frozen=True)
class Asked:
    """The answers of the form; empty is "not decided yet". `counts` are the amounts, by unit."""

    likeness: str = ""
    act: str = ""
    change: str = ""
    purpose: str = ""
    medium: str = ""
    place: str = ""
    tongue: str = ""
    content: str = ""
    on: date | None = None
    made_on: date | None = None
    age: int | None = None
    counts: tuple[tuple[str, int], ...] = ()
    same_project: bool = True


def form_of(licence: Licence, lang: str) -> Form:
    """Return what may be asked about a licence; what it grants stands first in each list."""
    terms = licence.terms
    return Form(
        likenesses=tuple(
            (double.id, f"{names.sentence_case(word(lang, 'kind', double.kind))} ({double.id})")
            for double in licence.doubles
        ),
        acts=_ordered(lang, "act", (*terms.acts, *((SHOW,) if terms.exploit else ())), ACTS.codes),
        changes=_ordered(lang, "modification", terms.modifications, MODIFICATIONS.codes),
        purposes=_ordered(lang, "purpose", terms.purposes, PURPOSES.codes),
        media=_ordered(lang, "medium", terms.media, MEDIA.codes),
        contents=_ordered(lang, "content", terms.forbidden_content, ()),
        units=tuple(
            (unit, names.sentence_case(word(lang, "units", unit)))
            for unit in dict.fromkeys([limit.unit for limit in terms.limits] + _length(terms))
        ),
        ages=terms.age is not None,
        project=terms.project.title,
    )


def _length(terms: Terms) -> list[str]:
    return ["second"] if terms.longest_seconds is not None else []


def _ordered(lang: str, room: str, first: Iterable[str], every: Iterable[str]) -> Pairs:
    known = set(every)
    granted = [code for code in first if code in known or not known]
    codes = dict.fromkeys([*granted, *every])
    return tuple((code, names.sentence_case(word(lang, room, code))) for code in codes)


def use_of(asked: Asked, terms: Terms) -> Use:
    """Return the use that is asked about."""
    show = asked.act == SHOW
    return Use(
        id="planned",
        user=terms.licensee.id,
        likeness=(asked.likeness,) if asked.likeness else (),
        project=terms.project.id if asked.same_project else "another-project",
        act=asked.act or None,
        purpose=asked.purpose or None,
        medium=(asked.medium,) if asked.medium else (),
        territory=(asked.place,) if asked.place else (),
        language=(asked.tongue,) if asked.tongue else (),
        modification=_stated(asked.change),
        age=asked.age,
        content=_stated(asked.content),
        at=asked.on,
        made_at=asked.made_on if show else None,
        quantity=dict(asked.counts),
    )


def _stated(code: str) -> tuple[str, ...] | None:
    return None if not code else () if code == NONE else (code,)


def planned_of(report: Report, use: Use, lang: str, voice: Voice = Voice.READER) -> Planned | None:
    """Return the verdict on a planned use in words."""
    found = report.planned
    if found is None or report.licence is None:
        return None
    terms = report.licence.terms
    signed = {report.licence.number: terms}
    titles = {terms.project.id: terms.project.title, terms.licensee.id: terms.licensee.name,
              "another-project": tr("another project")}  # fmt: skip
    wrong = replace(found, missing=())  # what is open is told in a line of its own, as a list of what to decide
    why = reasons.why(lang, use, wrong, signed, titles, voice=voice) if wrong.broken else []
    ways = remedies(lang, _decided(use, terms), wrong, signed, titles, voice=voice) if wrong.broken else []
    return Planned(
        verdict=found.verdict.value,
        title=word(lang, "planned", found.verdict.value),
        why=tuple(why) or (reasons.banner(lang, found, terms.licensee.name, voice=voice),),
        open=tuple(dict.fromkeys(asked for term in found.missing for asked in _questions(term, terms, lang))),
        remedies=tuple(ways),
        duties=tuple(reasons.duties(lang, found, signed, voice=voice)),
    )


def _questions(term: str, terms: Terms, lang: str) -> list[str]:
    """Return the labels of the fields that leave a term open: a limit has one field for each of its units."""
    units = [limit.unit for limit in terms.limits] if term == "limit" else _length(terms) if term == "length" else []
    return [names.sentence_case(word(lang, "units", unit)) for unit in units] or [_question(term, lang)]


def _question(term: str, lang: str) -> str:
    """Return the question of the form that leaves a term open; a term without one has its name."""
    made = tr("When was it made?")
    return {
        "likeness": tr("Which likeness?"),
        "act": tr("What will you do?"),
        "modification": tr("What will change?"),
        "purpose": tr("For what?"),
        "medium": tr("Shown on what?"),
        "territory": tr("Where?"),
        "language": tr("Which language?"),
        "date": tr("When?"),
        "content": tr("Will it have any of this in it?"),
        "age": tr("How old will they look?"),
        "withdrawn": made,
        "after-death": made,
    }.get(term, names.sentence_case(word(lang, "term", term)))


def _decided(use: Use, terms: Terms) -> Use:
    """Fill in what is open as the licence allows it, so that a remedy speaks of what is wrong alone."""
    return replace(
        use,
        purpose=use.purpose or _first(terms.purposes, PURPOSES.codes),
        medium=use.medium or (_first(terms.media, MEDIA.codes),),
        territory=use.territory or terms.territory.include[:1],
        language=use.language or (_first(terms.languages, ("en",)),),
        modification=terms.modifications[:1] if use.modification is None else use.modification,
        content=() if use.content is None else use.content,
        age=terms.age[0] if use.age is None and terms.age else use.age,
        quantity={limit.unit: 1 for limit in terms.limits} | use.quantity,
    )


def _first(granted: tuple[str, ...], every: tuple[str, ...]) -> str:
    return next((code for code in granted if code != EVERY), every[0])


def parts_of(planned: Planned, use: Use, terms: Terms, lang: str) -> tuple[Part, ...]:
    """Return the planned use for the record of a check: what was asked, the verdict, what would make it fine."""
    labels = ("act", "modification", "purpose", "medium", "territory", "language", "date", "limit")
    stated = ((term, parts.asked(lang, term, use, {}, terms.zone)) for term in labels)
    rows = tuple((word(lang, "term", term), names.sentence_case(text)) for term, text in stated if text)
    found = [Part(say(lang, "check-paper", "planned", verdict=planned.title), planned.why, rows)]
    for code, lines in (("open", planned.open), ("remedies", planned.remedies), ("duties", planned.duties)):
        if lines:
            found.append(Part(say(lang, "check-paper", code), lines))
    return tuple(found)
