"""Feeding one layer along the paths of our own code: ``python -m tests.fuzz.guided TARGET --minutes 60``.

It needs atheris (``pip install atheris``, Linux; not in the lock). An input that breaks a promise is kept as crash-*.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["likeness"]):  # our paths only: the libraries have their own fuzzers
    from tests.fuzz.runner import answer
    from tests.fuzz.targets import TARGETS


def main() -> None:
    words = argparse.ArgumentParser(prog="python -m tests.fuzz.guided")
    words.add_argument("target", choices=TARGETS)
    words.add_argument("--minutes", type=float, default=1.0)
    asked = words.parse_args()
    target = TARGETS[asked.target]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(target.seeds()):
            Path(corpus, str(number)).write_bytes(seed)
        orders = [sys.argv[0], f"-max_total_time={int(asked.minutes * 60)}", "-max_len=20000", corpus]
        atheris.Setup(orders, lambda data: answer(target, data) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
