"""Every use of a world with what the plain judge says of it and of each licence by itself, for the plain bookkeeper."""

from __future__ import annotations

from typing import Any

from tests.differential.plain_judge import candidates, cells, is_kept, judge_cell, limit_state, limits, running, tidy
from tests.differential.plain_terms import ORDER


def heard(world):
    """Return the uses in the order of the limits: verdict, broken, missing, licences, and the limits each went over.

    `over` has, by licence whose one fault is its limits, those that the use broke: the key of the sum, the sum so far,
    and the limit.
    """
    sums: dict[Any, int] = {}
    closed: set[Any] = set()
    in_order = sorted(world["uses"], key=lambda one: (running(one.get("at")), one["id"]))
    return [use | tidy(use) | _judged(world, tidy(use), sums, closed) for use in in_order]


def _judged(world, use, sums, closed):
    readings = [candidates(world, cell) for cell in cells(use)]
    would = all(any(is_kept(state) for _, state in options) for options in readings)
    results = [judge_cell(use, options, sums, closed, would) for options in readings]
    broken, missing = set[str](), set[str]()
    resting, faults = dict[str, Any](), dict[str, set[str]]()
    for cell in results:
        broken |= set(cell["broken"])
        missing |= set(cell["missing"])
        if cell["licence"] is not None:
            number = cell["licence"]["number"]
            resting[number] = cell["licence"]
            faults.setdefault(number, set()).update(cell["broken"], cell["missing"])
    over = {
        number: _over(licence, use, sums, closed) for number, licence in resting.items() if faults[number] == {"limit"}
    }
    if not broken and not missing:
        for licence in resting.values():
            for key, limit in limits(licence, use):
                sums[key] = sums.get(key, 0) + use["quantity"][limit["unit"]]
    return {
        "verdict": "OUT_OF_SCOPE" if broken else "NEEDS_REVIEW" if missing else "IN_SCOPE",
        "broken": [term for term in ORDER if term in broken],
        "missing": [term for term in ORDER if term in missing],
        "licences": sorted(resting),
        "over": over,
    }


def _over(licence, use, sums, closed):
    _answer, over = limit_state(licence, use, sums, closed)
    return [(key, sums.get(key, 0), limit) for key, limit in limits(licence, use) if key in over]
