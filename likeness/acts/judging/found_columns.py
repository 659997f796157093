"""What was found of rows of a report, as the columns in which the registry keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.roll import Roll
from likeness.bulk.twin import VERDICTS, Part, finding_of
from likeness.registry.findings import lists_of, packed, rest_of
from likeness.registry.use_pages import FOUND

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]


def found_of(part: Part, rows: Ints, roll: Roll) -> pl.DataFrame:
    """Return what was found of some rows of a part, in the columns `FOUND`.

    Where one licence says all, that is its bits and how far a limit was passed; else it is as the judge gives it.
    """
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    position, verdict = part.rows.licence[rows], part.verdicts()[rows]
    alone = (position >= 0) & ~np.isin(rows, list(part.settled))
    blank = pl.Series([""]).new_from_index(0, len(rows))
    numbers = roll.numbers.gather(np.where(alone, position, 0)) if len(roll) else blank
    found = pl.DataFrame(
        {
            "verdict": pl.Series([one.value for one in VERDICTS]).gather(verdict),
            "broken": part.rows.broken[rows].astype(np.int64),
            "missing": part.rows.missing[rows].astype(np.int64),
            "licences": lists_of(numbers),
            "found": blank,
        }
    )
    passed = np.flatnonzero(alone & np.isin(rows, part.overruns.row))
    if len(passed):
        overruns = part.overruns.listed(rows[passed], position[passed], roll)
        licences, broken, missing = (found[name].gather(passed) for name in ("licences", "broken", "missing"))
        told = rest_of(licences, broken, missing, overruns)
        found = found.with_columns(found["found"].scatter(passed, told))
    special = np.flatnonzero(~alone)
    if len(special):
        judged = [packed(finding_of(part, row, "", roll)) for row in rows[special].tolist()]
        said = pl.DataFrame(judged, schema=found.schema, orient="row")
        found = found.with_columns(found[name].scatter(special, said[name]) for name in FOUND)
    return found


def differing(told: pl.DataFrame, part: Part, roll: Roll) -> tuple[NDArray[np.intp], pl.DataFrame]:
    """Return the rows of a part of which something else is found now than was `told` (`registry.all_uses`)."""
    found = found_of(part, np.arange(told.height), roll)
    if len(roll):
        alone = roll.numbers.gather(roll.places_of(told["licence"].to_numpy()))
        told = told.with_columns(licences=told["licences"].fill_null(lists_of(alone)))
    same = np.ones(told.height, dtype=bool)
    for name in FOUND:
        same &= told[name].eq_missing(found[name]).to_numpy()
    places = np.flatnonzero(~same)
    return places, found[places]
