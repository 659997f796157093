"""From terms to the words of the wizard: what is open, plain words, warnings. No Qt."""

from __future__ import annotations

from likeness.licence.draft import complete, open_on
from likeness.licence.rules.caveats import Caveat
from likeness.licence.rules.pack import OWN, SERIOUS
from likeness.licence.terms import Terms
from likeness.paper.wording import Phrase, phrase, say
from likeness.paper.words import parts, rule_words
from likeness.paper.words.facts import fact, facts, set_apart
from likeness.paper.words.summary import summary
from ui.kit.words import tr
from ui.screens.wizard.review_words import marked
from ui.screens.wizard.state import Run, Warn


def problems_of(terms: Terms, step: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return what is still open on a step, as (field, sentence)."""
    return tuple((one.field, say(lang, "open", one.code)) for one in open_on(terms, step))


def plain_words(terms: Terms, named: dict[str, str], lang: str, before: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the plain words; facts that were not there a moment ago are marked as new."""
    whole = complete(terms)
    runs = marked(summary(lang, terms, named, to_performer=True) if whole else _so_far(terms, named, lang))
    known = {text for text, _mark in before}
    return tuple((text, "new" if before and mark == "fact" and text not in known else mark) for text, mark in runs)


def _so_far(terms: Terms, named: dict[str, str], lang: str) -> Phrase:
    """Return what can be said before everything needed is filled in."""
    who, title = terms.licensee.name.strip() or tr("The company"), terms.project.title.strip()
    what = facts(lang, (named.get(one, one) for one in terms.likenesses)) if terms.likenesses else tr("likeness")
    told = [phrase(lang, "review", "may-use", company=who, what=what, project=fact(title) if title else tr("a work"))]
    if terms.territory.include:
        told.append(phrase(lang, "review", "where", places=parts.places(lang, terms.territory)))
    told.append(phrase(lang, "review", "dates", span=parts.span(lang, terms.create)))
    return set_apart(told, " ")


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
