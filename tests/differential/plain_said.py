"""What was said of dues, laid beside them by the second bookkeeper (decision 0021). Every word is used once.

`said` has by key: `waived`, `came` (the sum that was entered, or None) and `owed` (what it came to then, or None).
"""

from __future__ import annotations

from tests.differential.plain_calendar import label_of
from tests.differential.plain_facts import day_of

DONE = {"report": "received", "deletion": "done"}


def spoken(licence, lines, world):
    """Return what is owed under one licence with its states, and what was said of what is no longer owed."""
    zone = licence["terms"]["zone"]
    today = day_of(world["now"], zone)
    words = {key: one for key, one in world["said"].items() if key.split(":")[1] == licence["number"]}
    left = dict(words)
    taken = {line["key"]: _words_of(line, lines, left, zone) for line in lines}
    found = []
    for line in lines:
        told = taken[line["key"]]
        found += [_told(line["kind"], line["on"], key, one, line["money"]) for key, one in told]
        open_now = _open(line, told, _beside(line, lines, taken))
        if not told and open_now == line["money"]:
            found.append(_still(line, line["key"], line["money"], today))
        elif open_now is not None:
            found.append(_still(line, _free(line, lines, words), open_now, today))
    return found + [_told(key.split(":")[0], None, key, one, None) for key, one in left.items()]


def _words_of(line, lines, words, zone):
    """Take the words of a due: those of its earlier keys that nothing else is owed by, then its own and its rests."""
    computed = {one["key"] for one in lines}
    keys = [key for key in _earlier(line, zone) if key not in computed] + _own(line["key"], computed, words)
    return [(key, words.pop(key)) for key in dict.fromkeys(keys) if key in words]


def _own(key, computed, words):
    """The key, and `:rest` behind it as often as there is a word."""
    found = [key]
    while (key := f"{key}:rest") in words or key in computed:
        found += [] if key in computed else [key]
    return found


def _free(line, lines, words):
    """The first of its keys of which nothing was said."""
    key, others = line["key"], {one["key"] for one in lines if one is not line}
    while key in words or key in others:
        key = f"{key}:rest"
    return key


def _earlier(line, zone):
    """The keys by which a due was known: of the fee where it is an overage now, of the periods that uses moved from."""
    kind, number, about = line["key"].split(":")
    if line["money"] is None and kind == "overage":
        return  # what nobody agreed is not paid by what was
    basis = line["licence"]["terms"]["fee"]["basis"]
    if kind == "overage" and basis in ("per-use", "per-unit"):
        yield f"fee:{number}:{about}"
    if kind == "overage" and basis == "per-day":
        for moment in (line["use"]["at"], *line["use"]["moved"]):
            yield f"fee:{number}:{day_of(moment, zone).isoformat()}"
    if kind == "fee" and "use" in line:
        yield f"overage:{number}:{about}"
    for one in line.get("of", ()):
        if kind == "fee" and line["every"] == "day":
            yield f"overage:{number}:{one['name']}"
        label = label_of(day_of(one["at"], zone), line["every"])
        for moment in one["moved"]:
            yield f"{kind}:{number}:{about.removesuffix(label)}{label_of(day_of(moment, zone), line['every'])}"


def _covered(told, currency):
    """What some words cover in all; None where one of them covers whatever is owed."""
    total = 0
    for _key, one in told:
        sum_of = one["came"] if one["owed"] is not None and one["came"] is not None else one["owed"]
        if sum_of is None or sum_of[0] != currency:
            return None
        total += sum_of[1]
    return total


def _open(line, told, more):
    if line["money"] is None:
        return None
    covered = _covered(told, line["money"][0])
    left = None if covered is None else line["money"][1] - covered - more
    return None if left is None or (left <= 0 and (told or more)) else (line["money"][0], left)


def _beside(line, lines, taken):
    """What was said of the other half of a use paid by the unit, beyond what that half comes to."""
    kind, _, about = line["key"].partition(":")
    other = {"fee": "overage", "overage": "fee"}.get(kind)
    for one in lines:
        if one["key"] == f"{other}:{about}" and one["licence"]["terms"]["fee"]["basis"] == "per-unit" and one["money"]:
            return max((_covered(taken[one["key"]], one["money"][0]) or 0) - one["money"][1], 0)
    return 0


def _told(kind, on, key, one, money):
    state = "waived" if one["waived"] else DONE.get(kind, "paid")
    return {"key": key, "kind": kind, "on": on, "state": state, "money": one["came"] or one["owed"] or money}


def _still(line, key, money, today):
    state = "overdue" if line["on"] is not None and line["on"] < today else "due"
    return {"key": key, "kind": line["kind"], "on": line["on"], "state": state, "money": money}
