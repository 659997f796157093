"""Drawn pictures beside stored ones: at most 0.5 % of the pixels may differ by more than 24 in any colour, and nowhere
so many together that a word or a button may have come or gone.

- What differs is written to tests/ui/failed, out of git's sight: what was drawn, and where it is not as stored.
- LIKENESS_REDRAW=1 stores what is drawn now, after a change that was looked at; then it is compared all the same.
- Stored pictures have 256 colours: a third of the size, and no pixel is further than 10 from what was drawn.
"""

from __future__ import annotations

import os

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.fakes.shared import CHECKOUT

STORED, FAILED = CHECKOUT / "tests" / "ui" / "pictures", CHECKOUT / "tests" / "ui" / "failed"
FAR, MOST = 24, 0.005
TILE, MOST_OF_A_TILE = 32, 0.06  # a word of ten letters that is not there fills an eighth of a tile


def unlike(widget: QWidget, name: str) -> str:
    """Return an empty string if the widget looks as stored under that name, else what is wrong."""
    return unlike_image(widget.grab().toImage(), name)


def unlike_image(image: QImage, name: str) -> str:
    """Return an empty string if a picture looks as stored under that name, else what is wrong."""
    drawn = pixels(image)
    stored = STORED / f"{name}.png"
    if os.environ.get("LIKENESS_REDRAW"):
        _store(drawn, name)
    if not stored.exists():
        return f"{name}: nothing is stored; look at it, then run this test with LIKENESS_REDRAW=1"
    with Image.open(stored) as picture:
        wanted = np.asarray(picture.convert("RGB")).astype(int)
    if drawn.shape != wanted.shape:
        return f"{name}: drawn as {drawn.shape[1]} x {drawn.shape[0]}, stored as {wanted.shape[1]} x {wanted.shape[0]}"
    apart = np.abs(drawn - wanted).max(axis=2) > FAR
    if apart.mean() <= MOST and _worst_tile(apart) <= MOST_OF_A_TILE:
        return ""
    _show(drawn, apart, name)
    all_over, most = 100 * apart.mean(), 100 * _worst_tile(apart)
    return f"{name}: {all_over:.2f} % of the pixels differ, {most:.0f} % in one place: tests/ui/failed/{name}-apart.png"


def pixels(image: QImage) -> np.ndarray:
    """Return a picture as rows of pixels of three numbers."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(int)


def _worst_tile(apart: np.ndarray) -> float:
    """Return the share of differing pixels where they stand closest together."""
    rows, columns = (-size % TILE for size in apart.shape)
    whole = np.pad(apart, ((0, rows), (0, columns)))
    tiles = whole.reshape(whole.shape[0] // TILE, TILE, whole.shape[1] // TILE, TILE)
    return float(tiles.mean(axis=(1, 3)).max())


def _store(drawn: np.ndarray, name: str) -> None:
    STORED.mkdir(exist_ok=True)
    whole = Image.fromarray(drawn.astype(np.uint8))
    few = whole.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(STORED / f"{name}.png", optimize=True)


def _show(drawn: np.ndarray, apart: np.ndarray, name: str) -> None:
    """Write what was drawn, and the same one paled with the differing pixels in red."""
    FAILED.mkdir(exist_ok=True)
    Image.fromarray(drawn.astype(np.uint8)).save(FAILED / f"{name}.png")
    pale = 255 - (255 - drawn) // 4
    pale[apart] = (220, 0, 0)
    Image.fromarray(pale.astype(np.uint8)).save(FAILED / f"{name}-apart.png")
