"""The long run: `python -m tests.differential.long_books [HISTORIES] [SEED]`; both bookkeepers, 2,000 unless told else.

Prints histories, dues and seconds, and how often each kind was seen in each state. The first history on which the
bookkeepers differ is printed as JSON without the steps it does not need, and the exit is 1.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from likeness.acts.dues.read_dues import dues_here
from tests.differential.histories import make_history
from tests.differential.plain_books import books
from tests.differential.standing import world_of
from tests.differential.telling import Telling, a_template


@dataclass
class Tally:
    """What a run has seen: dues by kind and state (and what was done); `differ` is what only one of the two said."""

    histories: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    history: dict[str, Any] | None = None
    differ: tuple[list[dict[str, Any]], list[dict[str, Any]]] | None = None


def house(telling: Telling) -> list[dict[str, Any]]:
    """Return what the house says is owed: what stands there may be seen by anybody who asks."""
    dues = sorted(dues_here(telling.office.desk), key=lambda due: due.key)
    return [
        {"key": due.key, "kind": due.kind, "on": due.on, "state": due.state,
         "money": due.money and (due.money.currency, due.money.minor)} for due in dues
    ]  # fmt: skip


def plain(telling: Telling) -> list[dict[str, Any]]:
    """Return what the plain bookkeeper says of the same facts."""
    return sorted(books(world_of(telling)), key=lambda due: due["key"])


def told(template: Path, history: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]]:
    """Do a history; yield each step that was done, with what the two bookkeepers say then."""
    with TemporaryDirectory() as folder:
        telling = Telling(template, Path(folder))
        try:
            for terms in history["terms"]:
                telling.begin(terms)
            for step in history["steps"]:
                if telling.step(step):
                    yield step["do"], house(telling), plain(telling)
        finally:
            telling.office.close()


def run(wanted: int, seed: int) -> Tally:
    """Tell thrown histories until there are as many as wanted, or the bookkeepers differ."""
    dice, tally = random.Random(seed), Tally()
    with TemporaryDirectory() as folder:
        template = Path(folder)
        a_template(template)
        while tally.histories < wanted and tally.differ is None:
            history = make_history(dice.choice)
            tally.histories += 1
            for verb, theirs, ours in told(template, history):
                tally.seen.update([verb, *(f"{one['kind']} {one['state']}" for one in ours)])
                tally.seen.update("rest" for one in ours if one["key"].endswith(":rest"))
                if theirs != ours:
                    tally.history, tally.differ = _shorter(template, history), _apart(theirs, ours)
                    break
    return tally


def _apart(theirs: list[dict[str, Any]], ours: list[dict[str, Any]]) -> Any:
    return [one for one in theirs if one not in ours], [one for one in ours if one not in theirs]


def _shorter(template: Path, history: dict[str, Any]) -> dict[str, Any]:
    """Leave out the steps without which the bookkeepers differ all the same."""
    for place in range(len(history["steps"]) - 1, -1, -1):
        fewer = {**history, "steps": history["steps"][:place] + history["steps"][place + 1 :]}
        if any(theirs != ours for _verb, theirs, ours in told(template, fewer)):
            history = fewer
    return history


def main(wanted: int = 2_000, seed: int = 1) -> int:
    """Run, tell, and return the exit code."""
    started = time.monotonic()
    tally = run(wanted, seed)
    print(f"{tally.histories:,} histories, {time.monotonic() - started:.0f} s, seed {seed}")
    print(", ".join(f"{name} {count:,}" for name, count in tally.seen.most_common()))
    if tally.differ is not None:
        print(json.dumps(tally.history))
        print("the house:", *tally.differ[0], "plain:", *tally.differ[1], sep="\n  ")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
