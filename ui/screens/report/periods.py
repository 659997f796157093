"""The periods a report may be for: the quarters and months that are nearest, newest first. No Qt."""

from __future__ import annotations

from datetime import date

from likeness.values.days import months_after
from ui.kit.figures import month_text
from ui.kit.words import language, tr

_QUARTERS, _MONTHS = 6, 12


def period_choices(today: date) -> tuple[tuple[str, str], ...]:
    """Return (code, words): 2026-Q3, third quarter 2026; 2026-09, September 2026."""
    first = today.replace(day=1)
    months = [months_after(first, -back) for back in range(_MONTHS)]
    quarters = [
        months_after(first.replace(month=(first.month - 1) // 3 * 3 + 1), -3 * back) for back in range(_QUARTERS)
    ]
    return (
        ("", tr("Not stated")),
        *((f"{day.year}-Q{day.month // 3 + 1}", _quarter(day)) for day in quarters),
        *((f"{day:%Y-%m}", _month(day)) for day in months),
    )


def _quarter(day: date) -> str:
    number = day.month // 3 + 1
    words = (tr("First quarter {year}", year=day.year), tr("Second quarter {year}", year=day.year),
             tr("Third quarter {year}", year=day.year), tr("Fourth quarter {year}", year=day.year))  # fmt: skip
    return words[number - 1]


def _month(day: date) -> str:
    return month_text(day, language())
