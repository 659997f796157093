"""What is used of each limit: the sum so far, and since when the limit is closed (FORMAT 4.7).

- A *key* is a limit in a month or year: `licence` (position in the roll), `place` among its limits, `period`.
- `newest` is the newest instant of a row that asked or read it, in microseconds; a row without an instant comes last.
- `closed` is the instant of the row that closed it, 0 while it is open: what comes later changes nothing.
- `most_read` is the most that a row asked without being counted: while it still fits, no late row can matter to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from likeness.bulk.mask import instant_from, instant_to
from likeness.scope.limits import Ledger
from likeness.values.days import Moment, start_utc

if TYPE_CHECKING:
    import polars as pl

KEY = ("licence", "place", "period")
COLUMNS = (*KEY, "total", "closed", "newest", "most_read")
_PLACES, _PERIODS = 2**12, 2**20  # more than a licence has limits, and than 9999-12 is as a number
LAST = 2**62  # the instant of a row that states none


def key_number() -> pl.Expr:
    """Return a key as one number, in the order of keys: it is grouped faster than three columns."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    return (pl.col("licence").cast(pl.Int64) * _PLACES + pl.col("place")) * _PERIODS + pl.col("period")


def key_parts(number: str) -> dict[str, pl.Expr]:
    """Return the columns of the key that stands in one as `key_number`."""
    import polars as pl  # noqa: PLC0415  see key_number

    key = pl.col(number)
    return {"licence": key // (_PLACES * _PERIODS), "place": key // _PERIODS % _PLACES, "period": key % _PERIODS}


def tally_frame(rows: list[tuple[Any, ...]]) -> pl.DataFrame:
    """Return tallies, one a row in the order of `COLUMNS`, as a frame."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    return pl.DataFrame(rows, schema=dict.fromkeys(COLUMNS, pl.Int64), orient="row")


def ledger_of(tallies: pl.DataFrame, numbers: dict[int, str]) -> Ledger:
    """Return tallies as the judge keeps them; `numbers` has the number of each licence by its position."""
    ledger = Ledger()
    for licence, place, period, total, closed, *_ in tallies.select(COLUMNS).iter_rows():
        key = (numbers[licence], place, period_text(period))
        ledger.sums[key] = total
        if closed:
            ledger.closed[key] = closed_from(closed)
    return ledger


def instant_of(moment: Moment | None) -> int:
    """Return the instant by which a row has its turn; one that states none comes last."""
    return LAST if moment is None else instant_to(start_utc(moment))


def closed_to(moment: Moment | None) -> int:
    """Return the moment of a row that closed a limit as a tally has it."""
    return instant_of(moment) or 1  # 0 is an open limit


def closed_from(closed: int) -> Moment | None:
    """Return the moment of the row that closed a limit; None is a row that stated none."""
    return None if closed == LAST else instant_from(closed)


def period_to(period: str) -> int:
    """Return a period of the judge as a tally has it: 0, 2026 or 202604."""
    return int(period.replace("-", "") or 0)


def period_text(period: int) -> str:
    """Return a period as the judge names it: nothing, 2026 or 2026-04."""
    if not period:
        return ""
    return f"{period:04}" if period < 10_000 else f"{period // 100:04}-{period % 100:02}"
