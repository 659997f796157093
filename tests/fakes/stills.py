"""Stills as evidence: small pictures, written where a test wants them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

WIDE, TALL = 90, 60
HARBOUR, DUSK = (40, 90, 120), (200, 120, 60)


def write_still(path: Path, ground: tuple[int, int, int] = HARBOUR, sides: tuple[int, int] = (WIDE, TALL)) -> Path:
    """Write a picture of one colour with a sun in it, in the form of its ending; return its path."""
    made = Image.new("RGB", sides, ground)
    wide, tall = sides
    made.paste((250, 220, 120), (wide // 3, tall // 4, wide // 2, tall // 2))
    made.save(path)
    return path
