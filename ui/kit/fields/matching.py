"""Words that are typed beside words that are there, as the search of the registry compares them. No Qt.

- Every typed word must begin a word of the text; capitals and accents do not count, signs only part words.
- `spans` says where, in letters of the text as it stands, so that matches can be marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
Span = tuple[int, int]  # where it begins, and where it ends


def folded(text: str) -> str:
    """Return the text without capitals and accents; as many letters as it takes."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded."""
    return tuple(WORD.findall(folded(text)))


def holds(text: str, typed: tuple[str, ...]) -> bool:
    """Tell whether every typed word (of `words_in`) begins a word of the text."""
    there = words_in(text)
    return all(any(word.startswith(one) for word in there) for one in typed)


class Folded:
    """Many texts, folded once and looked through again and again."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._lines = [" " + " ".join(words_in(text)) for text in texts]

    def find(self, typed: tuple[str, ...], most: int) -> list[int]:
        """Return the places of the first texts that hold every typed word, at most `most`."""
        if not typed:
            return []
        rarest, *others = sorted((f" {word}" for word in typed), key=len, reverse=True)
        lines = enumerate(self._lines)
        found = (at for at, line in lines if rarest in line and all(word in line for word in others))
        return list(islice(found, most))


def spans(text: str, typed: tuple[str, ...]) -> tuple[Span, ...]:
    """Return where typed words begin words of the text, in order; of two that begin the same word the longer counts."""
    found = []
    for word in WORD.finditer(text):
        longest = max((one for one in typed if folded(word.group()).startswith(one)), key=len, default="")
        if longest:
            found.append((word.start(), word.start() + _letters(word.group(), len(longest))))
    return tuple(found)


def _letters(word: str, wanted: int) -> int:
    """Return how many letters of a word make that many folded ones: one may fold into two, or an accent into none."""
    ends = (count for count in range(1, len(word)) if len(folded(word[:count])) >= wanted)
    return next((count for count in ends if not unicodedata.combining(word[count])), len(word))


def nearest(typed: str, known: tuple[str, ...]) -> str:
    """Return the words with each one that nothing begins with put right, or an empty string where none is near."""
    by_fold = {folded(word): word for text in known for word in WORD.findall(text)}
    put: list[str] = []
    for word in WORD.findall(typed):
        if any(one.startswith(folded(word)) for one in by_fold):
            put.append(word)
        elif near := get_close_matches(folded(word), by_fold, 1, 0.7):
            put.append(by_fold[near[0]])
        else:
            return ""
    said = " ".join(put)
    return "" if folded(said) == folded(" ".join(WORD.findall(typed))) else said
