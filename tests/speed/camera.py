"""How many frames of a simulated camera are read, condition by condition: ``python3 run.py bench camera``.

Floors (DESIGN section 5): a code of version 20 is read in every frame in the plain conditions, and in 85 % of the
frames in each hard one. Version 18 is held to the same, version 22 to the plain conditions. A table of shares, no
times: a slow machine changes nothing.
"""

from __future__ import annotations

from likeness.paper.qr.qr_frame import read_frame
from tests.fakes.camera import CONDITIONS, Condition, a_code, frame
from tests.fakes.camera import SIDE as WIDE

FRAMES = 20
VERSIONS = (18, 20, 22)
PLAIN, HARD = 1.0, 0.85


def floor(condition: Condition, version: int) -> float:
    """Return the share that must be read; 0 where nothing is promised."""
    if not condition.hard:
        return PLAIN
    return HARD if version <= 20 else 0.0


def share(version: int, condition: Condition, frames: int = FRAMES) -> float:
    """Return the share of frames whose exact text is read."""
    code = a_code(version)
    read = (read_frame(frame(code, condition, seed).tobytes(), WIDE, WIDE).texts for seed in range(frames))
    return sum(texts == (code.text,) for texts in read) / frames


def main(frames: int = FRAMES) -> bool:
    """Print the table; returns whether every floor holds."""
    print(f"\ncodes read from a simulated 720p frame, 40 % of its height, {frames} frames a cell")
    print(f"{'':16}" + "".join(f"{f'version {version}':>14}" for version in VERSIONS))
    holds = True
    for condition in CONDITIONS:
        cells = []
        for version in VERSIONS:
            found, least = share(version, condition, frames), floor(condition, version)
            holds = holds and found >= least
            cells.append(f"{found:8.0%} " + ("     " if not least else "holds" if found >= least else "BELOW"))
        print(f"{condition.name:16}" + "".join(cells))
    return holds


if __name__ == "__main__":
    main()
