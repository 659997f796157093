"""Frames as compressed bytes, the way blocks of columns are kept."""

from __future__ import annotations

import io
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


def pack(frame: pl.DataFrame) -> bytes:
    """Return a frame as Zstandard Parquet."""
    data = io.BytesIO()
    frame.write_parquet(data, compression="zstd", compression_level=1, statistics=False)
    return data.getvalue()


def unpack(data: bytes, columns: Collection[str] | None = None) -> pl.DataFrame:
    """Return the frame of `pack`, all its columns or some."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are read

    return pl.read_parquet(io.BytesIO(data), columns=None if columns is None else list(columns))
