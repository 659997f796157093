"""Names of places, languages, acts, media and the rest, in English and French, as codes: what a value may stand for.

Names of places and languages come from CLDR, words for our own codes from resources/wording. The few that companies
write and neither has stand here. Comparison is without accents, letter case and punctuation.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from likeness.feeds.known_headings import plain
from likeness.feeds.targets import NONE, SEPARATOR
from likeness.values import codes
from likeness.values.languages import is_language
from likeness.values.resource import resource
from likeness.values.territories import COUNTRIES, GROUPS, SOMEWHERE, is_place

_LANGUAGES = ("en", "fr")
_JOINS = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bet\b|\|)\s*")
_REGION = re.compile(r"(.+?)\s*\((.+)\)")
_TREES = {
    "act": codes.ACTS, "purpose": codes.PURPOSES, "medium": codes.MEDIA, "modification": codes.MODIFICATIONS,
    "content": codes.CONTENT,
}  # fmt: skip
_COMPANIES_WRITE = {
    "act": {"tx": "show", "broadcast": "show", "diffusion": "show", "exploitation": "show", "aired": "show",
            "creation": "generate", "synthesis": "generate", "synthese": "generate", "adr": "alter",
            "repair": "alter", "retouche": "alter", "training": "train", "entrainement": "train"},
    "purpose": {"trailer": "promo", "bande annonce": "promo", "livre audio": "audiobook", "ad": "advertising"},
    "medium": {"inflight": "in-flight", "in flight": "in-flight", "fast": "avod", "est": "tvod", "cinema": "theatrical",
               "tv": "tv", "internet": "web", "dvd": "physical", "baladodiffusion": "podcast"},
    "territory": {"uk": "GB", "great britain": "GB", "usa": "US", "united states of america": "US", "etats unis": "US",
                  "rest of world": SOMEWHERE, "row": SOMEWHERE, "reste du monde": SOMEWHERE, "worldwide": "WORLD",
                  "monde": "WORLD", "european union": "EU", "union europeenne": "EU", "quebec": "CA-QC",
                  "scotland": "GB-SCT", "ecosse": "GB-SCT", "nordics": "NORDICS", "latin america": "LATAM"},
}  # fmt: skip
_LATIN_AMERICA = ("latin america", "amerique latine")  # a region of languages (UN M.49), and no territory of ours
_NOTHING = frozenset({"n a", "na", "none", "unknown", "inconnu", "tbc", "tbd"})


def code_for(target: str, value: str) -> str | None:
    """Return the code, or the codes joined with `|`, that a value is likely to stand for; None if it reminds of none.

    A value that is a code already is returned as it is.
    """
    if is_code(target, value):
        return value
    if target not in (*_TREES, "territory", "language"):
        return None
    found = _language(value) if target == "language" else _names(target).get(plain(value))
    if found is not None or target == "language":
        return found
    parts = [part for part in _JOINS.split(value) if part]
    if len(parts) < 2:
        return None
    each = [part if is_code(target, part) else _names(target).get(plain(part)) for part in parts]
    return None if None in each else SEPARATOR.join(code for code in each if code)


def says_nothing(value: str) -> bool:
    """Tell whether a value is a way of leaving a cell empty."""
    return plain(value) in _NOTHING or not plain(value)


def is_code(target: str, value: str) -> bool:
    """Tell whether a value, or each member of it, is a code of its target already."""
    members = [part.strip() for part in value.split(SEPARATOR) if part.strip()]
    if value == NONE:
        return True
    if target == "territory":
        return all(one in GROUPS or one == SOMEWHERE or is_place(one) for one in members)
    if target == "language":
        return all(is_language(one) for one in members)
    return target in _TREES and all(one in _TREES[target] for one in members)


def _language(value: str) -> str | None:
    names = _names("language")
    if (code := names.get(plain(value))) is not None:
        return code
    if (parts := _REGION.fullmatch(value)) is None:
        return None
    tongue = names.get(plain(parts[1]))
    region = "419" if plain(parts[2]) in _LATIN_AMERICA else _names("territory").get(plain(parts[2]))
    return f"{tongue}-{region}" if tongue and region else None


@lru_cache(maxsize=8)
def _names(target: str) -> dict[str, str]:
    """Return names in both languages with their codes; what two codes share stands for none."""
    pairs = [(code, name) for language in _LANGUAGES for code, name in _named(target, language)]
    found: dict[str, set[str]] = {}
    for code, name in pairs:
        found.setdefault(plain(name), set()).add(code)
    plainly = {name: min(codes_) for name, codes_ in found.items() if len(codes_) == 1 and name}
    return plainly | _COMPANIES_WRITE.get(target, {})


def _named(target: str, language: str) -> list[tuple[str, str]]:
    if target in ("territory", "language"):
        from babel import Locale  # noqa: PLC0415  a command must start fast

        locale = Locale(language)
        if target == "territory":
            return [(code, str(name)) for code, name in locale.territories.items() if code in COUNTRIES]
        return [(code, str(name)) for code, name in locale.languages.items() if is_language(code) and len(code) == 2]
    tree = _TREES[target]
    words = tomllib.loads(resource("wording", f"{language}.toml").read_text("utf-8"))[target]
    return [(code, code) for code in tree.codes] + [(code, words[code]) for code in tree.codes if code in words]
