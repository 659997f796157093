"""A small picture of a scan, as on a turntable: seen a little from the side and above, each face one flat shade.

- Own projection in numpy, drawn from far to near; no window system, no graphics card.
- A dense scan is first made coarse: points that fall into the same cell of a fine grid become one.
"""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw

SIDE = 320
_FINE = 2  # drawn this much larger, then made small: smooth edges
_MOST_FACES = 30_000
_CELLS = 96
_YAW, _PITCH = np.radians(32.0), np.radians(-12.0)
_LIGHT = np.array([-0.45, 0.55, 0.70]) / np.linalg.norm([-0.45, 0.55, 0.70])
_DARK, _PALE = np.array([58.0, 66.0, 78.0]), np.array([226.0, 230.0, 236.0])


def draw_turntable(points: np.ndarray, faces: np.ndarray) -> bytes:
    """Return a PNG of 320 x 320 pixels with a clear ground. `points` (n, 3) with y up, `faces` (m, 3) or none."""
    seen = _turned(points)
    size = SIDE * _FINE
    image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    if len(faces):
        _draw_faces(pen, *_coarse(seen, faces), size)
    else:
        _draw_points(pen, seen, size)
    out = BytesIO()
    image.resize((SIDE, SIDE), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _turned(points: np.ndarray) -> np.ndarray:
    """Centre, scale to one, and turn: x to the right, y up, z towards the eye."""
    low, high = points.min(axis=0), points.max(axis=0)
    unit = (points - (low + high) / 2) / max(float((high - low).max()), 1e-30)
    cos, sin = np.cos(_YAW), np.sin(_YAW)
    yaw = np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]])
    cos, sin = np.cos(-_PITCH), np.sin(-_PITCH)
    pitch = np.array([[1, 0, 0], [0, cos, -sin], [0, sin, cos]])
    turned: np.ndarray = unit @ (pitch @ yaw).T
    return turned


def _coarse(points: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fewer faces, if they are many: snap points to cells and drop the faces that fall into a line."""
    if len(faces) <= _MOST_FACES:
        return points, faces
    cells = np.floor((points - points.min(axis=0)) * _CELLS).astype(np.int64)
    key = (cells[:, 0] * 4096 + cells[:, 1]) * 4096 + cells[:, 2]
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    snapped = which[faces]
    flat = (snapped[:, 0] == snapped[:, 1]) | (snapped[:, 1] == snapped[:, 2]) | (snapped[:, 0] == snapped[:, 2])
    kept = np.unique(snapped[~flat], axis=0)
    if len(kept) > 4 * _MOST_FACES:
        kept = kept[:: len(kept) // (4 * _MOST_FACES) + 1]
    return points[first], kept


def _draw_faces(pen: ImageDraw.ImageDraw, points: np.ndarray, faces: np.ndarray, size: int) -> None:
    corners = points[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    lengths = np.linalg.norm(normals, axis=1)
    normals /= np.maximum(lengths, 1e-30)[:, None]
    normals *= np.where(normals[:, 2] < 0, -1.0, 1.0)[:, None]  # a scan may be wound either way: shade both sides
    light = np.clip(normals @ _LIGHT, 0, 1) ** 0.9
    shades = (_DARK + (_PALE - _DARK) * light[:, None]).astype(int)
    flat = _on_paper(points, size)
    for index in np.argsort(corners[:, :, 2].mean(axis=1)):
        pen.polygon([tuple(flat[corner]) for corner in faces[index]], fill=(*shades[index], 255))


def _draw_points(pen: ImageDraw.ImageDraw, points: np.ndarray, size: int) -> None:
    if len(points) > _MOST_FACES:
        points = points[:: len(points) // _MOST_FACES + 1]
    flat = _on_paper(points, size)
    depth = (points[:, 2] - points[:, 2].min()) / max(float(np.ptp(points[:, 2])), 1e-30)
    for index in np.argsort(depth):
        x, y = flat[index]
        shade = (_DARK + (_PALE - _DARK) * depth[index]).astype(int)
        pen.ellipse((x - 2, y - 2, x + 2, y + 2), fill=(*shade, 255))


def _on_paper(points: np.ndarray, size: int) -> np.ndarray:
    spread = max(float(np.abs(points[:, :2]).max()), 1e-30)
    scale = size * 0.46 / spread
    return np.column_stack((size / 2 + points[:, 0] * scale, size / 2 - points[:, 1] * scale))
