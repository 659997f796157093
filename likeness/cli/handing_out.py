"""Writing what was signed: the place is tried before, and nothing is lost if the file cannot be written after all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from likeness.acts.keys.hand_out import hand_out, may_hand_out
from likeness.errors import LikenessError, Refused


def to_option(words: str, *, required: bool = False) -> Callable[[Any], Any]:
    """Return the option `--to`; a place where no file can be written is refused before anything is done."""
    return click.option("--to", type=click.Path(path_type=Path), required=required, callback=free_place, help=words)


def free_place(_context: click.Context, _option: click.Parameter, file: Path | None) -> Path | None:
    """Return the file an option names; raise Refused or Broken where it cannot be written."""
    if file is not None:
        may_hand_out(file)
    return file


def free_folder(_context: click.Context, _option: click.Parameter, folder: Path) -> Path:
    """Return the folder an option names, whether it is there yet or not; raise Refused where it is a file."""
    if folder.exists() and not folder.is_dir():
        raise Refused("folder-is-file", file=str(folder))
    return folder


def hand_signed(data: bytes, to: Path, name: str, again: str) -> None:
    """Write what was signed; where that fails, say that it is signed, and with which command it is had again."""
    try:
        hand_out(data, to)
    except LikenessError as fault:
        raise type(fault)(
            "signed-not-written", file=str(to), name=name, value=f"likeness {again}", cause=fault.code
        ) from fault
