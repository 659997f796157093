"""What withdrawing a licence means, in words: said before it is done, and after."""

from __future__ import annotations

from datetime import datetime

from likeness.paper import names
from likeness.paper.wording import say


def withdrawal_words(
    language: str, notice_days: int, effective_at: datetime, zone: str, *, works_made_stay: bool, done: bool = False
) -> list[str]:
    """Return when it takes effect, for what notice, and what becomes of works made until then."""
    at = names.instant(language, effective_at, zone)
    when = "done" if done else "ahead"
    notice = f"{when}-notice" if notice_days else f"{when}-at-once"
    works = "works-stay" if works_made_stay else "works-go"
    days = names.days(language, notice_days)
    return [say(language, "ending", notice, at=at, days=days), say(language, "ending", works, at=at)]
