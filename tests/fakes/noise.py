"""Sound of which no two moments are alike, so that every sample can be told from the others."""

from __future__ import annotations

import numpy as np

RATE = 8_000  # samples a second


def noise(seconds: float, channels: int = 1) -> np.ndarray:
    """Return samples of 16 bits: one row for each moment, one column for each channel."""
    return np.random.default_rng(11).integers(-32_768, 32_768, (round(seconds * RATE), channels), dtype=np.int16)
