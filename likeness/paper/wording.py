"""The sentence or word for a code, in the reader's language: the same in the window, on the command line and on paper.

- Texts stand in `resources/wording/LANGUAGE.toml`; whole sentences, filled at braces, never glued from parts.
- French "de" and "que" give way before a vowel of what is filled in: d’Odalric, qu’Odalric.
- `**bold**` and `~~risky~~` in a text become runs; what is filled in can never become a mark, but keeps those it has:
  a phrase is filled in run by run, any other value as the plain text it is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from string import Formatter

from likeness.values.resource import resource

LANGUAGES = ("en", "fr")
_MARKS = re.compile(r"(\*\*|~~)")
_GIVES_WAY = re.compile(r"(?<!\w)([Dd]|[Qq]u)e (?=\{(\w+)\})")
_VOWEL = re.compile(r"[aeiıouàâäéèêëîïôöùûüœæ]|y(?![aeiıouéè])", re.IGNORECASE)  # i without a dot: as İzmir


@dataclass(frozen=True)
class Run:
    """A piece of text; `strong` is bold, `risky` gives something away."""

    text: str
    strong: bool = False
    risky: bool = False


class Phrase(tuple[Run, ...]):
    """Runs in order, each as long as its marks go; as `str` the text alone, to stand wherever a text can."""

    __slots__ = ()

    def __str__(self) -> str:
        return "".join(run.text for run in self)


def known_language(code: str | None) -> str:
    """Return `code` if we speak it, else English."""
    short = (code or "").lower()[:2]
    return short if short in LANGUAGES else "en"


def say(language: str, room: str, code: str, /, **fill: object) -> str:
    """Return the text of a code, filled in, without marks."""
    return "".join(run.text for run in runs(language, room, code, **fill))


def says(language: str, room: str, code: str) -> bool:
    """Tell whether there is a text for a code."""
    return code in _texts(language).get(room, {})


def room(language: str, name: str) -> dict[str, str]:
    """Return all texts of a room, with their marks and braces, for whoever fills them in elsewhere."""
    return dict(_texts(language)[name])


def word(language: str, room: str, code: str) -> str:
    """Return the word for a code, or the code itself where it is none of ours."""
    return _texts(language)[room].get(code, code)


def phrase(language: str, room: str, code: str, /, **fill: object) -> Phrase:
    """Return the text of a code as a phrase, to be filled in elsewhere with its marks."""
    return Phrase(runs(language, room, code, **fill))


def runs(language: str, room: str, code: str, /, **fill: object) -> list[Run]:
    """Return the text of a code as runs."""
    found: list[Run] = []
    strong = risky = False
    text = _texts(language)[room][code]
    for piece in _MARKS.split(elided(text, fill) if known_language(language) == "fr" else text):
        if piece == "**":
            strong = not strong
        elif piece == "~~":
            risky = not risky
        elif piece:
            found += (Run(run.text, strong or run.strong, risky or run.risky) for run in _filled(piece, fill))
    return together(found)


def together(found: list[Run]) -> list[Run]:
    """Return runs with neighbours of the same marks made one."""
    groups = groupby(found, attrgetter("strong", "risky"))
    return [Run(text, *marks) for marks, same in groups if (text := "".join(run.text for run in same))]


def _filled(piece: str, fill: Mapping[str, object]) -> Iterator[Run]:
    for text, blank, _spec, _conversion in Formatter().parse(piece):
        yield Run(text)
        if blank is not None:
            value = fill[blank]
            yield from value if isinstance(value, Phrase) else (Run(str(value)),)


def elided(text: str, fill: Mapping[str, object]) -> str:
    """Return a French text before it is filled in, its "de" and "que" shortened where a vowel will follow."""
    return _GIVES_WAY.sub(lambda one: f"{one[1]}’" if _VOWEL.match(str(fill.get(one[2], ""))) else one[0], text)


@lru_cache(maxsize=4)
def _texts(language: str) -> dict[str, dict[str, str]]:
    path = resource("wording", f"{known_language(language)}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
