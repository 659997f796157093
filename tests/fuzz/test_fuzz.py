"""A few thousand spoiled inputs for every layer, the same on every run: only our own errors come out."""

from __future__ import annotations

import subprocess
import sys
from random import Random

import pytest

from likeness.errors import Unreadable
from tests.fakes.shared import CHECKOUT
from tests.fuzz.runner import READ, answer, try_out
from tests.fuzz.targets import TARGETS, Target


@pytest.mark.parametrize("name", TARGETS)
def test_only_our_own_errors_come_out(name):
    target = TARGETS[name]
    trial = try_out(target, target.turns)
    if trial.fault is not None:
        raise AssertionError(f"{name} broke on {trial.broken!r}") from trial.fault
    assert trial.turns == target.turns
    assert trial.answers.keys() & {READ, "valid"} or name == "court"
    assert len(trial.answers) > 1


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_are_read(name):
    answers = {answer(TARGETS[name], seed) for seed in TARGETS[name].seeds()}
    assert answers & {READ, "valid"} or name == "court"


def test_a_run_can_be_repeated():
    target = TARGETS["cbor"]
    assert try_out(target, 500, seed=4).answers == try_out(target, 500, seed=4).answers


def test_a_broken_promise_is_found_and_kept():
    def fragile(data: bytes) -> None:
        if data[:1] == b"\xff":
            raise KeyError(data)
        if data != b"seed":
            raise Unreadable("other")

    trial = try_out(Target(fragile, lambda: [b"seed"], 0), 20_000)
    assert isinstance(trial.fault, KeyError)
    assert trial.broken is not None
    assert trial.broken[:1] == b"\xff"


def test_damage_is_damage():
    """The changes change something nearly always, and grow nothing beyond measure."""
    target = TARGETS["cose"]
    dice, seeds = Random(1), target.seeds()
    changed = [target.change(seed, dice, seeds) != seed for seed in seeds * 20]
    assert sum(changed) > len(changed) * 0.9


def test_the_command_runs():
    words = [sys.executable, "-m", "tests.fuzz", "base45", "--minutes", "0.01", "--seed", "3"]
    done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "base45:" in done.stdout
