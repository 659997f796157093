"""Draw the contour art of the gallery and the first page into `resources/art`.

Run it by hand after changing a shape: ``python packaging/draw_art.py``. The drawings are generic: level lines of a
height map made of a few Gaussian hills, slices of a body, bars of a wave, a walking skeleton, a pen line. None is
traced from a person. Every stroke is `currentColor`, so the window tints it.
"""

from __future__ import annotations

import math
import random  # noqa: TID251 - a drawing that comes out the same every time, not chance
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

SHELF = Path(__file__).resolve().parents[1] / "resources" / "art"
Point = tuple[float, float]
Height = Callable[[float, float], float]

# Hills and hollows of a face, in a box about 2 wide and 2.6 high: (x, y, width, height, rise).
BROW_TO_CHIN = (
    (0.0, 0.02, 0.085, 0.30, 0.30),
    (0.0, 0.22, 0.13, 0.10, 0.30),
    (0.0, 0.525, 0.22, 0.045, 0.15),
    (0.0, 0.635, 0.19, 0.05, 0.16),
    (0.0, 0.58, 0.24, 0.018, -0.10),
    (0.0, 0.76, 0.20, 0.05, -0.05),
    (0.0, 0.92, 0.17, 0.11, 0.16),
)
EACH_SIDE = (
    (0.13, 0.26, 0.07, 0.06, 0.10),
    (0.33, -0.13, 0.17, 0.085, -0.24),
    (0.33, -0.13, 0.09, 0.05, 0.12),
    (0.32, -0.30, 0.24, 0.055, 0.10),
    (0.42, 0.18, 0.20, 0.20, 0.10),
)
FOLDS_OF_AGE = (
    (0.24, 0.42, 0.035, 0.14, -0.09),
    (-0.24, 0.42, 0.035, 0.14, -0.09),
    (0.0, -0.55, 0.35, 0.016, -0.054),
    (0.0, -0.64, 0.35, 0.016, -0.054),
    (0.0, -0.73, 0.35, 0.016, -0.054),
)


def face_height(hills: tuple[tuple[float, ...], ...]) -> Height:
    """Return the height of a generic face at a point; outside the outline it is 0."""

    def height(x: float, y: float) -> float:
        jaw = 1 - 0.30 * min(max(y, 0.0), 1.3) ** 1.5
        rim = (x / (0.80 * jaw)) ** 2 + (y / 1.18) ** 2
        if rim >= 1:
            return 0.0
        rise = math.sqrt(1 - rim) * 1.25
        return rise + sum(a * math.exp(-(((x - cx) / w) ** 2) - ((y - cy) / h) ** 2) for cx, cy, w, h, a in hills)

    return height


def level_lines(height: Height, level: float, columns: int, rows: int) -> list[list[Point]]:
    """Return the lines along which `height` is `level`: marching squares, pieces joined end to end."""
    xs = [-1 + 2 * i / (columns - 1) for i in range(columns)]
    ys = [-1.3 + 2.65 * j / (rows - 1) for j in range(rows)]
    grid = [[height(x, y) - level for x in xs] for y in ys]
    pieces: dict[Point, list[Point]] = {}
    for j in range(rows - 1):
        for i in range(columns - 1):
            for a, b in _crossings(grid, xs, ys, i, j):
                pieces.setdefault(a, []).append(b)
                pieces.setdefault(b, []).append(a)
    return list(_joined(pieces))


def _crossings(
    grid: list[list[float]], xs: list[float], ys: list[float], i: int, j: int
) -> Iterator[tuple[Point, Point]]:
    corners = ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))
    cuts: list[Point] = []
    for (ia, ja), (ib, jb) in zip(corners, (*corners[1:], corners[0]), strict=True):
        a, b = grid[ja][ia], grid[jb][ib]
        if (a < 0) != (b < 0):
            t = a / (a - b)
            x, y = xs[ia] + t * (xs[ib] - xs[ia]), ys[ja] + t * (ys[jb] - ys[ja])
            cuts.append((round(x, 6), round(y, 6)))
    for start in range(0, len(cuts) - 1, 2):
        yield cuts[start], cuts[start + 1]


def _joined(pieces: dict[Point, list[Point]]) -> Iterator[list[Point]]:
    while pieces:
        line = [next(iter(pieces))]
        while (ends := pieces.get(line[-1])) is not None:
            after = ends.pop()
            if not ends:
                del pieces[line[-1]]
            back = pieces.get(after, [])
            if line[-1] in back:
                back.remove(line[-1])
                if not back:
                    pieces.pop(after, None)
            line.append(after)
            if after not in pieces:
                break
        yield line


def face(width: int, height: int, scale: float, rings: int, folds: tuple[tuple[float, ...], ...] = ()) -> str:
    """Draw level lines of a face, fainter at the rim."""
    hills = (*BROW_TO_CHIN, *EACH_SIDE, *((-x, *rest) for x, *rest in EACH_SIDE), *folds)
    surface = face_height(hills)
    rim = [1.25 * math.sqrt(1 - (0.985 - 0.685 * k / (rings - 1)) ** 2) for k in range(rings)]
    top = max(surface(0, -1 + k / 60) for k in range(140)) * 0.98
    crown = max(5, rings // 2)
    levels = sorted(rim + [1.245 + (top - 1.245) * k / (crown - 1) for k in range(crown)])
    unit = height * scale * 0.80
    lines: list[str] = []
    for rank, level in enumerate(levels):
        faint = 0.40 + 0.60 * rank / (len(levels) - 1)
        for line in level_lines(surface, level, 120, 150):
            if len(line) >= 6:
                points = " ".join(f"{width / 2 + x * unit:.1f},{height / 2 - 2 + y * unit:.1f}" for x, y in line)
                lines.append(f'<polyline points="{points}" opacity="{faint:.2f}"/>')
    return _svg(width, height, "".join(lines), 'stroke-width="0.9" stroke-linejoin="round"')


HEAD = ((0.0, 1.0), (0.02, 5.2), (0.06, 7.4), (0.10, 6.0), (0.125, 3.8))
TRUNK = (
    (0.14, 4.0),
    (0.165, 14.0),
    (0.19, 19.0),
    (0.25, 17.4),
    (0.33, 14.4),
    (0.40, 12.8),
    (0.46, 15.0),
    (0.545, 15.6),
)
LEG = ((0.0, 7.6), (0.25, 6.4), (0.48, 4.4), (0.62, 4.9), (0.9, 2.6), (0.95, 2.7), (1.0, 4.2))


def _between(table: tuple[Point, ...], at: float) -> float:
    for (a, u), (b, v) in pairwise(table):
        if a <= at <= b:
            return u + (v - u) * (0.5 - 0.5 * math.cos(math.pi * (at - a) / (b - a)))
    return table[-1][1]


def _slices(at: float) -> Iterator[Point]:
    """Yield (offset, radius) of the slices of a standing body at a height from 0 (crown) to 1 (sole)."""
    if at <= HEAD[-1][0]:
        yield 0.0, _between(HEAD, at)
    elif TRUNK[0][0] <= at <= TRUNK[-1][0]:
        yield 0.0, _between(TRUNK, at)
    if 0.19 <= at <= 0.60:
        down = (at - 0.19) / 0.41
        yield 20 + 13 * down, 4.6 - 2.2 * down
        yield -20 - 13 * down, 4.6 - 2.2 * down
    if at >= TRUNK[-1][0]:
        down = (at - 0.545) / 0.455
        yield 8.2 + 3.2 * down, _between(LEG, down)
        yield -8.2 - 3.2 * down, _between(LEG, down)


def body(width: int, height: int) -> str:
    """Draw a body as stacked slices."""
    rings: list[str] = []
    steps = 54
    for step in range(steps + 1):
        at = step / steps
        for offset, radius in _slices(at):
            place = f'cx="{width / 2 + offset:.1f}" cy="{10 + at * (height - 20):.1f}"'
            rings.append(f'<ellipse {place} rx="{radius:.1f}" ry="{max(0.8, radius * 0.30):.1f}" opacity="0.8"/>')
    return _svg(width, height, "".join(rings), 'stroke-width="1"')


def wave(width: int, height: int, seed: int, bars: int = 54) -> str:
    """Draw the bars of a voice."""
    dice = random.Random(seed)  # noqa: S311 - as above
    step = (width - 28) / bars
    lines: list[str] = []
    for bar in range(bars):
        along = bar / bars
        swell = 0.35 + 0.65 * math.sin(along * math.pi)
        loud = (0.25 + 0.75 * abs(math.sin(along * math.pi * 3.1 + seed))) * swell
        half = max(2.0, height * 0.40 * loud * (0.45 + 0.55 * dice.random()))
        box = f'x="{14 + bar * step:.1f}" y="{height / 2 - half:.1f}" width="2.2" height="{2 * half:.1f}"'
        lines.append(f'<rect {box} rx="1.1" opacity="{0.45 + 0.55 * loud:.2f}"/>')
    return _svg(width, height, "".join(lines), 'fill="currentColor"', fill="currentColor", stroke="none")


JOINTS = {
    "head": (0, -60), "neck": (1, -47), "shoulder-l": (-11, -44), "shoulder-r": (13, -43), "elbow-l": (-25, -30),
    "elbow-r": (22, -25), "hand-l": (-17, -13), "hand-r": (38, -34), "hip": (2, -8), "hip-l": (-6, -7),
    "hip-r": (9, -7), "knee-l": (-20, 14), "knee-r": (26, 8), "foot-l": (-40, 28), "foot-r": (24, 36),
    "toe-l": (-45, 35), "toe-r": (34, 40),
}  # fmt: skip
BONES = (
    "head neck", "neck shoulder-l", "neck shoulder-r", "shoulder-l elbow-l", "elbow-l hand-l",
    "shoulder-r elbow-r", "elbow-r hand-r", "neck hip", "hip hip-l", "hip hip-r", "hip-l knee-l",
    "knee-l foot-l", "hip-r knee-r", "knee-r foot-r", "foot-l toe-l", "foot-r toe-r",
)  # fmt: skip


def motion(width: int, height: int) -> str:
    """Draw a running skeleton and, fainter behind it, where it was."""
    parts: list[str] = []
    for rank, (behind, faint, pen) in enumerate(((-52, 0.16, 1.0), (-28, 0.32, 1.0), (0, 1.0, 1.6))):
        pose = {joint: _placed(joint, (2 - rank) * 0.5, behind, width, height) for joint in JOINTS}
        for bone in BONES:
            (x1, y1), (x2, y2) = (pose[end] for end in bone.split())
            ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
            parts.append(f'<line {ends} stroke-width="{pen}" opacity="{faint}"/>')
        for joint, (x, y) in pose.items():
            whole = joint == "head"
            radius = 7 * height / 128 if whole else (2.3 if rank == 2 else 1.5)
            look = f'fill="none" stroke-width="{pen}"' if whole else 'fill="currentColor" stroke="none"'
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {look} opacity="{faint}"/>')
    return _svg(width, height, "".join(parts), 'stroke-linecap="round"')


def _placed(joint: str, earlier: float, behind: float, width: int, height: int) -> Point:
    x, y = JOINTS[joint]
    if joint.startswith(("knee", "foot", "toe")):
        x, y = x * (1 - 0.75 * earlier), y + abs(x) * 0.06 * earlier
    elif joint.startswith(("elbow", "hand")):
        x = x * (1 - 0.6 * earlier)
    unit = height / 128
    return width / 2 + 14 + (x + behind) * unit, height / 2 + 10 * unit + y * unit


def pen_line(width: int, height: int) -> str:
    """Draw a line as a pen would, for a name or a signature."""
    points: list[str] = []
    for step in range(221):
        t = step / 220
        loop = 2 * math.pi * 6 * t
        x = width * (0.14 + 0.72 * t) + 12 * math.sin(loop)
        y = height / 2 + (34 - 22 * t) * math.cos(loop) * (0.55 + 0.45 * math.sin(3 * math.pi * t + 0.6)) - 8 * t
        points.append(f"{x:.1f},{y:.1f}")
    rule = f'<line x1="{width * 0.14:.1f}" y1="{height * 0.70:.1f}" x2="{width * 0.86:.1f}" y2="{height * 0.70:.1f}"'
    line = f'<polyline points="{" ".join(points)}" stroke-width="1.8"/>{rule} stroke-width="1" opacity="0.4"/>'
    return _svg(width, height, line, 'stroke-linecap="round" stroke-linejoin="round"')


MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="26" height="20" viewBox="0 0 26 20" fill="none" '
    'stroke="currentColor" stroke-width="2"><circle cx="9.5" cy="10" r="7.5"/>'
    '<path d="M13 3.37A7.5 7.5 0 1 1 13 16.63" stroke-dasharray="2.7 2.35"/></svg>\n'
)


def _svg(width: int, height: int, inner: str, pen: str, fill: str = "none", stroke: str = "currentColor") -> str:
    box = f'xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    colours = f'stroke="{stroke}"' if "fill=" in pen else f'fill="{fill}" stroke="{stroke}"'
    return f"<svg {box}><g {colours} {pen}>{inner}</g></svg>\n"


def main() -> None:
    """Write every drawing."""
    SHELF.mkdir(parents=True, exist_ok=True)
    drawings = {
        "face": face(206, 206, 0.46, 15),
        "face-at-an-age": face(206, 206, 0.46, 9, FOLDS_OF_AGE),
        "face-large": face(520, 560, 0.50, 26),
        "body": body(206, 206),
        "voice": wave(206, 206, 3),
        "voice-sung": wave(206, 206, 8),
        "motion": motion(206, 206),
        "signature": pen_line(206, 206),
        "mark": MARK,
    }
    for name, drawing in drawings.items():
        (SHELF / f"{name}.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main()
