"""A second bookkeeper: all that is owed in one registry, from FORMAT, decision 0021 and what the house promises alone.

- It takes a world: `licences` (those of `plain_judge`, with `in_force_at`, `ended_at`, `replaced_at`, `replaces`),
  `events`, `uses` (with the `name` they have in keys, whether they are `mistaken`, the moments they `moved` from),
  `said` by key, and `now`. It returns dues as dictionaries, sums in minor units.
- It shares no rule with the house, only the tables of codes: where the two differ, one of them misreads.

What the texts leave open, as a performer's agent would have it:

- A fee, an overage or a copy is owed from when the use is known; a re-run, a title or a period once its day has come.
- The periods of reports that ended before an amendment are reported under the older licence. The newer one has the
  running one and all after it, although its own windows may open later.
- A row of a report is the same row in whichever of the reports of one company for one period it is told, corrected or
  taken back and told again: its name is its line id, `@` and the number of the first of those reports.
- What came in for a use is for that use: fee or overage, whichever it is by now. So is what came in for a day or a
  period, where all that counted in it was corrected to another one.
- A sum that comes to nothing, by 0 % or by rounding, is not owed.
- What came in covers what came in; what was let go covers the sum of that day; the rest is due.
"""

from __future__ import annotations

from tests.differential.plain_calendar import add_days, periods_between
from tests.differential.plain_facts import day_of
from tests.differential.plain_fees import fees, overages
from tests.differential.plain_hearing import heard
from tests.differential.plain_papers import chain, due, in_force_on, under
from tests.differential.plain_residuals import residuals
from tests.differential.plain_said import spoken


def books(world):
    """Return every due: key, kind, money (a currency and minor units, or None), on and state."""
    judged, found = heard(world), []
    for licence in world["licences"]:
        if licence["in_force_at"] is not None:
            found += spoken(licence, owed(world, licence, judged), world)
    return found


def owed(world, licence, judged):
    """Return what is owed under one licence, whatever was said of it, by day and then by key."""
    earlier, mine = chain(world, licence), under(licence, judged)
    lines = [*fees(world, licence, mine, earlier), *residuals(world, licence, mine, earlier, judged)]
    lines += [*overages(licence, mine), *reports(world, licence, earlier), *deletions(licence)]
    lines = [line for line in lines if line["money"] is None or line["money"][1]]
    return sorted(lines, key=lambda line: (line["on"] is None, line["on"], line["key"]))


def reports(world, licence, earlier):
    terms = licence["terms"]
    if not terms.get("reporting"):
        return
    since = min(opens(one) for one in [licence, *earlier])
    stop = [day_of(world["now"], terms["zone"]), closes(licence)]
    stop += [day_of(licence["ended_at"], terms["zone"])] if licence["ended_at"] else []
    for label, _first, last in periods_between(
        max(since, in_force_on(licence)), min(stop), terms["reporting"]["every"]
    ):
        if not licence["replaced_at"] or last < day_of(licence["replaced_at"], terms["zone"]):
            yield due(licence, "report", label, add_days(last, terms["reporting"]["due_days"]))


def windows(licence):
    return [one for one in (licence["terms"]["create"], licence["terms"].get("exploit")) if one]


def opens(licence):
    return day_of(min(one["from"] for one in windows(licence)), "UTC")


def closes(licence):
    return day_of(max(one.get("to") or "9999-12-31" for one in windows(licence)), "UTC")


def deletions(licence):
    by, zone = licence["terms"].get("delete_by"), licence["terms"]["zone"]
    if by and (not licence["replaced_at"] or day_of(by, zone) <= day_of(licence["replaced_at"], zone)):
        yield due(licence, "deletion", "copies", day_of(by, zone))
