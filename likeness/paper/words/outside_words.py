"""The line that stands with a licence for a copy that the company signed outside Likeness."""

from __future__ import annotations

from datetime import datetime

from likeness.paper import names
from likeness.paper.wording import say


def outside_line(language: str, name: str, sha256: bytes, added_at: datetime) -> str:
    """Return the sentence: what the file is called, since when it is here, and that nobody checked it."""
    on = names.moment(language, added_at)
    return say(language, "copy", "accepted", name=name, on=on, print=sha256.hex()[:16].upper())
