"""What may be moved in a licence and in a use: values just inside and just outside, unknown, empty and left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ABSENT = object()  # the key is left out
ZONES = ("Europe/Paris", "America/Los_Angeles", "Pacific/Apia", "America/Sao_Paulo", "UTC")

LICENCE: dict[str, Sequence[Any]] = {
    "signed": [False],
    "accepted": [False],
}
TERMS: dict[str, Sequence[Any]] = {
    "pass_on": ["nobody", "anyone", ["oxbow"], ["oxbow", "tidewrack"]],
    "licensee": [{"id": "oxbow", "name": "Oxbow"}],
    "grantor": [{"name": "H", "capacity": "agent"}, {"name": "H", "capacity": "estate", "authority": "Letters"}],
    "performer": [{"id": "tobin", "name": "Tobin"}],
    "likenesses": [["face"], ["voice", "face"]],
    "project": [{"id": "saltmarsh", "title": "Saltmarsh", "ids": ["harbour"]}, {"id": "other", "title": "Other"}],
    "acts": [[], ["train"], ["alter", "fine-tune", "evaluate", "data-mine"], ["generate", "alter", "train"]],
    "purposes": [[], ["*"], ["advertising"], ["commercial", "promo"], ["game-scripted", "game-realtime"], ["game"]],
    "media": [[], ["*"], ["streaming"], ["svod", "avod", "tvod"], ["free-tv", "pay-tv"], ["tv"]],
    "territory": [
        {"include": ["WORLD"]}, {"include": ["WORLD"], "exclude": ["US-CA"]}, {"include": ["WORLD"], "exclude": ["EU"]},
        {"include": []}, {"include": ["FR"]}, {"include": ["US-CA"]}, {"include": ["US"], "exclude": ["US-CA"]},
        {"include": ["EU"]}, {"include": ["EEA"], "exclude": ["FR-IDF"]}, {"include": ["EFTA", "US", "GB"]},
        {"include": ["EU", "US"], "exclude": ["GB"]}, {"include": ["US-CA"], "exclude": ["US"]},
    ],
    "languages": [[], ["*"], ["fr-CA"], ["FR"], ["en", "zh-Hant"], ["fr-ca", "fr-FR"]],
    "modifications": [[], ["*"], ["de-age"], ["new-dialogue", "accent"]],
    "age": [{"from": 30, "to": 39}, {"from": 30, "to": 30}],
    "forbidden_content": [[], ["nudity"], ["politics", "weapons"]],
    "longest_seconds": [None, 0, 4, 5],
    "limits": [
        [{"unit": "line", "max": 10}], [{"unit": "line", "max": 9}], [{"unit": "line", "max": 10, "per": "month"}],
        [{"unit": "line", "max": 10, "per": "year"}], [{"unit": "line", "max": 15}, {"unit": "second", "max": 5}],
        [{"unit": "episode", "max": 1, "on": "show"}], [{"unit": "line", "max": 5, "on": "show", "per": "month"}],
        [{"unit": "line", "max": 5, "per": "month"}, {"unit": "line", "max": 11}], [{"unit": "second", "max": 0}],
    ],
    "after_death": [True],
    "works_made_stay": [False],
    "strike_clause": [True],
    "basis": ["consent"],
    "withdrawal": [{"notice_days": 1}, {}],
    "zone": ZONES,
}  # fmt: skip
USE: dict[str, Sequence[Any]] = {
    "user": [ABSENT, None, "", "oxbow", "nobody"],
    "likeness": [ABSENT, [], "face", ["voice", "face"], "unheard-of", ["voice", "unheard-of"]],
    "project": [ABSENT, "", "harbour-nine", "saltmarsh", "Harbour"],
    "act": [ABSENT, None, "alter", "train", "evaluate", "data-mine", "juggle"],
    "purpose": [None, "", "promo", "advertising", "game", "game-scripted", "dream-insert"],
    "medium": [None, [], "tv", "free-tv", ["svod", "tv"], "hologram", ["tv", "hologram"], "streaming"],
    "territory": [
        ABSENT, "", [], "GB", "US", "US-CA", ["FR", "US-CA"], "FR-IDF", "EU", "EEA", "EFTA", "ROW", "ZZ", "SU", "XK",
        ["ROW", "US"], "NORDICS", "GL", ["EU", "FR", "ZZ"],
    ],
    "language": [None, [], "fr-CA", "FR-ca", "fr-FR", "zxx", "ZXX", "und", "mul", "e", ["en", "fr-CA"], "zh-Hant-TW"],
    "modification": [ABSENT, "", [], ["de-age"], ["new-dialogue", "soul-swap"], ["soul-swap", "de-age"], "accent"],
    "age": [None, 29, 30, 39, 40],
    "content": [ABSENT, None, ["nudity"], ["gore"], ["gore", "politics"], ["finance"]],
    "quantity": [
        ABSENT, {}, {"line": 0, "second": 0}, {"line": 4, "second": 5}, {"line": 6, "second": 4}, {"line": 10},
        {"line": 11, "second": 6}, {"second": 5}, {"line": 1, "episode": 1}, {"line": 5, "second": 5, "episode": 2},
    ],
}  # fmt: skip
LINEAGES: Sequence[tuple[list[str], list[str]]] = [
    ([], []),
    (["tape"], []),
    (["face"], ["voice"]),
    (["face"], ["tape"]),
]
PLACES: Sequence[Any] = (
    *[USE["territory"]] * 30,
    ["WORLD", ["WORLD", "ROW"]],
)  # the whole world takes 250 cells: it stays rare
