"""A movement (BVH): joints, frames and the time of a frame, with every line of the motion counted.

The form: HIERARCHY with ROOT and JOINT, each with `CHANNELS n ...`; MOTION with `Frames: n`, `Frame Time: seconds`;
then one line a frame with as many numbers as there are channels (Biovision's own description).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from likeness.media.facts import FOREIGN, Fact, Inside, damaged, too_large

_MOST_JOINTS = 5_000
_LONGEST_LINE = 1_000_000
_LARGEST = 1 << 30


def read_movement(path: Path) -> Inside:
    """Return joints, channels, frames, seconds and frames a second."""
    if path.stat().st_size > _LARGEST:
        raise too_large("file")
    try:
        return _read(path)
    except FOREIGN as fault:
        raise damaged(type(fault).__name__) from fault


def _read(path: Path) -> Inside:
    with path.open("r", encoding="utf-8-sig", errors="strict", newline=None) as handle:
        lines = _lines(handle)
        joints, channels = _hierarchy(lines)
        frames = int(_after(next(lines, ""), "Frames:"))
        frame_time = float(_after(next(lines, ""), "Frame Time:"))
        counted = _count_frames(lines, channels)
    if counted != frames or not 0 < frame_time < 3_600:
        raise damaged(f"{counted} of {frames} frames")
    facts: dict[str, Fact] = {
        "joints": joints,
        "channels": channels,
        "frames": frames,
        "seconds": round(frames * frame_time, 3),
        "frames_a_second": round(1 / frame_time, 3),
    }
    return Inside("motion-capture", facts)


def _lines(handle: Iterator[str]) -> Iterator[str]:
    for line in handle:
        if len(line) > _LONGEST_LINE:
            raise too_large("line")
        if line.strip():
            yield line.strip()


def _hierarchy(lines: Iterator[str]) -> tuple[int, int]:
    joints = channels = depth = 0
    for line in lines:
        word, *rest = line.split()
        if word in ("ROOT", "JOINT"):
            joints += 1
        elif word == "CHANNELS":
            channels += int(rest[0])
        elif word == "MOTION":
            break
        depth += (word == "{") - (word == "}")
        if joints > _MOST_JOINTS:
            raise too_large("joints")
    if depth or not joints or not channels:
        raise damaged("hierarchy")
    return joints, channels


def _after(line: str, word: str) -> str:
    if not line.startswith(word):
        raise damaged(word)
    return line.removeprefix(word)


def _count_frames(lines: Iterator[str], channels: int) -> int:
    count = 0
    for line in lines:
        numbers = line.split()
        if len(numbers) != channels:
            raise damaged(f"frame {count + 1}")
        float(numbers[0])
        float(numbers[-1])
        count += 1
    return count
