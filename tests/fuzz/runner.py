"""Feeding a target: from its seeds, and from whatever led to an answer not seen before.

The answers stand in for coverage: an input that is refused for a new reason is kept and changed further. It costs
nothing, and needs no compiler; `guided` follows real coverage, where atheris is installed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from likeness.errors import Tampered, Unreadable
from tests.fuzz.targets import Target

MOST_BYTES = 20_000
MOST_KEPT = 2_000
READ = "read"


@dataclass
class Trial:
    """One run: how many inputs, how often each answer, and the input that broke a promise, if one did."""

    turns: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    broken: bytes | None = None
    fault: BaseException | None = None


def answer(target: Target, data: bytes) -> str:
    """Return how a target answers: the code of its refusal, what it says it found, or that it read the input."""
    try:
        return target.run(data) or READ
    except (Unreadable, Tampered) as refused:
        return refused.code


def inputs(target: Target, dice: Random, kept: list[bytes]) -> Iterator[bytes]:
    """Yield the seeds, then changed ones without end."""
    seeds = list(kept)
    yield from seeds
    while True:
        yield target.change(dice.choice(kept), dice, seeds)[:MOST_BYTES]


def try_out(target: Target, turns: int, seed: int = 0) -> Trial:
    """Run a target a number of turns; stops at the first promise that breaks."""
    trial = Trial()
    for count, _ in enumerate(steps(target, trial, seed), 1):
        trial.turns = count
        if count == turns or trial.broken is not None:
            break
    return trial


def steps(target: Target, trial: Trial, seed: int) -> Iterator[str]:
    """Run a target turn by turn without end, keeping in `trial` what it answered."""
    kept = list(target.seeds())  # a list of its own: it grows
    for data in inputs(target, Random(seed), kept):
        try:
            found = answer(target, data)
        except Exception as fault:  # noqa: BLE001  whatever else comes out is what is looked for
            trial.broken, trial.fault = data, fault
            found = type(fault).__name__
        if found not in trial.answers and len(kept) < MOST_KEPT:
            kept.append(data)
        trial.answers[found] += 1
        yield found
