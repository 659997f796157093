"""Uses as rows of a frame and back: the columns of `feeds.batches`, in which many uses are judged and kept.

- A missing fact is null; lists are joined by `|`; the empty text in `modification` or `content` says there is none.
- A bare day stands at its 00:00 UTC, and `at_day` says that it is one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from likeness.scope.use import Use
from likeness.values.codes import UNITS
from likeness.values.days import Moment

if TYPE_CHECKING:
    import polars as pl

SEPARATOR = "|"
QUANTITY = "quantity."
QUANTITIES = tuple(f"{QUANTITY}{unit}" for unit in UNITS.codes)
CELLS = ("likeness", "medium", "territory", "language")
TOLD = ("modification", "content")
PLAIN = ("user", "project", "act", "purpose")
MOMENTS = ("at", "made_at")
_EPOCH, _MICRO = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
TEXTS = ("line_id", *PLAIN, *CELLS, *TOLD)
_KEPT = (*TEXTS, *MOMENTS, *(f"{name}_day" for name in MOMENTS), "age")


def framed(uses: Sequence[Use]) -> pl.DataFrame:
    """Return uses as a frame, a row a use."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    types: dict[str, Any] = dict.fromkeys(TEXTS, pl.String)
    types |= dict.fromkeys(MOMENTS, pl.Datetime("us", "UTC")) | dict.fromkeys((f"{n}_day" for n in MOMENTS), pl.Boolean)
    types |= {"age": pl.Int64} | {f"{QUANTITY}{unit}": pl.Int64 for unit in UNITS.codes}
    return pl.DataFrame([_row(use) for use in uses], schema=types)


def use_of(row: Mapping[str, Any]) -> Use:
    """Return a row of a frame as a use; `id` is its line id."""
    quantities = (name for name in row if name.startswith(QUANTITY) and row[name] is not None)
    told: dict[str, Any] = {name: row[name] for name in (*PLAIN, "age")}
    told |= {name: _members(row[name]) or () for name in CELLS}
    told |= {name: _members(row[name]) for name in TOLD}
    told |= {name: _moment(row[name], day=row[f"{name}_day"]) for name in MOMENTS}
    return Use(
        id=row["line_id"] or "", quantity={name.removeprefix(QUANTITY): row[name] for name in quantities}, **told
    )


def told(frame: pl.DataFrame) -> pl.Series:
    """Return each row of a frame as JSON, its moments in microseconds since 1970."""
    import polars as pl  # noqa: PLC0415  see framed

    kept = [name for name in frame.columns if name in _KEPT or name.startswith(QUANTITY)]
    row = pl.struct(pl.col(name).cast(pl.Int64) if name in MOMENTS else pl.col(name) for name in kept)
    return frame.select(row.struct.json_encode()).to_series()


def use_told(text: str) -> Use:
    """Return the use of a row that `told` wrote."""
    row = json.loads(text)
    return use_of({**row, **{name: None if row[name] is None else _EPOCH + row[name] * _MICRO for name in MOMENTS}})


def _row(use: Use) -> dict[str, Any]:
    return {
        "line_id": use.id,
        **{name: getattr(use, name) for name in (*PLAIN, "age")},
        **{name: SEPARATOR.join(getattr(use, name)) or None for name in CELLS},
        **{name: None if (told := getattr(use, name)) is None else SEPARATOR.join(told) for name in TOLD},
        **{name: _instant(getattr(use, name)) for name in MOMENTS},
        **{f"{name}_day": None if (at := getattr(use, name)) is None else not _exact(at) for name in MOMENTS},
        **{f"{QUANTITY}{unit}": count for unit, count in use.quantity.items()},
    }


def _exact(moment: Moment | None) -> bool:
    return isinstance(moment, datetime)


def _instant(moment: Moment | None) -> datetime | None:
    if moment is None or isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time(), UTC)


def _members(text: str | None) -> tuple[str, ...] | None:
    """Return the members of a list, each once; the empty text states that there are none."""
    if text is None:
        return None
    return tuple(dict.fromkeys(part for part in text.split(SEPARATOR) if part))


def _moment(at: datetime | None, *, day: bool | None) -> Moment | None:
    return at.date() if at is not None and day else at
