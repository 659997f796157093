"""A scan (GLB, PLY, OBJ): points, triangles, bounds, and a picture turned a little to the side.

- The header is read by ourselves first (`mesh_header`): what claims more than the file can hold never reaches trimesh.
- The file is read alone. Nothing that it names (materials, textures, other buffers) is opened, near or far.
"""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path

import numpy as np
import trimesh

from likeness.errors import Unreadable
from likeness.media.facts import FOREIGN, PICTURE, TOO_LARGE, Fact, Inside, damaged
from likeness.media.mesh_header import Counts, read_counts
from likeness.media.turntable import draw_turntable

_LARGEST = 256 * 1024 * 1024
_MOST_POINTS = 8_000_000
_A_BODY_IS_TALL = 2.2  # height against width; a head with shoulders stays below
logging.getLogger("trimesh").setLevel(logging.CRITICAL)  # its faults come to us as exceptions


def read_mesh(path: Path, form: str, size: int) -> Inside:
    """Return vertices, faces and the sides of the box around them, with a PNG of 320 x 320 pixels."""
    try:
        counts = read_counts(path, form, size)
        if size > _LARGEST or max(counts.vertices, counts.faces) > _MOST_POINTS:
            facts: dict[str, Fact] = {"vertices": counts.vertices, "faces": counts.faces} if counts.vertices else {}
            return Inside(None, facts, inside=TOO_LARGE)
        with np.errstate(all="ignore"):
            points, faces = _load(path, form, counts)
            return _told(points, faces)
    except FOREIGN as fault:
        raise damaged(type(fault).__name__) from fault


def _load(path: Path, form: str, counts: Counts) -> tuple[np.ndarray, np.ndarray]:
    """All points and triangles of the scene, in place; raise if they are not what the header promised."""
    nameless = BytesIO(path.read_bytes())  # an open file has a name, and trimesh would look beside it
    scene = trimesh.load_scene(nameless, file_type=form, process=False, skip_materials=True)
    points: list[np.ndarray] = []
    faces: list[np.ndarray] = []
    passed = 0
    for node in scene.graph.nodes_geometry:
        turn, name = scene.graph[node]
        shape = scene.geometry[name]
        own = trimesh.transform_points(np.asarray(shape.vertices, np.float64), turn)
        points.append(own)
        faces.append(np.asarray(getattr(shape, "faces", np.zeros((0, 3))), np.int64) + passed)
        passed += len(own)
        if passed > _MOST_POINTS:
            raise Unreadable(TOO_LARGE, detail="copies")
    if not passed or (form == "ply" and passed != counts.vertices):
        raise damaged("points")
    return np.vstack(points), np.vstack(faces)


def _told(points: np.ndarray, faces: np.ndarray) -> Inside:
    if not np.isfinite(points).all() or (faces.size and (faces.min() < 0 or faces.max() >= len(points))):
        raise damaged("points")
    sides = points.max(axis=0) - points.min(axis=0)
    if not 0 < float(sides.max()) < 1e12:
        raise damaged("size")
    facts: dict[str, Fact] = {
        "vertices": len(points),
        "faces": len(faces),
        "bounds": [float(f"{side:.4g}") for side in sides],
    }
    tall = sides[1] > _A_BODY_IS_TALL * max(float(min(sides[0], sides[2])), 1e-9)
    kind = "body-scan" if tall and sides[1] == sides.max() else "face-scan"
    return Inside(kind, facts, draw_turntable(points, faces), PICTURE)
