"""Facts as uses, for the judge that reads one use at a time."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from likeness.feeds.targets import QUANTITY, SEPARATOR
from likeness.scope.use import Use
from likeness.values.days import Moment

if TYPE_CHECKING:
    import polars as pl

_BETWEEN = "\x1f"


def uses_of(facts: pl.DataFrame) -> list[Use]:
    """Return the rows of a Batch's facts as uses, in their order; `id` is the line id, or ""."""
    units = [name for name in facts.columns if name.startswith(QUANTITY)]
    return [_use(row, units) for row in facts.iter_rows(named=True)]


def identities(facts: pl.DataFrame) -> list[str]:
    """Return what tells rows without a line id apart: a hash of all their fields (FORMAT section 6).

    The columns that are left out are fields too (`rest`); the place in the file is not.
    """
    names = sorted(name for name in facts.columns if name != "line")
    texts = facts.select(names).iter_rows()
    return [sha256(_BETWEEN.join(map(repr, (names, *row))).encode()).hexdigest()[:16] for row in texts]


def _use(row: dict[str, Any], units: list[str]) -> Use:
    return Use(
        id=row["line_id"] or "",
        user=row["user"],
        project=row["project"],
        act=row["act"],
        purpose=row["purpose"],
        age=row["age"],
        at=_moment(row["at"], day=row["at_day"]),
        made_at=_moment(row["made_at"], day=row["made_at_day"]),
        quantity={unit.removeprefix(QUANTITY): row[unit] for unit in units if row[unit] is not None},
        likeness=_members(row["likeness"]) or (),
        medium=_members(row["medium"]) or (),
        territory=_members(row["territory"]) or (),
        language=_members(row["language"]) or (),
        modification=_members(row["modification"]),
        content=_members(row["content"]),
    )


def _members(text: str | None) -> tuple[str, ...] | None:
    """Return the members of a list, each once; the empty text states that there are none."""
    if text is None:
        return None
    return tuple(dict.fromkeys(text.split(SEPARATOR))) if text else ()


def _moment(at: datetime | None, *, day: bool | None) -> Moment | None:
    return at.date() if at is not None and day else at
