"""Frames of a camera that does not exist: a printed code held before a 720p webcam, in the conditions people meet.

The code fills 40 % of the height (288 pixels), lens blur 0.65 pixel, noise 3, JPEG 88 (notes on the licence, section
3); each condition adds to that. Everything is drawn from one seed: the same frames on every run.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from likeness.paper.qr.qr_image import QrCode, make_qr

SIDE = 720  # the middle of a frame of 1280 x 720; nothing but paper lies beside it
CODE = 288
BYTES = {18: 694, 20: 829, 22: 970}  # what fills a version at level L
_FINE = 8  # pixels a module before it is held before the camera
_TWICE = 2  # the frame is drawn larger and made smaller, as a lens does


@dataclass(frozen=True)
class Condition:
    """What happens to a frame; angles in degrees, blur and motion in pixels, `covered` a share of the code."""

    name: str
    hard: bool = False
    blur: float = 0.65
    motion: int = 0
    noise: float = 3.0
    light: float = 1.0
    turn: float | None = 0.0  # None is any angle
    tilt: float = 0.0
    jpeg: int = 88
    covered: float = 0.0
    moire: float = 0.0
    glare: float = 0.0
    curl: float = 0.0


CONDITIONS = (
    Condition("clean"),
    Condition("blur 1.0", blur=1.0),
    Condition("noise 15", noise=15),
    Condition("any rotation", turn=None),
    Condition("tilt 20", tilt=20),
    Condition("JPEG 30", jpeg=30),
    Condition("3 % covered", covered=0.03),
    Condition("glare", glare=110),
    Condition("curl", curl=5),
    Condition("blur 1.5", hard=True, blur=1.5),
    Condition("motion 4 px", hard=True, motion=4),
    Condition("noise 30", hard=True, noise=30),
    Condition("low light", hard=True, light=0.18),
    Condition("tilt 35", hard=True, tilt=35),
    Condition("6 % covered", hard=True, covered=0.06),
    Condition("moire", hard=True, moire=0.25),
    Condition("combined", hard=True, turn=20, tilt=15, blur=0.9, noise=9, jpeg=70, light=0.6),
)


def a_code(version: int, seed: int = 1) -> QrCode:
    """Return a code of that version at level L, filled to the brim with random bytes."""
    code = make_qr(np.random.default_rng(seed).bytes(BYTES[version]))
    assert code is not None
    assert (code.version, code.level) == (version, "L")
    return code


def frame(code: QrCode, condition: Condition, seed: int) -> Image.Image:
    """Return one frame of 720 x 720 grey pixels."""
    chance = np.random.default_rng(seed)
    printed = Image.open(BytesIO(code.png(_FINE))).convert("L")
    if condition.covered:
        printed = _cover(printed, condition.covered, chance)
    turn = chance.uniform(0, 360) if condition.turn is None else condition.turn + chance.uniform(-2, 2)
    held = _held(printed, replace(condition, turn=turn), chance)
    seen = held.filter(ImageFilter.GaussianBlur(condition.blur))
    if condition.motion:
        seen = _moved(seen, condition.motion)
    grey = np.asarray(seen, dtype=np.float64)
    for change in (_moire, _glare, _light):
        grey = change(grey, condition, chance)
    grey += chance.normal(0, condition.noise, grey.shape)
    return _packed(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)), condition.jpeg)


def _cover(printed: Image.Image, share: float, chance: np.random.Generator) -> Image.Image:
    """Lay a grey scrap over a share of the code, clear of its three corners."""
    side = printed.width
    wide = round(side * math.sqrt(share))
    low, high = round(side * 0.35), side - wide - round(side * 0.12)
    x, y = (round(chance.uniform(low, max(low + 1, high))) for _ in range(2))
    scrap = printed.copy()
    ImageDraw.Draw(scrap).rectangle((x, y, x + wide, y + wide), fill=120)
    return scrap


def _held(printed: Image.Image, condition: Condition, chance: np.random.Generator) -> Image.Image:
    """Hold the paper before the camera: turned, tilted about its upright axis, bent, and a little off the middle."""
    size, half = SIDE * _TWICE, CODE * _TWICE / 2
    angle, tilt = math.radians(condition.turn or 0), math.radians(condition.tilt)
    away = 4 * half  # the distance of the camera from the paper
    middle = size / 2 + chance.uniform(-6, 6), size / 2 + chance.uniform(-6, 6)
    corners = []
    for x, y in ((-half, -half), (half, -half), (half, half), (-half, half)):
        across, down = x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)
        near = away / (away + across * math.sin(tilt))
        corners.append((middle[0] + across * math.cos(tilt) * near, middle[1] + down * near))
    source = [(0, 0), (printed.width, 0), (printed.width, printed.height), (0, printed.height)]
    paper = Image.new("L", (size, size), 235)
    flat = printed.transform((size, size), Image.Transform.PERSPECTIVE, _homography(corners, source),
                             Image.Resampling.BICUBIC, fillcolor=235)  # fmt: skip
    paper.paste(flat)
    if condition.curl:
        paper = _bent(paper, condition.curl * _TWICE)
    return paper.resize((SIDE, SIDE), Image.Resampling.BOX)


def _homography(seen: list[tuple[float, float]], source: list[tuple[int, int]]) -> list[float]:
    """Return the eight numbers that take a point that is seen to its place in the source."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(one) for one in np.linalg.solve(np.array(rows), np.array(values))]


def _bent(paper: Image.Image, depth: float) -> Image.Image:
    """Bend the paper as a page bends: each column is moved up or down."""
    grey = np.asarray(paper)
    columns = np.arange(grey.shape[1])
    moved = np.round(depth * np.sin(columns / grey.shape[1] * 2 * math.pi)).astype(int)
    rows = (np.arange(grey.shape[0])[:, None] + moved[None, :]).clip(0, grey.shape[0] - 1)
    return Image.fromarray(grey[rows, columns[None, :]])


def _moved(seen: Image.Image, pixels: int) -> Image.Image:
    """Move the hand while the shutter is open."""
    grey = np.asarray(seen, dtype=np.float64)
    steps = [np.roll(grey, step, axis=1) for step in range(pixels)]
    return Image.fromarray(np.mean(steps, axis=0).astype(np.uint8))


def _moire(grey: np.ndarray, condition: Condition, chance: np.random.Generator) -> np.ndarray:
    if not condition.moire:
        return grey
    y, x = np.mgrid[0 : grey.shape[0], 0 : grey.shape[1]]
    phase = chance.uniform(0, 2 * math.pi)
    waves = np.sin(2 * math.pi * x / 3.3 + phase) * np.sin(2 * math.pi * y / 3.7)
    shaded: np.ndarray = grey * (1 - condition.moire * (waves + 1) / 2)
    return shaded


def _glare(grey: np.ndarray, condition: Condition, chance: np.random.Generator) -> np.ndarray:
    if not condition.glare:
        return grey
    y, x = np.mgrid[0 : grey.shape[0], 0 : grey.shape[1]]
    at = chance.uniform(SIDE / 2 - CODE / 3, SIDE / 2 + CODE / 3, 2)
    spot = np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * 60**2))
    lit: np.ndarray = grey + condition.glare * spot
    return lit


def _light(grey: np.ndarray, condition: Condition, _chance: np.random.Generator) -> np.ndarray:
    return grey * condition.light


def _packed(picture: Image.Image, quality: int) -> Image.Image:
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=quality)
    return Image.open(BytesIO(stream.getvalue())).convert("L")
