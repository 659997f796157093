"""The day of the tests, for what asks the computer itself: the command line, and the window where it is given no clock.

Whatever the tests sign, report and owe has days of 2026. By the computer's own clock their licences would end one day,
and numbers would begin with another year.
"""

from __future__ import annotations

from datetime import UTC, datetime

from likeness.values.clock import SystemClock

TODAY = datetime(2026, 11, 20, 9, tzinfo=UTC)
_BEGUN = datetime.now(UTC)


def stay_in_2026() -> None:
    """Let the computer's clock go on from that day, in this process and for good."""
    SystemClock.now = _now  # type: ignore[assignment]


def _now(_clock: SystemClock) -> datetime:
    return (TODAY + (datetime.now(UTC) - _BEGUN)).replace(microsecond=0)
