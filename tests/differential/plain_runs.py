"""What is a re-run, for the second bookkeeper: every showing beside every one before it."""

from __future__ import annotations

from typing import Any

from likeness.values import territories
from likeness.values.codes import MEDIA
from tests.differential.plain_facts import day_of, members
from tests.differential.plain_judge import running


def re_runs(shown, before):
    """Yield those showings that show again what was shown before: the same medium, place and language."""
    seen: list[Any] = []
    for one in sorted([*shown, *before], key=lambda use: (running(use["at"]), use["id"])):
        rows = [row for row in seen if row["at"] == one["at"] and facts(row) == facts(one)]
        likenesses = {name for row in rows for name in row["likeness"]}
        if rows and likenesses.isdisjoint(one["likeness"]):
            seen.append(one)  # another likeness of the same showing
            continue
        if one in shown and any(meets(facts(one), facts(row)) for row in seen):
            yield one
        seen.append(one)


def facts(use):
    day = day_of(use["at"], "UTC")
    places = [p for code in use["territory"] for p in (members(code, day) if code in territories.GROUPS else [code])]
    return frozenset(use["medium"]), frozenset(places), frozenset(tag.lower() for tag in use["language"])


def meets(mine, theirs):
    holds = (
        lambda a, b: MEDIA.covers(frozenset({a}), b),
        lambda a, b: a == b or b.startswith(f"{a}-"),
        lambda a, b: a == b or b.startswith(f"{a}-"),
    )
    for these, those, held in zip(mine, theirs, holds, strict=True):
        if not these and not those:
            continue
        if not any(held(a, b) or held(b, a) for a in these for b in those):
            return False
    return True
