"""The whole licence on one page, line by line, in the order people ask, with what stands out of each line. No Qt."""

from __future__ import annotations

from likeness.licence.draft import complete
from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.wording import Phrase, Run, phrase
from likeness.paper.words import parts
from likeness.paper.words.facts import capital, facts, facts_of, set_apart
from likeness.paper.words.summary import may_marked, may_not
from ui.kit.words import tr
from ui.screens.wizard.state import Line
from ui.screens.wizard.state import Run as Marked


def marked(runs: tuple[Run, ...] | list[Run]) -> tuple[Marked, ...]:
    """Return runs as they are drawn: the text, and its mark."""
    return tuple((run.text, "risk" if run.risky else "fact" if run.strong else "") for run in runs)


def review_of(terms: Terms, named: dict[str, str], lang: str) -> tuple[Line, ...]:
    """Return the lines of the review; `named` says of each likeness what it is."""
    if not complete(terms):
        return ()
    rows = {
        "may": _lines(*may_marked(lang, terms)),
        "with": facts(lang, (named.get(one, one) for one in terms.likenesses)),
        "for": phrase(lang, "review", "for", project=terms.project.title,
                      purposes=parts.words_of(lang, "purpose", terms.purposes)),
        "most": parts.limits(lang, terms),
        "shown": _shown(terms, lang),
        "lasts": phrase(lang, "review", "lasts", made=parts.span(lang, terms.create),
                        shown=parts.span(lang, terms.exploit)),
        "get": _pay(terms, lang),
        "alone": _alone(terms, lang),
        "may-not": Phrase((Run("\n".join(may_not(lang, terms))),)),
        "keep": _keep(terms, lang),
        "after": _after(terms, lang),
        "besides": _besides(terms, lang),
    }  # fmt: skip
    told = ((heading, marked(capital(rows[line]))) for line, heading in headings().items())
    return tuple((heading, runs) for heading, runs in told if any(text for text, _mark in runs))


def headings() -> dict[str, str]:
    """Return the headings of the review by line, in the order people ask."""
    return {
        "may": tr("They may"),
        "with": tr("With"),
        "for": tr("For"),
        "most": tr("At most"),
        "shown": tr("Shown"),
        "lasts": tr("Lasts"),
        "get": tr("You get"),
        "alone": tr("Exclusive"),
        "may-not": tr("They may not"),
        "keep": tr("You keep"),
        "after": tr("After"),
        "besides": tr("Signed with it"),
    }


def _lines(*told: Phrase) -> Phrase:
    return set_apart(told, "\n")


def _shown(terms: Terms, lang: str) -> Phrase:
    return phrase(lang, "review", "shown", media=facts_of(lang, "medium", terms.media),
                  places=capital(parts.places(lang, terms.territory)),
                  tongues=names.sentence_case(parts.tongues(lang, terms.languages)))  # fmt: skip


def _pay(terms: Terms, lang: str) -> Phrase:
    fee = parts.fee(lang, terms)
    return phrase(lang, "review", "then", fee=fee, more=parts.residuals(lang, terms)) if terms.residuals else fee


def _alone(terms: Terms, lang: str) -> Phrase:
    if terms.exclusive is None:
        return Phrase()
    return phrase(lang, "review", "alone", purposes=parts.words_of(lang, "purpose", terms.exclusive.purposes),
                  places=parts.places(lang, terms.exclusive.territory))  # fmt: skip


def _besides(terms: Terms, lang: str) -> Phrase:
    """Return what is said of the performer and her advisers."""
    born, advised = terms.performer.born, terms.representation
    lines = []
    if born:
        lines.append(phrase(lang, "review", "born", name=terms.performer.name, day=names.day(lang, born)))
    if advised is not None and advised.name:
        lines.append(phrase(lang, "review", "advised", name=advised.name))
    if terms.union_agreement:
        lines.append(phrase(lang, "review", "union", name=terms.union_agreement))
    return _lines(*lines)


def _keep(terms: Terms, lang: str) -> Phrase:
    lines = []
    if terms.approval is not None and terms.approval.needed and terms.approval.days:
        lines.append(phrase(lang, "review", "approve", days=names.days(lang, terms.approval.days)))
    lines.append(phrase(lang, "review", "notice", days=names.days(lang, terms.notice)) if terms.notice else
                 phrase(lang, "review", "any-time"))  # fmt: skip
    return _lines(*lines)


def _after(terms: Terms, lang: str) -> Phrase:
    if terms.delete_by is None:
        return phrase(lang, "review", "delete-open")
    return phrase(lang, "review", "delete", day=names.day(lang, terms.delete_by))
