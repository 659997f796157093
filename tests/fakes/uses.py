"""A use that the example licence of FORMAT section 2 allows; tests change what they want to be wrong with `replace`."""

from __future__ import annotations

from datetime import date

from likeness.scope.use import Use

ALLOWED = Use(
    id="",
    user="tidewrack",
    likeness=("liora-voice-2025",),
    project="harbour-nine-2",
    act="generate",
    purpose="series",
    medium=("svod",),
    territory=("FR",),
    language=("fr",),
    modification=("new-dialogue",),
    content=(),
    at=date(2026, 4, 1),
    quantity={"line": 14, "second": 28},
)
