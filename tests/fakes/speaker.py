"""A loudspeaker that does not exist: `python -m tests.fakes.speaker HEARD HOW RATE CHANNELS`.

It answers as `sound_child` does, and what it heard lies in the file HEARD afterwards, sample by sample. HOW is
`quick` (twenty times as fast as sound), `stuck` (half a second, then no more), `dies`, or a line to say at once.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

SPEED, FRAME = 20, 2  # bytes of a sample


def speaker(heard: Path, how: str = "quick") -> tuple[str, ...]:
    """Return the words that start it."""
    return sys.executable, "-m", "tests.fakes.speaker", str(heard), how


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(heard: Path, how: str, rate: int, channels: int) -> None:
    source, seconds = sys.stdin.buffer, 0.0
    say("Something a library says for itself")
    if how not in ("quick", "stuck", "dies"):
        say(how)
        return
    with heard.open("wb") as sink:
        while piece := source.read(rate * channels * FRAME // 10):
            sink.write(piece)
            sink.flush()
            seconds += len(piece) / FRAME / channels / rate
            time.sleep(len(piece) / FRAME / channels / rate / SPEED)
            say(f"{seconds:.3f}")
            if seconds >= 0.5 and how == "stuck":
                time.sleep(600)
            elif seconds >= 0.5 and how == "dies":
                sys.exit(3)
    say("end")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
