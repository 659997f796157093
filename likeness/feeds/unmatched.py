"""Values of a report that no code and no known id matches: one answer settles all rows that say the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from likeness.feeds.guess import AliasGuess, alias_guess
from likeness.feeds.known_names import Known
from likeness.feeds.mapping import alike
from likeness.feeds.targets import SEPARATOR, WORDS

if TYPE_CHECKING:
    import polars as pl


def unmatched_in(facts: pl.DataFrame) -> dict[str, Counter[str]]:
    """Return how often each text stands in the columns of words, for the facts of one batch."""
    found = {}
    for target in WORDS:
        counted = facts[target].drop_nulls().value_counts()
        found[target] = Counter(dict(counted.iter_rows()))
    return found


def questions_of(texts: dict[str, Counter[str]], known: Known) -> list[tuple[str, AliasGuess]]:
    """Return (target, what it may stand for) of every value that nothing matches, the most frequent first.

    Members of a list are asked one by one, and spellings that one alias covers together. `code` is a guess, never an
    answer.
    """
    asked: list[tuple[str, AliasGuess]] = []
    for target, counted in texts.items():
        words: Counter[str] = Counter()
        spelled: dict[str, str] = {}
        for text, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
            for member in filter(None, text.split(SEPARATOR)):
                words[spelled.setdefault(alike(member), member)] += count
        guesses = (alias_guess(target, word, count, known) for word, count in words.items())
        asked += [(target, one) for one in guesses if one is not None]
    return sorted(asked, key=lambda pair: (-pair[1].count, pair[0], pair[1].word))
