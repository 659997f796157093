"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FixedClock:
    """Tells one instant; `forward` moves it."""

    def __init__(self, at: datetime | str = "2026-03-02T09:00:00+00:00") -> None:
        instant = datetime.fromisoformat(at) if isinstance(at, str) else at
        self._at = instant.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def forward(self, **parts: float) -> datetime:
        """Move on by timedelta's words: forward(days=1)."""
        self._at += timedelta(**parts)
        return self._at
