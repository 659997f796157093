"""The record of a check as a page: what was checked, when, and what was found. Texts only, ready to be set.

It is no licence and proves nothing to others: it is not signed, carries no licence, and says so at its foot.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from likeness.paper.setting.fonts import shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.marks import CHECK_MARK
from likeness.paper.setting.pdf import set_page

_TEMPLATE = f"{CHECK_MARK}1"

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Part:
    """A heading and what stands under it: lines, or rows of two columns."""

    heading: str
    lines: tuple[str, ...] = ()
    rows: Rows = ()


@dataclass(frozen=True)
class CheckSheet:
    """Every text of the page. `page` holds `{n}` and `{of}`; `pairs` stand side by side."""

    language: str
    title: str
    subtitle: str
    answer: str
    advice: str
    facts: Rows
    parts: tuple[Part, ...]
    pairs: tuple[Part, Part]
    rest: tuple[Part, ...]
    foot: str
    page: str


def render_check(sheet: CheckSheet, made_at: datetime) -> bytes:
    """Return the PDF (PDF/A-3a, PDF/UA-1) of a record; the same sheet and instant give the same bytes."""
    texts = asdict(sheet)
    return set_page("check.typ", texts | {"keywords": made_with(_TEMPLATE, shelf_for(str(texts)))}, made_at)
