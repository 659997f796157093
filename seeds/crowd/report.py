"""Usage reports of a crowd: rows of any number, written as a company or a union would send them.

Most rows are what was granted; about one in twelve states something else, or leaves out a fact. The instants lie in the
days of the report, so that later reports come later.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from seeds.crowd import people
from seeds.crowd.grants import Crowd

if TYPE_CHECKING:
    import polars as pl

_AT_ONCE = 500_000
_ODD_ONE_IN = 12
_ODD: dict[str, tuple[str | None, ...]] = {
    "purpose": ("merchandise", "news", None),
    "medium": ("print", "out-of-home", None),
    "territory": ("JP", "BR", "ROW"),
    "language": ("ja", "und", None),
    "modification": ("face-swap", "singing"),
    "content": ("politics", "violence"),
    "project": ("project-99999", None),
    "user": ("company-9999", None),
}
DAYS, _DAY = 2, 86_400


def write_report(path: Path, crowd: Crowd, rows: int, first_day: date, seed: int = 7, first_line: int = 1) -> None:
    """Write a CSV report of so many rows whose uses fall in the two days from `first_day` on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    dice = np.random.default_rng(seed)
    with path.open("wb") as file:
        for start in range(0, rows, _AT_ONCE):
            some = min(_AT_ONCE, rows - start)
            file.write(
                _rows(crowd, some, first_day, dice, first_line + start).write_csv(include_header=start == 0).encode()
            )


def _rows(crowd: Crowd, rows: int, first_day: date, dice: np.random.Generator, first_line: int) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where a crowd is made

    chosen = len(crowd) - 1 - (len(crowd) * dice.random(rows) ** 1.5).astype(np.int64)
    shows = dice.random(rows) < 0.3
    kinds = pl.DataFrame([_sample(kind) for kind in crowd.kinds])
    told = kinds.select(pl.all().gather(crowd.kind[chosen]))
    seconds = np.datetime64(first_day, "ms") + dice.integers(0, DAYS * _DAY, rows) * np.timedelta64(1_000, "ms")
    names = {
        "user": _named(people.company_id, crowd.company[chosen]),
        "likeness": _named(people.voice_id, crowd.performer[chosen]),
        "project": _named(people.project_id, crowd.project[chosen]),
    }
    frame = pl.DataFrame({"line_id": pl.int_range(first_line, first_line + rows, eager=True).cast(pl.String), **names})
    frame = frame.with_columns(
        told.with_columns(act=pl.when(pl.Series(shows)).then(pl.lit("show")).otherwise("act")),
        at=pl.Series(seconds).dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    frame = frame.with_columns(pl.Series("quantity.line", dice.integers(1, 12, rows)))
    odd, which = dice.integers(0, _ODD_ONE_IN, rows) == 0, dice.integers(0, len(_ODD), rows)
    for place, (name, values) in enumerate(_ODD.items()):
        other = pl.Series(values, dtype=pl.String).gather(dice.integers(0, len(values), rows))
        mine = pl.Series(odd & (which == place))
        frame = frame.with_columns(pl.when(mine).then(other).otherwise(name).alias(name))
    return frame


def _named(name: object, numbers: np.ndarray) -> pl.Series:
    """Return the name of each number, made once for each distinct one."""
    import polars as pl  # noqa: PLC0415  see _rows

    distinct, places = np.unique(numbers, return_inverse=True)
    return pl.Series([name(int(one)) for one in distinct]).gather(places)  # type: ignore[operator]


def _sample(kind: dict[str, object]) -> dict[str, str]:
    """Return one use that a kind of terms allows."""

    def first(name: str, otherwise: str) -> str:
        granted = kind[name]
        assert isinstance(granted, list)  # noqa: S101  our own terms
        return otherwise if granted == ["*"] else str(granted[0])

    territory = kind["territory"]
    assert isinstance(territory, dict)  # noqa: S101  our own terms
    place = {"EU": "FR", "WORLD": "AU", "DACH": "DE"}.get(territory["include"][0], territory["include"][0])
    return {
        "act": first("acts", "generate"),
        "purpose": first("purposes", "series"),
        "medium": {"tv": "free-tv", "streaming": "svod"}.get(first("media", "web"), first("media", "web")),
        "territory": place,
        "language": first("languages", "de"),
        "modification": first("modifications", "accent"),
        "content": "none",
    }
