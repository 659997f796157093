"""A letter as a value: every word of it, ready to be set as a page or written as text to paste.

- Both come from the same value, so that page and text say the same; no word in it is a mark or a command.
- Whoever fills a letter (`letter_use`, `letter_due`, `letter_licence`) takes facts of the registry and what a person
  added, and invents nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from likeness.values.money import Money
from likeness.values.text import shown

NOTICE, INVOICE, REMINDER = "notice", "invoice", "reminder"
DELETION, CONFIRMATION, WITHDRAWAL, TAKEDOWN = "deletion", "confirmation", "withdrawal", "takedown"
KINDS = (NOTICE, INVOICE, REMINDER, DELETION, CONFIRMATION, WITHDRAWAL, TAKEDOWN)

Pairs = tuple[tuple[str, str], ...]
L = TypeVar("L")
_BREAKS = re.compile("[\u2028\u2029]")  # a name must not begin a line of its own in a text


@dataclass(frozen=True)
class Table:
    """Rows under headings; `totals` are (label, sum), one for each currency; `sums` says the last column is money."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: Pairs = ()
    sums: bool = False


@dataclass(frozen=True)
class Section:
    """A heading, or none, and what stands under it, in this order."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    facts: Pairs = ()
    table: Table | None = None
    points: tuple[str, ...] = ()
    prints: Pairs = ()  # what, and its fingerprint in hex
    blanks: tuple[str, ...] = ()  # to be filled in by hand


@dataclass(frozen=True)
class Letter:
    """One letter. `number` is that of an invoice, empty for others; `sums` what it asks for, one for each currency."""

    kind: str
    language: str
    title: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    day: str
    sections: tuple[Section, ...]
    closing: str
    signer: str
    foot: str
    page: str
    on: date
    number: str = ""
    sums: tuple[Money, ...] = ()


def harmless(value: L) -> L:
    """Return the same value with every text made safe to look at (`values.text.shown`) and on one line."""
    return _harmless(value)  # type: ignore[no-any-return]


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        return shown(" ".join(value.splitlines()) if _BREAKS.search(value) else value)
    if isinstance(value, tuple):
        return tuple(_harmless(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{field.name: _harmless(getattr(value, field.name)) for field in fields(value)})
    return value
