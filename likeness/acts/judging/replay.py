"""Going back to an instant: what was used of the limits before it, so that only what comes after is judged again.

A row that comes late changes nothing before its own instant. What the later rows of its circle had counted is taken
off again, and a limit that one of them closed is open.
"""

from __future__ import annotations

from likeness.acts.judging.joined import Circle
from likeness.bulk.tallies import period_to
from likeness.registry.registry import Registry
from likeness.registry.tallies import TallyRow
from likeness.scope.judge import Verdict
from likeness.scope.limits import applying, period_of

Key = tuple[int, int, int]  # a licence's row, the place of the limit, the period


def as_before(registry: Registry, circle: Circle) -> dict[Key, TallyRow]:
    """Return the tallies of a circle as they stood before its instant; how new they are, they keep."""
    if circle.since is None:
        return {}
    counted: dict[Key, int] = {}
    resting = [use for use in circle.uses if use.newest.verdict is Verdict.IN_SCOPE]
    named = registry.masks.numbered({number for use in resting for number in use.newest.licences})
    grants = {grant.number: (row, grant) for row, grant in named}
    for use in resting:
        for row, grant in (grants[number] for number in use.newest.licences):
            for place, limit in applying(grant, use.use):
                key = (row, place, period_to(period_of(grant, limit, use.use)))
                counted[key] = counted.get(key, 0) + use.use.quantity[limit.unit]
    found = {}
    for tally in registry.tallies.of(circle.licences):
        key = (tally.licence, tally.place, tally.period)
        closed = tally.closed if tally.closed < circle.since else 0
        found[key] = tally._replace(total=tally.total - counted.get(key, 0), closed=closed)
    return found
