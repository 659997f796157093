"""What stands out of a sentence: sums, days, names, places, counts; marked where it is filled in, never afterwards.

A text says itself what of it is a fact (`**{sum}** once`); the parts of a list are facts one by one, its "and" is not.
"""

from __future__ import annotations

from collections.abc import Iterable

from likeness.paper.wording import Phrase, Run, phrase, together, word


def fact(text: str) -> Phrase:
    """Return a text that stands out."""
    return Phrase((Run(text, strong=True),))


def listed(language: str, items: Iterable[Phrase]) -> Phrase:
    """Return phrases as people say a list, as `likeness.paper.names.joined` does with texts."""
    found = list(items)
    if len(found) < 2:
        return found[0] if found else Phrase((Run(word(language, "cell", "none")),))
    return phrase(language, "cell", "and", first=set_apart(found[:-1], ", "), last=found[-1])


def facts(language: str, texts: Iterable[str]) -> Phrase:
    """Return a list of texts, each of which stands out."""
    return listed(language, map(fact, texts))


def facts_of(language: str, room: str, codes: Iterable[str]) -> Phrase:
    """Return several codes of one dimension in words, each of which stands out."""
    return facts(language, (word(language, room, code) for code in codes))


def set_apart(phrases: Iterable[Phrase], between: str) -> Phrase:
    """Return phrases with the same plain text between them: a comma, a new line."""
    found = [run for one in phrases for run in (Run(between), *one)]
    return Phrase(together(found[1:]))


def capital(told: Phrase) -> Phrase:
    """Return a phrase with a capital at its beginning."""
    return Phrase(Run(run.text[:1].upper() + run.text[1:], run.strong, run.risky) if not at else run
                  for at, run in enumerate(told))  # fmt: skip
