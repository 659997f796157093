"""What the fields for places and languages offer and take: codes with their names in the language in use. No Qt.

A text names an entry by its whole name, without regard to capitals, accents and signs, or by its code. Nothing is
guessed: the beginning of a name is none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from likeness.paper import names
from likeness.values.languages import is_language
from likeness.values.territories import COUNTRIES, GROUPS, is_territory
from ui.kit.fields.matching import folded, words_in
from ui.kit.words import tr

Pair = tuple[str, str]
# The languages people name most in licences: the whole of a short list, and the beginning of the long one.
TONGUES = (
    "ar bg bn ca cs cy da de el en en-GB en-US es es-MX et eu fa fi fil fr fr-CA ga gl he hi hr hu id is it ja ko lt"
    " lv ms mt nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh zh-TW zxx"
).split()


@dataclass(frozen=True)
class Offer:
    """What a field offers by name; what else it takes (`more`: a text to a code, or nothing) and how that is named."""

    pairs: tuple[Pair, ...]
    more: Callable[[str], str] = lambda _text: ""
    named: Callable[[str], str] = str
    unknown: str = ""  # how to find what is not there

    def read(self, text: str) -> str:
        """Return the code that a text names, empty if none or more than one."""
        wanted, typed = words_in(text), text.strip().casefold()
        by_code = [code for code, _name in self.pairs if code.casefold() == typed]
        found = by_code or [code for code, name in self.pairs if wanted and words_in(name) == wanted]
        return found[0] if len(found) == 1 else self.more(text.strip())

    def problem(self, text: str) -> str:
        """Return why a text is not taken."""
        return tr("“{text}” is not on the list. {more}", text=text, more=self.unknown or tr("Choose one that is."))


@lru_cache(maxsize=4)
def offered_places(lang: str) -> tuple[Pair, ...]:
    """Return groups first, then countries by name."""
    groups = [(code, names.sentence_case(names.place(lang, code))) for code in GROUPS]
    lands = sorted(((code, names.place(lang, code)) for code in COUNTRIES), key=lambda pair: pair[1])
    return (*dict(groups).items(), *lands)


@lru_cache(maxsize=4)
def offered_languages(lang: str) -> tuple[Pair, ...]:
    """Return the languages that are named most, by name."""
    return _by_name(lang, TONGUES)


def places(lang: str) -> Offer:
    """Return every place and group, by name or code; a part of a country by its code."""

    def part(text: str) -> str:
        code = text.upper()
        return code if is_territory(code) else ""

    how = tr("Choose a place, or write the code of a part of one, such as US-CA.")
    return Offer(offered_places(lang), part, lambda code: names.place(lang, code), how)


def languages(lang: str) -> Offer:
    """Return every language that has a name, by name or tag; any other by its tag."""
    pairs = _every_language(lang)

    def tagged(text: str) -> str:
        tag = names.usual_tag(text)
        if not is_language(tag):
            return ""
        named = any(code == tag.split("-")[0] for code, _name in pairs)
        begun = any(folded(name).startswith(folded(text)) for _code, name in pairs)  # `jap` is on its way to Japanese
        return tag if named or not begun else ""

    how = tr("Choose a language, or write its tag, such as pt-BR.")
    return Offer(pairs, tagged, lambda tag: names.sentence_case(names.tongue(lang, tag)), how)


@lru_cache(maxsize=4)
def _every_language(lang: str) -> tuple[Pair, ...]:
    rare = [tag for tag in names.tongues(lang) if tag not in TONGUES]
    return (*offered_languages(lang), *_by_name(lang, rare))


def _by_name(lang: str, tags: list[str]) -> tuple[Pair, ...]:
    named = ((tag, names.sentence_case(names.tongue(lang, tag))) for tag in tags)
    return tuple(sorted(named, key=lambda pair: pair[1]))
