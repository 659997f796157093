"""A second judge, written from FORMAT sections 1 to 4 alone: loops over cells and candidates, and no cleverness.

- It takes a `likeness-world/1` document; it returns a use, verdict, broken, missing and licences for each of its uses.
- It shares no rule with the judge of the house, only the tables of codes: where the two differ, one of them misreads.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from itertools import product
from typing import Any

from likeness.values import territories
from tests.differential.plain_facts import day_of, instant, is_bare, members
from tests.differential.plain_terms import MAKING, ORDER, read, terms_of

LISTS = ("likeness", "medium", "territory", "language")
SINGLE = ("user", "project", "act", "purpose", "age", "at", "made_at")


def judge(world):
    """Judge every use of a world, the limits running over all of them in their order (FORMAT 4.7)."""
    uses = [tidy(use) for use in world.get("uses") or []]
    sums: dict[Any, int] = {}
    closed: set[Any] = set()
    answers = {}
    for index in sorted(range(len(uses)), key=lambda i: (running(uses[i]["at"]), uses[i]["id"])):
        answers[index] = judge_one(world, uses[index], sums, closed)
    return [answers[index] for index in range(len(uses))]


def tidy(use):
    """Left out, null and "" are one: not stated. What may be a list becomes one; those of a cell may then be empty."""
    tidied = {"id": use["id"], "quantity": use.get("quantity") or {}}
    for key in SINGLE:
        tidied[key] = None if use.get(key) in (None, "") else use[key]
    for key in (*LISTS, "modification", "content"):
        stated = None if use.get(key) == "" else use.get(key)
        tidied[key] = [stated] if isinstance(stated, str) else stated
    for key in LISTS:
        tidied[key] = tidied[key] or []
    return tidied


def running(at):
    """A bare date stands at 00:00 UTC; without a date a use moves nothing, so it may stand anywhere: last."""
    if at is None:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.combine(day_of(at, "UTC"), time(), UTC) if is_bare(at) else instant(at)


def cells(use):
    places: list[str] = []
    for code in use["territory"]:
        inside = members(code, use["at"] and day_of(use["at"], "UTC")) if code in territories.GROUPS else []
        places += inside or [code]
    stated = [use["likeness"], use["medium"], places, use["language"]]
    for likeness, medium, place, language in product(*(values or [None] for values in stated)):
        yield use | {"likeness": likeness, "medium": medium, "territory": place, "language": language}


def judge_one(world, use, sums, closed):
    split = list(cells(use))
    readings = [candidates(world, cell) for cell in split]
    would = all(any(is_kept(state) for _, state in found) for found in readings)
    results = [judge_cell(use, found, sums, closed, would) for found in readings]
    broken = {term for cell in results for term in cell["broken"]}
    missing = {term for cell in results for term in cell["missing"]}
    resting = {licence["number"]: licence for cell in results if (licence := cell["licence"]) is not None}
    if not broken and not missing:
        for licence in resting.values():
            for key, limit in limits(licence, use):
                sums[key] = sums.get(key, 0) + use["quantity"][limit["unit"]]
    return {
        "use": use["id"],
        "verdict": "OUT_OF_SCOPE" if broken else "NEEDS_REVIEW" if missing else "IN_SCOPE",
        "broken": [term for term in ORDER if term in broken],
        "missing": [term for term in ORDER if term in missing],
        "licences": sorted(resting),
    }


def candidates(world, cell):
    found = []
    for licence in world.get("licences") or []:
        t = terms_of(licence)
        passed = t["pass_on"] == "anyone" or (t["pass_on"] != "nobody" and cell["user"] in t["pass_on"])
        allowed = cell["user"] in (None, t["licensee"]["id"]) or passed
        if cell["likeness"] in t["likenesses"] and allowed:
            found.append((licence, read(world, licence, cell)))
    return found


def is_kept(state):
    return all(answer == "kept" for answer in state.values())


def judge_cell(use, found, sums, closed, would):
    """Return what one cell rests on, or the nearest licence with what is wrong under it."""
    if not found:
        unnamed = use["likeness"] == []
        return {
            "licence": None,
            "broken": [] if unnamed else ["no-licence"],
            "missing": ["likeness"] if unnamed else [],
        }
    covering = [licence for licence, state in found if is_kept(state)]
    for licence in sorted(covering, key=lambda licence: (window_end(licence, use), licence["number"])):
        answer, over = limit_state(licence, use, sums, closed)
        if answer == "kept":
            return {"licence": licence, "broken": [], "missing": []}
        if would:
            closed |= over
    options = []
    for licence, state in found:
        limited = state | {"limit": limit_state(licence, use, sums, closed)[0]}
        options.append((licence, limited))
    licence, state = min(options, key=lambda option: distance(*option))
    return {"licence": licence} | {
        kind: [term for term in ORDER if state[term] == kind] for kind in ("broken", "missing")
    }


def window_end(licence, use):
    window = terms_of(licence)["exploit" if use["act"] == "show" else "create"]
    return (window or {}).get("to") or "no end: after every year"


def limits(licence, use):
    """Yield (the key of its running sum, the limit) for each limit that the use's act moves."""
    t = terms_of(licence)
    for index, limit in enumerate(t["limits"]):
        if use["act"] in MAKING if limit.get("on") is None else use["act"] == "show":
            day = use["at"] and day_of(use["at"], t["zone"])
            period = {"month": day and (day.year, day.month), "year": day and day.year}.get(limit.get("per"))
            yield (licence["number"], index, period), limit


def limit_state(licence, use, sums, closed):
    """Return the state of `limit` and the keys of the sums that the use would take over their most."""
    answers, over = [], set()
    for key, limit in limits(licence, use):
        amount = use["quantity"].get(limit["unit"])
        if amount is None:
            answers.append("missing")
        elif amount > 0 and (key in closed or sums.get(key, 0) + amount > limit["max"]):
            answers.append("broken")
            over.add(key)
    return "broken" if "broken" in answers else "missing" if "missing" in answers else "kept", over


def distance(licence, state):
    """How far a licence is from the use, by FORMAT 4.8: what is smaller is nearer."""
    broken = [term for term in ORDER if state[term] == "broken"]
    wrong = broken or [term for term in ORDER if state[term] == "missing"]
    weight = sum(2 ** (len(ORDER) - ORDER.index(term)) for term in wrong)
    return (
        bool(broken),
        state["project"] != "kept",
        state["not-in-force"] == "broken",
        state["superseded"] == "broken",
        len(wrong),
        weight,
        licence["number"],
    )
