"""How a key is known, in one sentence: confirmed by you, following a confirmed key, vouched for, lost, or not yet."""

from __future__ import annotations

from datetime import datetime

from likeness.paper import names
from likeness.paper.wording import say

WAYS = ("confirmed", "rotated", "vouched", "lost", "unknown")


def contact_words(
    language: str, why: str, *, by: str = "", since: datetime | None = None, until: datetime | None = None
) -> str:
    """Return the sentence for `why` (of the trust book), with the days that belong to it."""
    code = why if why in WAYS else "unknown"
    fill = {
        "by": by,
        "since": names.day(language, since.date()) if since else "",
        "until": names.day(language, until.date()) if until else "",
    }
    return say(language, "known", code, **fill)
