"""What the fields for places and languages offer: codes with their names in the language in use, by name. No Qt."""

from __future__ import annotations

from functools import lru_cache

from likeness.paper import names
from likeness.values.territories import COUNTRIES, GROUPS

Pair = tuple[str, str]
# The languages people name most in licences come first in the list; any other is found by typing.
TONGUES = (
    "ar bg bn ca cs cy da de el en en-GB en-US es es-MX et eu fa fi fil fr fr-CA ga gl he hi hr hu id is it ja ko lt"
    " lv ms mt nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh zh-TW zxx"
).split()


@lru_cache(maxsize=4)
def offered_places(lang: str) -> tuple[Pair, ...]:
    """Return groups first, then countries by name."""
    groups = [(code, names.sentence_case(names.place(lang, code))) for code in GROUPS]
    lands = sorted(((code, names.place(lang, code)) for code in COUNTRIES), key=lambda pair: pair[1])
    return (*dict(groups).items(), *lands)


@lru_cache(maxsize=4)
def offered_languages(lang: str) -> tuple[Pair, ...]:
    """Return languages by name."""
    named = ((tag, names.sentence_case(names.tongue(lang, tag))) for tag in TONGUES)
    return tuple(sorted(named, key=lambda pair: pair[1]))
