"""One licence read against one cell of a use, term by term, in the order of FORMAT 4.3.

- Nothing is allowed unless the licence allows it; every term is read, whatever else is broken.
- Running limits are read by `limits`, because they depend on the uses before this one.
"""

from __future__ import annotations

from collections.abc import Callable

from likeness.scope import what, when
from likeness.scope.case import Case, Reading, State, gather
from likeness.scope.cells import Cell

# The terms that are the same for every cell of a use.
_COMMON: dict[str, Callable[[Case], State]] = {
    "user": what.user,
    "not-in-force": what.in_force,
    "authority": what.authority,
    "superseded": when.superseded,
    "withdrawn": when.withdrawn,
    "suspended": when.suspended,
    "after-death": when.after_death,
    "date": when.in_window,
    "project": what.project,
    "act": what.act,
    "purpose": what.purpose,
    "modification": what.modification,
    "age": what.age,
    "content": what.content,
    "length": what.length,
}


def read_common(case: Case) -> Reading:
    """Read the terms that are the same for every cell of the use."""
    return gather((term, read(case)) for term, read in _COMMON.items())


def read_cell(case: Case, common: Reading, cell: Cell) -> Reading:
    """Add the terms that depend on the cell."""
    own = gather(
        (
            ("medium", what.medium(case, cell.medium)),
            ("territory", what.territory(case, cell.territory)),
            ("language", what.language(case, cell.language)),
            ("source", when.source(case, cell.likeness)),
        )
    )
    return Reading(common.broken | own.broken, common.missing | own.missing)
