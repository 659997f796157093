"""The sentence or word for a code, in the reader's language: the same in the window, on the command line and on paper.

- Texts stand in `resources/wording/LANGUAGE.toml`; whole sentences, filled at braces, never glued from parts.
- French "de" and "que" give way before a vowel of what is filled in: d’Odalric, qu’Odalric.
- `**bold**` and `~~risky~~` in a text become runs; what is filled in can never become a mark.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

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
            found.append(Run(piece.format(**fill), strong, risky))
    return found


def elided(text: str, fill: Mapping[str, object]) -> str:
    """Return a French text before it is filled in, its "de" and "que" shortened where a vowel will follow."""
    return _GIVES_WAY.sub(lambda one: f"{one[1]}’" if _VOWEL.match(str(fill.get(one[2], ""))) else one[0], text)


@lru_cache(maxsize=4)
def _texts(language: str) -> dict[str, dict[str, str]]:
    path = resource("wording", f"{known_language(language)}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
