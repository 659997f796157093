"""The numbers that codes have in a signed licence (codec version 1).

FROZEN: a code keeps its number for ever. New codes are added at the end, never elsewhere; none is ever removed.
A set of codes is a bit mask, the first code of a table being bit 0; a single code is its place in the table.
"""

from __future__ import annotations

KINDS = (
    "face-scan", "body-scan", "photogrammetry", "volumetric-capture", "motion-capture", "performance-recording",
    "voice-recording", "voice-model", "singing-voice-model", "face-model", "full-double", "name-or-signature",
)  # fmt: skip
ACTS = ("generate", "alter", "train", "fine-tune", "evaluate", "data-mine")
PURPOSES = (
    "feature-film", "series", "short-film", "documentary", "game", "game-scripted", "game-realtime", "audiobook",
    "dubbing", "advertising", "commercial", "promo", "corporate", "live-event", "music-recording", "social-content",
    "news", "merchandise", "theme-park", "avatar", "personalised-content", "previsualisation", "archive", "research",
)  # fmt: skip
MEDIA = (
    "theatrical", "tv", "free-tv", "pay-tv", "streaming", "svod", "avod", "tvod", "physical", "in-flight", "radio",
    "podcast", "web", "social", "out-of-home", "in-game", "vr-ar", "print", "live-venue",
)  # fmt: skip
MODIFICATIONS = (
    "new-dialogue", "dialogue-repair", "dubbing", "lip-sync", "unfilmed-shots", "de-age", "age-up", "face-swap",
    "body-swap", "body-shape", "hair-and-wardrobe", "accent", "singing", "blend", "real-time",
)  # fmt: skip
CONTENT = (
    "nudity", "sexual-content", "violence", "drugs", "alcohol", "tobacco", "gambling", "politics", "religion",
    "weapons", "medical", "finance", "endorsement", "hate", "defamation",
)  # fmt: skip
UNITS = ("line", "word", "second", "minute", "session", "episode", "spot", "copy", "impression")
CAPACITIES = ("performer", "guardian", "estate", "agent", "lawyer")
BASES = ("contract", "consent")
FEE_BASES = ("flat", "per-use", "per-unit", "per-day", "revenue-share", "none")
RESIDUAL_PERIODS = ("re-run", "unit", "title", "month", "quarter", "year", "receipts")
REPORT_PERIODS = ("month", "quarter", "half-year", "year")
REPRESENTATIONS = ("agent", "lawyer", "union", "none")
LIMIT_ACTS = ("show",)
LIMIT_PERIODS = ("month", "year")
ROLES = ("performer", "agent", "company")
