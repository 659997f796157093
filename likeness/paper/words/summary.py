"""A licence in plain words: the sentences beside the wizard and at the top of the paper; what they may and may not do.

They are a reading of the terms for the signer; the signed terms prevail. To herself the parts of each list stand out,
too; on paper, and on the page for phones beside it, only what the sentences mark themselves.
"""

from __future__ import annotations

from likeness.licence.ruled_out import CONTENT, ruled_out
from likeness.licence.terms import EVERYONE, NOBODY, Terms
from likeness.paper import names
from likeness.paper.wording import Phrase, Run, phrase, runs, say, word
from likeness.paper.words import parts
from likeness.paper.words.facts import facts_of
from likeness.paper.words.parts import Titles
from likeness.values.codes import EVERY
from likeness.values.days import Span

_SPACE = Run(" ")
_OPEN = "…"  # not chosen yet


def summary(language: str, terms: Terms, kinds: Titles, *, to_performer: bool) -> list[Run]:
    """Return the plain words as runs; `kinds` names each likeness; `to_performer` says "you"."""
    who = "you" if to_performer else "named"
    sentences = [
        _first(language, terms, kinds, who),
        _make(language, terms, who),
        runs(language, "summary", "limits", limits=parts.limits(language, terms)) if terms.limits else [],
        _show(language, terms, who),
        _fee(language, terms, who),
        runs(language, "summary", "residuals", residuals=parts.residuals(language, terms)) if terms.residuals else [],
        _approval(language, terms, who),
        _pass_on(language, terms),
        _exclusive(language, terms, who),
        runs(language, "summary", "delete", on=names.day(language, terms.delete_by)) if terms.delete_by else [],
        runs(language, "summary", "death") if terms.after_death else [],
    ]
    found: list[Run] = []
    for sentence in (sentence for sentence in sentences if sentence):
        found += [_SPACE, *sentence] if found else sentence
    return found


def may(language: str, terms: Terms) -> list[str]:
    """Return what they may do, one line each."""
    return [str(line) for line in may_marked(language, terms)]


def may_marked(language: str, terms: Terms) -> list[Phrase]:
    """Return what they may do, one line each, with what stands out of it."""
    lines = []
    for act in terms.acts:
        done = names.sentence_case(word(language, "act", act))
        if act in ("generate", "alter") and terms.modifications:
            changes = facts_of(language, "modification", terms.modifications)
            lines.append(phrase(language, "may", "act-with", act=done, modifications=changes))
        else:
            lines.append(phrase(language, "may", "act", act=done))
    if terms.exploit is not None:
        lines.append(phrase(language, "may", "show", media=facts_of(language, "medium", terms.media)))
    if terms.delete_by is not None:
        lines.append(phrase(language, "may", "keep", on=names.day(language, terms.delete_by)))
    return lines


def may_not(language: str, terms: Terms) -> list[str]:
    """Return what they may not do, the things people fear first."""
    content = parts.words_of(language, "content", terms.forbidden_content)
    codes = dict.fromkeys("content" if code.startswith(CONTENT) else code for code in ruled_out(terms))
    return [say(language, "maynot", code, content=content) for code in codes]


def _first(language: str, terms: Terms, kinds: Titles, who: str) -> list[Run]:
    return runs(
        language,
        "summary",
        f"use-{who}",
        company=terms.licensee.name,
        likenesses=parts.likenesses(language, terms.likenesses, kinds),
        performer=terms.performer.name,
        acts=parts.words_of(language, "act", terms.acts) if terms.acts else _OPEN,
        project=terms.project.title,
    )


def _make(language: str, terms: Terms, who: str) -> list[Run]:
    if not terms.acts:
        return []
    code = "make" if terms.modifications else "make-plain"
    changes = _told(facts_of(language, "modification", terms.modifications), who)
    return _dated(language, code, terms.create, modifications=changes)


def _show(language: str, terms: Terms, who: str) -> list[Run]:
    if terms.exploit is None:
        return runs(language, "summary", "show-nothing")
    return _dated(
        language,
        "show-every" if EVERY in terms.media else "show",
        terms.exploit,
        media=_told(facts_of(language, "medium", terms.media), who) if terms.media else _OPEN,
        places=parts.places(language, terms.territory, article=True) if terms.territory.include else _OPEN,
        languages=parts.tongues(language, terms.languages) if terms.languages else _OPEN,
    )


def _told(part: Phrase, who: str) -> Phrase | str:
    return part if who == "you" else str(part)


def _dated(language: str, code: str, window: Span, **fill: object) -> list[Run]:
    start = names.day(language, window.first)
    if window.last is None:
        return runs(language, "summary", f"{code}-open", start=start, **fill)
    return runs(language, "summary", code, start=start, end=names.day(language, window.last), **fill)


def _fee(language: str, terms: Terms, who: str) -> list[Run]:
    if terms.fee.basis == "none":
        return runs(language, "summary", "fee-none")
    return runs(language, "summary", f"fee-{who}", fee=parts.fee(language, terms))


def _approval(language: str, terms: Terms, who: str) -> list[Run]:
    if terms.approval is None or not terms.approval.needed:
        return []
    if terms.approval.days is None:
        return runs(language, "summary", f"approve-open-{who}")
    return runs(language, "summary", f"approve-{who}", days=names.days(language, terms.approval.days))


def _pass_on(language: str, terms: Terms) -> list[Run]:
    if terms.pass_on == EVERYONE:
        return runs(language, "summary", "pass-anyone")
    if terms.pass_on == NOBODY or isinstance(terms.pass_on, str):
        return []
    return runs(language, "summary", "pass-some", parties=names.joined(language, terms.pass_on))


def _exclusive(language: str, terms: Terms, who: str) -> list[Run]:
    if terms.exclusive is None:
        return []
    purposes = parts.words_of(language, "purpose", terms.exclusive.purposes)
    places = _told(parts.places(language, terms.exclusive.territory, article=True), who)
    return runs(language, "summary", "exclusive", purposes=purposes, places=places)
