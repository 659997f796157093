"""What is used of each limit: the sum so far, and whether the limit is closed (FORMAT 4.7).

- A *key* is a limit in a month or year: `licence` (position in the roll), `place` among its limits, `period`.
- `newest` is the newest instant of a row that asked or read it, in microseconds; a row without an instant comes last.
- `most_read` is the most that a row asked without being counted: while it still fits, no late row can matter to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from likeness.scope.limits import Ledger

if TYPE_CHECKING:
    import polars as pl

KEY = ("licence", "place", "period")
COLUMNS = (*KEY, "total", "closed", "newest", "most_read")
LAST = 2**62  # the instant of a row that states none


def tally_frame(rows: list[tuple[Any, ...]]) -> pl.DataFrame:
    """Return tallies, one a row in the order of `COLUMNS`, as a frame."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    types = {name: pl.Boolean if name == "closed" else pl.Int64 for name in COLUMNS}
    return pl.DataFrame(rows, schema=types, orient="row")


def ledger_of(tallies: pl.DataFrame, numbers: dict[int, str]) -> Ledger:
    """Return tallies as the judge keeps them; `numbers` has the number of each licence by its position."""
    ledger = Ledger()
    for licence, place, period, total, closed, *_ in tallies.select(COLUMNS).iter_rows():
        key = (numbers[licence], place, period_text(period))
        ledger.sums[key] = total
        if closed:
            ledger.closed.add(key)
    return ledger


def period_text(period: int) -> str:
    """Return a period as the judge names it: nothing, 2026 or 2026-04."""
    if not period:
        return ""
    return f"{period:04}" if period < 10_000 else f"{period // 100:04}-{period % 100:02}"
