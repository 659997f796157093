"""Two hundred uses, as companies reported them or as Liora found them; most are fine, sixteen are not.

- `Told` is a use with the instant at which she learned of it; the verdict is never written here, only judged.
- Days are those of the story (`seeds.calendar`); the caller moves them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Document = dict[str, Any]
ODD_ONES = Path(__file__).with_name("odd_uses.json")
HARBOUR = {"user": "tidewrack", "project": "harbour-nine-2", "purpose": "series", "likeness": "liora-voice-2025"}
FERRY = {"user": "kestrelle", "project": "night-ferry", "purpose": "audiobook", "likeness": "liora-voice-2025"}
LOW = {"user": "kestrelle", "project": "low-country", "purpose": "audiobook", "likeness": "odalric-sessions-2019"}
EMBER = {"user": "oxbow", "project": "ember-keep", "purpose": "game", "likeness": "liora-mocap-2025"}
STATION = {"user": "tidewrack", "project": "station-12", "purpose": "series", "likeness": "liora-voice-2025"}
DIVISION = {"user": "kestrelle", "project": "long-division", "purpose": "audiobook", "likeness": "liora-voice-2025"}


@dataclass(frozen=True)
class Told:
    """One use as a document of FORMAT section 3, and when it was learned of."""

    learned: str
    use: Document
    source: str = "seen"  # or the report it stands in


def all_uses() -> list[Told]:
    """Return every use, in the order they were learned of."""
    found = [*_division(), *_ferry(), *_harbour_making(), *_harbour_shown(), *_low_country(), *_ember(), *_station()]
    ordered = sorted([*found, *_odd_ones()], key=lambda told: (told.learned, str(told.use["at"])))
    return [Told(told.learned, {"id": f"u-{n}", **told.use}, told.source) for n, told in enumerate(ordered, 1)]


def _days(first: str, every: int, count: int) -> Iterator[tuple[int, str]]:
    start = date.fromisoformat(first)
    for number in range(count):
        yield number, (start + timedelta(days=every * number)).isoformat()


def _made(work: Document, day: str, act: str, medium: str, where: str, language: str, **more: Any) -> Document:
    """A making act, with the facts it needs."""
    return {
        **work, "act": act, "medium": medium, "territory": where, "language": language, "content": [],
        "at": f"{day}T09:40:00Z", **more,
    }  # fmt: skip


def _shown(work: Document, day: str, medium: str, where: str, language: str, **more: Any) -> Document:
    return {**work, "act": "show", "medium": medium, "territory": where, "language": language, "at": day, **more}


def _quarter(day: str) -> tuple[str, str]:
    """When a company's report for the quarter of `day` came in, and its name."""
    year, quarter = int(day[:4]), (int(day[5:7]) + 2) // 3
    came = {1: "04-14", 2: "07-13", 3: "10-12", 4: "11-16"}[quarter]  # the last one is a report in advance
    return f"{year}-{came} 08:30", f"{year}-q{quarter}"


def _reported(use: Document) -> Told:
    learned, quarter = _quarter(use["at"])
    return Told(learned, use, f"{use['user']}-{quarter}")


def _division() -> Iterator[Told]:
    for n, day in _days("2025-04-22", 14, 6):
        use = _made(
            DIVISION,
            day,
            "generate",
            "streaming",
            "FR",
            "fr",
            modification=["new-dialogue"],
            quantity={"minute": 38 + n},
        )
        yield Told("2025-07-14 09:00", use, "kestrelle-2025-q2")
    for n, day in _days("2025-09-02", 41, 7):
        use = _shown(DIVISION, day, ("streaming", "physical")[n % 2], ("FR", "BE", "CH")[n % 3], "fr")
        yield Told("2026-07-13 08:30", use, "kestrelle-2026-q2")


def _ferry() -> Iterator[Told]:
    for n, day in _days("2026-01-12", 11, 16):
        change = ["new-dialogue"] if n < 12 else ["dialogue-repair"]
        language = ("en", "fr")[n % 2]
        yield _reported(
            _made(
                FERRY,
                day,
                "generate",
                "streaming",
                "GB" if n % 2 == 0 else "FR",
                language,
                modification=change,
                quantity={"minute": 21 + n % 5},
            )
        )
    for n, day in _days("2026-03-03", 9, 26):
        medium = ("streaming", "podcast", "physical")[n % 3]
        yield _reported(
            _shown(FERRY, day, medium, ("FR", "GB", "BE", "CH", "IE")[n % 5], ("fr", "en")[n % 5 in (1, 4)])
        )


def _harbour_making() -> Iterator[Told]:
    for n, day in _days("2026-03-06", 9, 24):
        lines = 2 if n % 4 == 1 or n == 23 else 1
        change = ["dialogue-repair"] if n % 5 == 3 else ["new-dialogue"]
        yield _reported(
            _made(
                HARBOUR,
                day,
                "generate",
                "svod",
                ("FR", "GB")[n % 2],
                ("fr", "en")[n % 2],
                modification=change,
                quantity={"line": lines, "second": 6 + n % 4},
            )
        )


def _harbour_shown() -> Iterator[Told]:
    media = ("svod", "free-tv", "pay-tv", "avod")
    places = ("FR", "GB", "DE", "IE", "BE", "IT", "ES", "SE")
    for n, day in _days("2026-03-27", 4, 56):
        yield _reported(_shown(HARBOUR, day, media[n % 4], places[n % 8], ("fr", "en")[n % 2]))


def _low_country() -> Iterator[Told]:
    for n, day in _days("2026-04-28", 12, 9):
        yield _reported(
            _made(
                LOW, day, "alter", "radio", "GB", "en", modification=["dialogue-repair"], quantity={"minute": 2 + n % 3}
            )
        )
    for n, day in _days("2026-06-05", 13, 12):
        yield _reported(_shown(LOW, day, ("radio", "podcast")[n % 2], ("GB", "IE", "FR")[n % 3], "en"))


def _ember() -> Iterator[Told]:
    for n, day in _days("2026-03-30", 8, 14):
        likeness = ["liora-mocap-2025", "liora-body-2025"] if n % 3 == 0 else "liora-mocap-2025"
        use = _made(
            EMBER,
            day,
            "alter",
            "in-game",
            "WORLD",
            "zxx",
            modification=["hair-and-wardrobe"],
            quantity={"minute": 3 + n % 2},
        )
        yield _reported({**use, "likeness": likeness})
    for _, day in _days("2026-06-15", 13, 5):
        yield _reported(_shown(EMBER, day, "in-game", "WORLD", "zxx", made_at="2026-05-20"))


def _station() -> Iterator[Told]:
    for n, day in _days("2026-06-02", 12, 9):
        yield _reported(
            _made(
                STATION,
                day,
                "generate",
                "svod",
                ("GB", "SE")[n % 2],
                "en",
                modification=["dialogue-repair"],
                quantity={"line": 1, "second": 7 + n % 3},
            )
        )


def _odd_ones() -> Iterator[Told]:
    """Those that go beyond what was signed, or do not say enough. Each is a story a performer would know."""
    for row in json.loads(ODD_ONES.read_text("utf-8")):
        yield Told(row["learned"], row["use"], row["source"])
