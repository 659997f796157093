"""The second judge reads one cell against one licence, term after term (FORMAT 4.3 to 4.6 and 4.9); limits stand apart.

- A state is "kept", "broken" or "missing"; nothing else is ever answered.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from likeness.values import codes
from tests.differential.plain_facts import day_of, instant, is_after, is_in, language_state, place_state

MAKING = ("generate", "alter", "train", "fine-tune", "evaluate", "data-mine")
ORDER = (
    "no-licence likeness user not-in-force authority superseded withdrawn suspended after-death date project act "
    "purpose medium territory language modification age content length limit source"
).split()
NARROW: dict[str, Any] = {
    "pass_on": "nobody",
    "exploit": None,
    "modifications": [],
    "forbidden_content": [],
    "limits": [],
    "age": None,
    "after_death": False,
    "works_made_stay": True,
    "strike_clause": False,
    "basis": "contract",
    "longest_seconds": None,
    "withdrawal": {"notice_days": 0},
}


def terms_of(licence):
    stated = {key: value for key, value in licence["terms"].items() if value is not None}
    return NARROW | stated


def read(world, licence, cell):
    """Return the state of every term but `limit`; `cell` is a use with one likeness, medium, territory and language."""
    t, act, at = terms_of(licence), cell["act"], cell["at"]
    state = dict.fromkeys(ORDER, "kept")
    state["user"] = "missing" if cell["user"] is None and t["pass_on"] != "anyone" else "kept"
    in_force = licence.get("signed") and (t["basis"] == "consent" or licence.get("accepted"))
    state["not-in-force"] = "kept" if in_force else "broken"
    on_paper = t["grantor"]["capacity"] == "performer" or t["grantor"].get("authority")
    state["authority"] = "kept" if on_paper else "missing"
    state["project"] = project_state(t["project"], cell["project"])
    state["act"] = act_state(t, act)
    state["purpose"] = tree_state(codes.PURPOSES, t["purposes"], cell["purpose"])
    state["medium"] = tree_state(codes.MEDIA, t["media"], cell["medium"])
    state["territory"] = place_state(t["territory"], cell["territory"], at and day_of(at, t["zone"]))
    state["language"] = language_state(t["languages"], cell["language"])
    state |= picture_states(t, cell)
    if act in codes.ACTS:
        state["date"] = date_state(t, cell)
    if at is not None:
        state |= event_states(world, licence, cell)
    if act in MAKING:
        seconds = cell["quantity"].get("second")
        if t["longest_seconds"] is not None:
            state["length"] = "missing" if seconds is None else broken_if(seconds > t["longest_seconds"])
        if at is not None and outdated(world, cell["likeness"], day_of(at, t["zone"]), seen=[]):
            state["source"] = "missing"
    return state


def broken_if(wrong):
    return "broken" if wrong else "kept"


def project_state(project, used):
    if used is None:
        return "missing"
    return broken_if(used != project["id"] and used not in (project.get("ids") or []))


def act_state(t, act):
    if act not in codes.ACTS:
        return "missing"
    return broken_if(t["exploit"] is None if act == "show" else act not in t["acts"])


def tree_state(tree, granted, used):
    if "*" in granted:
        return "kept"
    if used is None or used not in tree:
        return "missing"
    return broken_if(used not in granted and tree.parents.get(used) not in granted)


def picture_states(t, cell):
    """`modification`, `age` and `content` need their facts for generate and alter, else are read only if stated."""
    needed = "missing" if cell["act"] in ("generate", "alter") else "kept"
    modification = age = content = "kept"
    if "*" not in t["modifications"]:
        modification = needed if cell["modification"] is None else tags_state(
            codes.MODIFICATIONS, cell["modification"], [tag for tag in codes.MODIFICATIONS.codes
                                                        if tag not in t["modifications"]])  # fmt: skip
    if t["age"] is not None:
        shown = cell["age"]
        age = needed if shown is None else broken_if(shown < t["age"]["from"] or shown > t["age"]["to"])
    if t["forbidden_content"]:
        content = needed if cell["content"] is None else tags_state(
            codes.CONTENT, cell["content"], t["forbidden_content"])  # fmt: skip
    return {"modification": modification, "age": age, "content": content}


def tags_state(tree, used, refused):
    if any(tag in refused for tag in used):
        return "broken"
    return "missing" if any(tag not in tree for tag in used) else "kept"


def date_state(t, cell):
    act, at, made = cell["act"], cell["at"], cell["made_at"]
    window = t["exploit"] if act == "show" else t["create"]
    wrong = at is not None and window is not None and not is_in(day_of(at, t["zone"]), window)
    if act == "show" and made is not None and not is_in(day_of(made, t["zone"]), t["create"]):
        wrong = True
    if wrong:
        return "broken"
    return "missing" if at is None and window is not None else "kept"


def event_states(world, licence, cell):
    t, number, events = terms_of(licence), licence["number"], world.get("events") or []
    mine = [event for event in events if event.get("licence") == number]
    states = {"superseded": "kept"}
    since = first([event for event in mine if event["event"] == "superseded"])
    if since is not None:
        states["superseded"] = {True: "broken", False: "kept", None: "missing"}[is_after(cell["at"], since, t["zone"])]
    if cell["act"] not in codes.ACTS:
        return states
    withdrawn = first([event for event in mine if event["event"] == "withdrawn"])
    if withdrawn is not None and t["basis"] == "contract":
        withdrawn += timedelta(hours=24 * t["withdrawal"].get("notice_days", 0))
    states["withdrawn"] = ended_state(t, cell, withdrawn)
    performer = t["performer"]["id"]
    died = first([event for event in events if event["event"] == "died" and event["performer"] == performer])
    states["after-death"] = "kept" if t["after_death"] else ended_state(t, cell, died)
    pauses = spells(mine, "suspended", "resumed")
    if t["strike_clause"]:
        pauses += spells(events, "strike-began", "strike-ended")
    states["suspended"] = paused_state(t, cell, pauses)
    return states


def first(events):
    return min((instant(event["at"]) for event in events), default=None)


def ended_state(t, cell, since):
    """After withdrawal or death making is broken; what was made before may be shown where works made stay."""
    after = False if since is None else is_after(cell["at"], since, t["zone"])
    if after is False:
        return "kept"
    if after is None:
        return "missing"
    if cell["act"] != "show" or not t["works_made_stay"]:
        return "broken"
    if cell["made_at"] is None:
        return "missing"
    return {True: "broken", False: "kept", None: "missing"}[is_after(cell["made_at"], since, t["zone"])]


def spells(events, began, ended):
    """Return (from, to) pairs of instants; `to` None where the last one has no end."""
    found: list[list[Any]] = []
    for event in sorted(events, key=lambda event: instant(event["at"])):
        is_open = bool(found) and found[-1][1] is None
        if event["event"] == began and not is_open:
            found.append([instant(event["at"]), None])
        if event["event"] == ended and is_open:
            found[-1][1] = instant(event["at"])
    return found


def paused_state(t, cell, pauses):
    moment = cell["made_at"] if cell["act"] == "show" else cell["at"]
    answers = []
    for begin, end in pauses if moment is not None else []:
        begun = is_after(moment, begin, t["zone"])
        over = False if end is None else is_after(moment, end, t["zone"])
        if begun is True and over is False:
            answers.append("broken")
        elif begun is None or over is None:
            answers.append("missing")
    return "broken" if "broken" in answers else "missing" if "missing" in answers else "kept"


def outdated(world, name, day, seen):
    """Tell whether a likeness, or anything it was derived from, should have been deleted before `day`."""
    for double in world.get("likenesses") or []:
        if double["id"] == name and name not in seen:
            if double.get("delete_by") is not None and double["delete_by"] < day.isoformat():
                return True
            if any(outdated(world, source, day, [*seen, name]) for source in double.get("derived_from") or []):
                return True
    return False
