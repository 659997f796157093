"""Feeding one layer, or all in turn, for as long as one likes: ``python -m tests.fuzz [TARGET] --minutes 60``.

Exit 1 and a file with the input if a promise broke. Inputs that lead to new answers are followed; `tests.fuzz.guided`
follows the paths of our code instead, where atheris is installed.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from hashlib import sha256
from pathlib import Path

from tests.fuzz.runner import Trial, steps
from tests.fuzz.targets import TARGETS


def run(name: str, minutes: float, seed: int) -> bool:
    """Feed one target; tells whether its promises held."""
    trial = Trial()
    begun = time.monotonic()
    for turns, _ in enumerate(steps(TARGETS[name], trial, seed), 1):
        trial.turns = turns
        if trial.broken is not None or time.monotonic() - begun > minutes * 60:
            break
    told = ", ".join(f"{code} {count:,}" for code, count in trial.answers.most_common(6))
    print(f"{name}: {trial.turns:,} inputs, {len(trial.answers)} answers: {told}", flush=True)
    if trial.broken is None:
        return True
    path = Path(f"fuzz-{name}-{sha256(trial.broken).hexdigest()[:8]}.bin")
    path.write_bytes(trial.broken)
    print(f"BROKEN, input kept in {path}", flush=True)
    traceback.print_exception(trial.fault)
    return False


def main() -> int:
    words = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Feeds a layer with spoiled bytes.")
    words.add_argument("target", nargs="*", choices=[[], *TARGETS], help="which layer; all in turn if left out")
    words.add_argument("--minutes", type=float, default=1.0, help="for each target")
    words.add_argument("--seed", type=int, default=None, help="repeat a run")
    asked = words.parse_args()
    seed = asked.seed if asked.seed is not None else time.time_ns() % 10**9
    print(f"seed {seed}", flush=True)
    held = [run(name, asked.minutes, seed) for name in asked.target or TARGETS]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
