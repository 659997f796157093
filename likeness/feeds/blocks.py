"""The rows of any report as blocks of text, and the first few of them for a preview."""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping

from likeness.errors import Unreadable
from likeness.feeds.block import Block
from likeness.feeds.csv_blocks import csv_blocks
from likeness.feeds.json_blocks import json_blocks
from likeness.feeds.report_file import PIECE, ReportText, report_file, stamp_of
from likeness.feeds.source import CSV, XLSX, Source
from likeness.feeds.xlsx_blocks import xlsx_blocks

_PREVIEW = 64 * 1024


def blocks_of(
    source: Source, forms: Mapping[int, str], left_out: Collection[int] = (), *, piece: int = PIECE
) -> Generator[tuple[Block, str, int]]:
    """Yield blocks, each with the encoding it was read in and the bytes of the file used so far.

    `forms` are the date forms of columns by their index: a workbook's real dates are written in them. `left_out` are
    the columns of which nothing is read: whatever a line of JSON says there refuses no row.
    """
    if source.kind == XLSX:
        _refuse_changes(source)
        for block in xlsx_blocks(source, forms):
            yield block, source.encoding, source.size
        _refuse_changes(source)
        return
    with report_file(source.path, source.stamp) as file:
        text = ReportText(file, source)
        csv = source.kind == CSV
        for block in csv_blocks(source, text, piece=piece) if csv else json_blocks(source, text, left_out):
            yield block, text.encoding, file.done


def beginning(source: Source, most: int = 200) -> list[tuple[int, tuple[str | None, ...]]]:
    """Return the first rows below the headings as (line, cells), for a preview and for guesses."""
    found: list[tuple[int, tuple[str | None, ...]]] = []
    for block, _, _ in blocks_of(source, {}, range(len(source.columns)), piece=_PREVIEW):
        found += zip(block.lines.tolist(), block.cells.rows(), strict=True)
        if len(found) >= most:
            break
    return found[:most]


def _refuse_changes(source: Source) -> None:
    if stamp_of(source.path) != source.stamp:
        raise Unreadable("file-changed", file=str(source.path))
