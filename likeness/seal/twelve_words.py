"""Twelve words that stand for 16 bytes, as BIP-39 writes them, in English or French; and reading what a hand typed.

- 128 bits of chance and 4 of SHA-256 make twelve numbers of 11 bits, each a place in a list of 2,048 words. A list
  never changes; four letters tell its words apart. The lists and their arithmetic come from the library `mnemonic`.
- Read are: accents or none (NFKD, as BIP-39 says), capitals, numbers and marks between the words, and of a word its
  first four letters or more. What is wrong is told by the place of the word, never by the word that was typed.
- The words are a secret: they are in no error, no log, no list of arguments.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from mnemonic import Mnemonic

from likeness.errors import Unreadable
from likeness.values.chance import Chance

COUNT, SECRET_BYTES = 12, 16
LANGUAGES = {"en": "english", "fr": "french"}
_LONGEST, _LEAST_LETTERS, _MOST_OFFERED = 1_000, 4, 3
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Words:
    """What twelve words say: 16 bytes, the same in each language."""

    secret: bytes = field(repr=False)

    def written(self, language: str) -> tuple[str, ...]:
        """Return the twelve words in a language, with their accents (NFC)."""
        text = _book(language).to_mnemonic(self.secret)
        return tuple(unicodedata.normalize("NFC", text).split(" "))


def draw_words(chance: Chance) -> Words:
    """Return new words."""
    return Words(chance.bytes(SECRET_BYTES))


def read_words(text: str) -> Words:
    """Return what was typed or pasted; the list is the one that knows most of the words.

    Raises Unreadable: `words-empty`, `words-count`, `words-unknown`, `words-mixed`, `words-order`, `text-too-long`.
    """
    if len(text) > _LONGEST:
        raise Unreadable("text-too-long", most=_LONGEST, length=len(text))
    typed = _LETTERS.findall(_plain(text))
    if len(typed) != COUNT:
        raise Unreadable("words-count", found=len(typed)) if typed else Unreadable("words-empty")
    readings = {language: [_place(word, language) for word in typed] for language in LANGUAGES}
    # Words that stand in both lists or begin alike there: whole words count before beginnings.
    best = sorted(LANGUAGES, key=lambda language: _known(typed, readings[language], language), reverse=True)
    for language in best:
        if words := _checked(readings[language], language):
            return words
    raise _wrong(typed, readings, best[0])


def same_word(typed: str, word: str) -> bool:
    """Tell whether `typed` is this word of a list, accents and capitals apart: asked for one word of a sheet."""
    return _plain(typed).strip() == _plain(word)


@lru_cache(maxsize=2)
def _book(language: str) -> Mnemonic:
    return Mnemonic(LANGUAGES[language])


@lru_cache(maxsize=2)
def _plain_list(language: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in _book(language).wordlist)


def _plain(text: str) -> str:
    """Return letters without accents, small; the lists have no word in which that loses anything."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _place(word: str, language: str) -> int | None:
    """Return where a word stands in a list; None where it is none of its words and begins none, or several."""
    listed = _plain_list(language)
    if word in listed:
        return listed.index(word)
    begun = [place for place, whole in enumerate(listed) if whole.startswith(word)]
    return begun[0] if len(word) >= _LEAST_LETTERS and len(begun) == 1 else None


def _known(typed: list[str], places: list[int | None], language: str) -> tuple[int, int]:
    listed = _plain_list(language)
    return sum(place is not None for place in places), sum(word in listed for word in typed)


def _checked(places: list[int | None], language: str) -> Words | None:
    listed = _book(language).wordlist
    found = [listed[place] for place in places if place is not None]
    if len(found) < COUNT or not _book(language).check(" ".join(found)):
        return None
    return Words(bytes(_book(language).to_entropy(found)))


def _wrong(typed: list[str], readings: dict[str, list[int | None]], language: str) -> Unreadable:
    if None not in readings[language]:
        return Unreadable("words-order")
    others = [readings[other] for other in LANGUAGES if other != language]
    missing = [place for place, found in enumerate(readings[language]) if found is None]
    if all(any(other[place] is not None for other in others) for place in missing):
        return Unreadable("words-mixed", value=missing[0] + 1)
    strange = next(place for place in missing if all(other[place] is None for other in others))
    near = get_close_matches(typed[strange], _plain_list(language), _MOST_OFFERED)
    book = _book(language).wordlist
    offered = [unicodedata.normalize("NFC", book[_plain_list(language).index(word)]) for word in near]
    return Unreadable("words-unknown", value=strange + 1, suggestion=", ".join(offered) or None)
