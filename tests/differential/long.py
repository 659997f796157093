"""The long run: `python -m tests.differential.long [PAIRS] [SEED]`; both judges, a million pairs unless told otherwise.

Prints pairs, worlds and seconds, and how often each answer was given (`date?` is a missing fact). The first world on
which the judges differ is printed as JSON, and the exit is 1.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.differential.comparing import both, pairs
from tests.differential.worlds import make_world


@dataclass
class Tally:
    """What a run has seen; `differ` is the first world on which the judges differ, with their answers."""

    pairs: int = 0
    worlds: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    differ: dict[str, Any] | None = None


def run(wanted: int, seed: int) -> Tally:
    """Judge thrown worlds until `wanted` pairs of a use and a licence are reached, or the judges differ."""
    dice, tally = random.Random(seed), Tally()
    while tally.pairs < wanted:
        world = make_world(dice.choice)
        house, plain = both(world)
        if house != plain:
            tally.differ = {"world": world, "house": house, "plain": plain}
            break
        tally.pairs, tally.worlds = tally.pairs + pairs(world), tally.worlds + 1
        for answer in plain:
            tally.answers.update([answer["verdict"], *answer["broken"], *(f"{term}?" for term in answer["missing"])])
    return tally


def main(wanted: int = 1_000_000, seed: int = 1) -> int:
    """Run, tell, and return the exit code."""
    started = time.monotonic()
    tally = run(wanted, seed)
    print(f"{tally.pairs:,} pairs in {tally.worlds:,} worlds, {time.monotonic() - started:.0f} s, seed {seed}")
    print(", ".join(f"{name} {count:,}" for name, count in tally.answers.most_common()))
    if tally.differ is not None:
        print(json.dumps(tally.differ))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
