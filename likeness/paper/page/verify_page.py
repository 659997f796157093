"""The page for phones: one HTML file that checks a licence in any browser, asks nobody and sends nothing.

1. It is put together from the small files of resources/page; words, tables of codes and names come from where the
   window and the paper have them, so nothing is written twice.
2. It knows the keys of the cards it is given, under their names, whom these let it know (`page_trust`), and the status
   lists it is given. Nobody else.
3. Its content security policy lets only its own script and style run, each named by its hash, and no request go out.

It is a view: whoever serves it decides what it shows. The check in the app is what counts (DESIGN, decision 1).
"""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from babel import Locale
from babel.dates import get_month_names
from babel.numbers import get_currency_symbol

from likeness.licence import code_bits
from likeness.licence.key_card import KeyCard
from likeness.licence.zones import zone_names
from likeness.paper import names, wording
from likeness.paper.page.page_trust import CARDS_ONLY, PageTrust, trust_data
from likeness.seal.kinds import Kind
from likeness.values.money import currencies, digits
from likeness.values.resource import resource
from likeness.values.territories import COUNTRIES, GROUPS

SCRIPTS = (
    "facts.js", "cbor.js", "seal.js", "code_text.js", "foreign.js", "unpack.js", "licence.js", "status.js",
    "mandate.js", "whose.js", "check.js", "names.js", "terms.js", "keys.js", "screen.js", "reader.js", "camera.js",
    "start.js",
)  # fmt: skip
_ROOMS = (
    "page", "answer", "answer-next", "check", "kind", "act", "purpose", "medium", "modification", "content", "unit",
    "units", "capacity", "role", "fee", "residual", "reporting", "territory", "language", "row", "cell", "paper",
    "may", "maynot", "summary",
)  # fmt: skip
_TABLES = {
    "kinds": code_bits.KINDS,
    "acts": code_bits.ACTS,
    "purposes": code_bits.PURPOSES,
    "media": code_bits.MEDIA,
    "modifications": code_bits.MODIFICATIONS,
    "content": code_bits.CONTENT,
    "units": code_bits.UNITS,
    "capacities": code_bits.CAPACITIES,
    "bases": code_bits.BASES,
    "feeBases": code_bits.FEE_BASES,
    "residualPeriods": code_bits.RESIDUAL_PERIODS,
    "reportPeriods": code_bits.REPORT_PERIODS,
    "representations": code_bits.REPRESENTATIONS,
    "limitActs": code_bits.LIMIT_ACTS,
    "limitPeriods": code_bits.LIMIT_PERIODS,
}
_LOCALES = {"en": Locale("en", "GB"), "fr": Locale("fr", "FR")}
_READER = ("zxing_reader.js", "zxing_reader.wasm", "LICENSE-zxing-wasm.txt", "LICENSE-zxing-cpp.txt")
_SLOT = re.compile(r"\{(policy|style|noscript|data|reader|licences|script)\}")
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class PageFacts:
    """Whose page it is, when it was made, the cards it knows.

    `lists` gives, by key, the signed bytes of the newest status list that speaks for it; `foreign` the rules by which
    codes that are none of ours are named: (what it is, how it begins); `trust` what is known of keys besides the cards.
    """

    owner: str
    made_on: date
    cards: Sequence[KeyCard]
    lists: Mapping[bytes, bytes] = field(default_factory=dict)
    foreign: Sequence[tuple[str, str]] = ()
    trust: PageTrust = CARDS_ONLY


def verify_page(facts: PageFacts) -> str:
    """Return the page as HTML."""
    glue, program, *licences = (_file("reader", name) for name in _READER)
    ours = b"\n".join(_file(name) for name in SCRIPTS).decode()
    script = f'"use strict";\n{glue.decode()}\n{ours}'
    style = _file("style.css").decode()
    slots = {
        "policy": _policy(script, style),
        "style": style,
        "noscript": " ".join(wording.say(language, "page", "no-script") for language in wording.LANGUAGES),
        "data": _harmless(json.dumps(page_data(facts), ensure_ascii=False, separators=(",", ":"), sort_keys=True)),
        "reader": b64encode(gzip.compress(program, 9, mtime=0)).decode(),
        "licences": _harmless("zxing-wasm 3.1.4, zxing-cpp\n\n" + "\n\n".join(one.decode() for one in licences)),
        "script": script,
    }
    return _SLOT.sub(lambda match: slots[match[1]], _file("page.html").decode())


def page_data(facts: PageFacts) -> dict[str, Any]:
    """Return what the page knows beforehand: keys, words, tables."""
    return {
        "owner": facts.owner,
        "madeOn": (facts.made_on - _EPOCH).days,
        "cards": [_card(card, follows=(card.key, card.name) in facts.trust.following) for card in facts.cards],
        **trust_data(facts.trust),
        "lists": {key.hex(): signed.hex() for key, signed in facts.lists.items()},
        "foreign": [_rule(kind, begins) for kind, begins in facts.foreign],
        "kinds": [{"number": k.number, "aad": k.aad.decode(), "name": k.name.lower().replace("_", "-")} for k in Kind],
        "tables": {name: list(table) for name, table in _TABLES.items()},
        "groups": list(GROUPS),
        "countries": sorted(COUNTRIES),
        "zones": sorted(zone_names()),
        "withThe": sorted(names.WITH_THE),
        "digits": {code: digits(code) for code in currencies()},
        "languages": {language: _language(language) for language in wording.LANGUAGES},
    }


def _card(card: KeyCard, *, follows: bool) -> dict[str, str]:
    named = {"name": card.name, "role": card.role, "key": card.key.hex(), "digits": card.public.digits}
    return named | {"why": "rotated" if follows else "confirmed"}


def _rule(kind: str, begins: str) -> list[str]:
    """Return a rule as browsers write it: those of before 2024 know letter case for a whole expression only."""
    return [kind, f"^(?:{begins.replace('(?i:', '(?:')})", "i" if "(?i:" in begins else ""]


def _language(language: str) -> dict[str, Any]:
    locale = _LOCALES[language]
    symbols = {code: get_currency_symbol(code, locale) for code in currencies()}
    return {
        "words": {room: wording.room(language, room) for room in _ROOMS},
        "months": [get_month_names("wide", locale=locale)[month] for month in range(1, 13)],
        "places": {code: locale.territories[code] for code in sorted(COUNTRIES) if code in locale.territories},
        "tongues": {tag: name for tag, name in locale.languages.items() if tag.isalpha()},
        "symbols": {code: symbol for code, symbol in symbols.items() if symbol != code},
        "thousands": names.count(language, 1000)[1:-3],
        "decimal": names.count(language, Decimal("0.5"))[1:-1],
    }


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{_hash(script)}' 'wasm-unsafe-eval'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _harmless(text: str) -> str:
    """Keep a text from ending the element that it stands in."""
    return text.replace("<", "\\u003c") if text.startswith("{") else text.replace("</", "< /")


def _file(*parts: str) -> bytes:
    return resource("page", *parts).read_bytes()
