"""From terms to the words of the wizard: plain words, warnings, the review. No Qt."""

from __future__ import annotations

from likeness.licence.draft import complete, open_on
from likeness.licence.rules.caveats import Caveat
from likeness.licence.rules.pack import OWN, SERIOUS
from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.wording import say
from likeness.paper.words import parts, rule_words
from likeness.paper.words.summary import may, may_not, summary
from ui.kit.words import tr
from ui.screens.wizard.state import Run, Warn


def problems_of(terms: Terms, step: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return what is still open on a step, as (field, sentence)."""
    return tuple((one.field, say(lang, "open", one.code)) for one in open_on(terms, step))


def plain_words(terms: Terms, named: dict[str, str], lang: str, before: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the plain words; runs that were not there a moment ago are marked as new."""
    if not complete(terms):
        return _so_far(terms, named, lang)
    runs = [(run.text, "risk" if run.risky else "fact" if run.strong else "")
            for run in summary(lang, terms, named, to_performer=True)]  # fmt: skip
    known = {text for text, _mark in before}
    return tuple((text, "new" if before and mark == "fact" and text not in known else mark) for text, mark in runs)


def _so_far(terms: Terms, named: dict[str, str], lang: str) -> tuple[Run, ...]:
    """Return what can be said before everything needed is filled in."""
    who = terms.licensee.name.strip() or tr("The company")
    what = names.joined(lang, (named.get(one, one) for one in terms.likenesses)) if terms.likenesses else "…"
    title = terms.project.title.strip() or "…"
    runs: list[Run] = [(tr("{company} may use your {what} for {project}.", company=who, what=what, project=title), "")]
    if terms.territory.include:
        runs.append((" " + tr("Where: {places}.", places=parts.places(lang, terms.territory)), ""))
    runs.append((" " + tr("Dates: {span}.", span=parts.span(lang, terms.create)), ""))
    return tuple(runs)


# A warning waits for the step that can heal it; one that is not here shows at once.
_FROM_STEP = {
    "vague": 3, "any-purpose": 3, "any-change": 3, "no-end": 3, "all-media-no-end": 3, "all-media": 3, "world": 3,
    "no-count": 4, "no-approval": 3, "no-fee": 4, "no-residual": 5, "nothing-shown": 5, "no-deletion": 5,
    "shown-before-made": 5, "made-after-shown": 5, "deleted-while-made": 5,
}  # fmt: skip


def warnings_of(caveats: list[Caveat], reached: int, lang: str) -> tuple[Warn, ...]:
    """Return the warnings in words, the gravest first."""
    return tuple(
        Warn(
            one.rule,
            one.level == SERIOUS,
            rule_words.title(lang, one.told),
            _told(one, lang),
            rule_words.fix(lang, one.told) or "",
        )
        for one in caveats
        if reached >= _FROM_STEP.get(one.rule, 0)
    )


def _told(one: Caveat, lang: str) -> str:
    """Return what a warning says; one that is not our own advice says where it comes from."""
    text = rule_words.text(lang, one)
    return text if one.told.trust == OWN else tr("{text} Source: {source}.", text=text,
                                                 source=rule_words.source(lang, one.told))  # fmt: skip


def review_of(terms: Terms, named: dict[str, str], lang: str) -> tuple[tuple[str, str], ...]:
    """Return the whole licence on one page, in the order people ask."""
    if not complete(terms):
        return ()
    what = names.joined(lang, (named.get(one, one) for one in terms.likenesses))
    purposes = parts.words_of(lang, "purpose", terms.purposes)
    lasts = parts.span(lang, terms.create)
    shown = tr("{media}. {places}. {tongues}.", media=parts.words_of(lang, "medium", terms.media),
               places=names.sentence_case(parts.places(lang, terms.territory)),
               tongues=names.sentence_case(parts.tongues(lang, terms.languages)))  # fmt: skip
    rows = {
        "may": "\n".join(may(lang, terms)),
        "with": what,
        "for": tr("{project}: {purposes}", project=terms.project.title, purposes=purposes),
        "most": parts.limits(lang, terms),
        "shown": shown,
        "lasts": tr("Made {made}. Shown {shown}.", made=lasts, shown=parts.span(lang, terms.exploit)),
        "get": _pay(terms, lang),
        "alone": _alone(terms, lang),
        "may-not": "\n".join(may_not(lang, terms)),
        "keep": _keep(terms, lang),
        "after": _after(terms, lang),
        "besides": _besides(terms, lang),
    }
    return tuple((heading, names.sentence_case(rows[line])) for line, heading in headings().items() if rows[line])


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


def _pay(terms: Terms, lang: str) -> str:
    fee = parts.fee(lang, terms)
    return tr("{fee}, then {more}", fee=fee, more=parts.residuals(lang, terms)) if terms.residuals else fee


def _alone(terms: Terms, lang: str) -> str:
    if terms.exclusive is None:
        return ""
    return tr("The same is granted to nobody else: {purposes}; {places}",
              purposes=parts.words_of(lang, "purpose", terms.exclusive.purposes),
              places=parts.places(lang, terms.exclusive.territory))  # fmt: skip


def _besides(terms: Terms, lang: str) -> str:
    """Return what is said of the performer and her advisers."""
    born, advised = terms.performer.born, terms.representation
    lines = [tr("{name} was born on {day}", name=terms.performer.name, day=names.day(lang, born))] if born else []
    if advised is not None and advised.name:
        lines.append(tr("Advised by {name}", name=advised.name))
    if terms.union_agreement:
        lines.append(tr("Union agreement: {name}", name=terms.union_agreement))
    return "\n".join(lines)


def _keep(terms: Terms, lang: str) -> str:
    approve = terms.approval is not None and terms.approval.needed
    lines = []
    if approve and terms.approval is not None and terms.approval.days:
        lines.append(tr("The right to approve each result within {days}", days=names.days(lang, terms.approval.days)))
    notice = terms.notice_days
    lines.append(tr("The right to withdraw, with notice of {days}", days=names.days(lang, notice)) if notice else
                 tr("The right to withdraw at any time"))  # fmt: skip
    return "\n".join(lines)


def _after(terms: Terms, lang: str) -> str:
    if terms.delete_by is None:
        return tr("Nothing says when they delete their copies")
    return tr("They delete every copy by {day}", day=names.day(lang, terms.delete_by))
