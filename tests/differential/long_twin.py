"""The long run of the twin: `python -m tests.differential.long_twin [PAIRS] [SEED]`; 60,000 pairs unless told more.

Thrown worlds, whole or cut into two pieces, with all licences settled and not. The first world on which the twin and
the judge differ is printed as JSON, and the exit is 1.
"""

from __future__ import annotations

import json
import random
import sys
import time

from tests.differential.comparing import pairs, twin_differs
from tests.differential.worlds import make_world


def main(wanted: int = 60_000, seed: int = 1) -> int:
    """Run, tell, and return the exit code."""
    started, dice, seen, worlds = time.monotonic(), random.Random(seed), 0, 0
    while seen < wanted:
        world, cut = make_world(dice.choice), dice.choice((0, 1, 2, 3))
        if twin_differs(world, cut):
            print(json.dumps({"world": world, "cut": cut}))
            return 1
        seen, worlds = seen + pairs(world), worlds + 1
    print(f"{seen:,} pairs in {worlds:,} worlds, {time.monotonic() - started:.0f} s, seed {seed}: no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
