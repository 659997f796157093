"""Licences as a frame: a row each, with its row in the registry, its number and all columns of its mask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from likeness.bulk.mask import COLUMNS, Mask

if TYPE_CHECKING:
    import polars as pl

_INSTANTS = ("withdrawn", "superseded", "died", "longest")
_COUNTS = ("create_from", "create_to", "exploit_from", "exploit_to", "notice_days")


def roll_frame(rows: Iterable[tuple[int, str, Mask]]) -> pl.DataFrame:
    """Return licences (row in the registry, number, mask) as the frame of a roll, all columns of it."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    listed = list(rows)
    columns = {
        name: pl.Series(name, [mask[place] for _, _, mask in listed], dtype=_type(name))
        for place, name in enumerate(COLUMNS)
    }
    licence = pl.Series([licence for licence, _, _ in listed], dtype=pl.Int64)
    number = pl.Series([number for _, number, _ in listed], dtype=pl.String)
    return pl.DataFrame({"licence": licence, "number": number, **columns})


def _type(name: str) -> type[pl.DataType]:
    import polars as pl  # noqa: PLC0415  see roll_frame

    if name in _INSTANTS:
        return pl.Int64
    return pl.Int32 if name in _COUNTS else pl.UInt32
