"""A voice that does not exist: `python -m tests.fakes.reciter HEARD HOW LANGUAGE`, answering as `speech_child` does.

It knows English and French. The texts that it read, and `silent` where it was told to be, are lines of JSON in the
file HEARD. HOW is `quick` (a text takes no time), `slow` (it takes until it is told to be silent), `falls` (it dies
with its text) or `none`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def reciter(heard: Path, how: str = "quick") -> tuple[str, ...]:
    """Return the words that start it."""
    return sys.executable, "-m", "tests.fakes.reciter", str(heard), how


def heard_by(heard: Path) -> list[tuple[str, str]]:
    """Return what was read, with its language."""
    lines = heard.read_text("utf-8").splitlines() if heard.exists() else []
    return [tuple(json.loads(line)) for line in lines]


def main(heard: Path, how: str, language: str) -> None:
    def note(text: str) -> None:
        with heard.open("a", encoding="utf-8") as book:
            book.write(json.dumps([language, text]) + "\n")

    def say(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    if how == "none" or language not in ("en", "fr"):
        say("none")
        return
    say("ready")
    line = sys.stdin.readline()
    if line:
        note(json.loads(line))
        if how == "falls":
            sys.exit(3)
        if how == "slow":
            sys.stdin.readline()
            note("silent")
            return
        say("end")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
