"""What somebody handed over, taken into the registry: a file, or the bytes of a picture or of pasted text. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from likeness.acts.checking.take_in import Filed, take_in
from likeness.errors import LikenessError
from likeness.paper.qr.qr_payload import is_ours
from likeness.values.keep import read_file

LARGEST = 64 * 1024 * 1024  # bytes; what lies inside has its own, smaller limits
Given = Path | bytes


def take_given(desk: Any, given: Given, as_name: str | None = None, job: Any = None) -> tuple[Filed, ...]:
    """File what was given, on the write lane; an error names the file, for several may come at once.

    `as_name` is the name a licence may be for besides the owner's.
    """
    told = {} if job is None else {"progress": job.say, "cancelled": job.cancelled}
    if isinstance(given, bytes):
        return tuple(desk.do(take_in, given, as_name, **told).value)
    data = read_file(given, LARGEST)
    try:
        return tuple(desk.do(take_in, data, as_name, **told).value)
    except LikenessError as fault:
        raise fault.at(file=given.name) from None


def first_of_ours(texts: Sequence[str]) -> bytes:
    """Return the text that counts of what a camera has read: the first code of ours, else the first."""
    return next((text for text in texts if is_ours(text)), texts[0]).encode()
