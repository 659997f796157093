"""What tests of motion share: a length of time that no busy machine reaches, and the end of a motion at once."""

from __future__ import annotations

LONG = 20_000  # milliseconds: a machine that is busy is not through before the test looks


def end(motion):
    """Let a motion reach its end now."""
    motion.setCurrentTime(motion.duration())
