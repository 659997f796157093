"""A head and a body as rings around an axis, in metres with y up, and the three forms a scanner would write."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Mesh:
    """Points (n, 3) and triangles (m, 3)."""

    points: np.ndarray
    faces: np.ndarray


def tube(heights: np.ndarray, wide: np.ndarray, deep: np.ndarray, sides: int, dents: np.ndarray | None = None) -> Mesh:
    """Rings at `heights` with half-axes `wide` and `deep`, closed at both ends; `dents` (rings, sides) scales them."""
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    scale = np.ones((len(heights), sides)) if dents is None else dents
    across = wide[:, None] * np.sin(angles) * scale
    along = deep[:, None] * np.cos(angles) * scale
    ring = np.stack([across, np.repeat(heights[:, None], sides, 1), along], axis=2).reshape(-1, 3)
    points = np.vstack([ring, [[0, heights[0], 0], [0, heights[-1], 0]]])
    faces = []
    for row in range(len(heights) - 1):
        for side in range(sides):
            a, b = row * sides + side, row * sides + (side + 1) % sides
            faces += [(a, b, b + sides), (a, b + sides, a + sides)]
    foot, crown, last = len(ring), len(ring) + 1, (len(heights) - 1) * sides
    for side in range(sides):
        after = (side + 1) % sides
        faces += [(foot, after, side), (crown, last + side, last + after)]
    return Mesh(points, np.array(faces, np.int64))


def joined(*meshes: Mesh) -> Mesh:
    """Several meshes as one."""
    passed, faces = 0, []
    for mesh in meshes:
        faces.append(mesh.faces + passed)
        passed += len(mesh.points)
    return Mesh(np.vstack([mesh.points for mesh in meshes]), np.vstack(faces))


def placed(mesh: Mesh, *, at: tuple[float, float, float] = (0, 0, 0), lean: float = 0.0) -> Mesh:
    """Lean a mesh sideways by `lean` radians and move it."""
    cos, sin = np.cos(lean), np.sin(lean)
    turn = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
    return Mesh(mesh.points @ turn.T + np.array(at), mesh.faces)


def _soft(t: np.ndarray, at: list[float], values: list[float]) -> np.ndarray:
    """Values between the given ones, with the corners rounded off."""
    around = [np.interp(np.clip(t + shift, 0, 1), at, values) for shift in np.linspace(-0.035, 0.035, 7)]
    return np.asarray(np.where((t < 0.01) | (t > 0.99), np.interp(t, at, values), np.mean(around, axis=0)))


def head(rings: int = 48, sides: int = 56) -> Mesh:
    """A bust: shoulders, neck, skull, with a nose, a brow and the hollows of the eyes."""
    t = np.linspace(0, 1, rings)
    heights = t * 0.34
    wide = _soft(
        t,
        [0, 0.08, 0.2, 0.3, 0.38, 0.5, 0.68, 0.84, 0.94, 1],
        [0.16, 0.155, 0.075, 0.052, 0.056, 0.07, 0.078, 0.074, 0.05, 0.008],
    )
    deep = _soft(
        t,
        [0, 0.08, 0.2, 0.3, 0.38, 0.5, 0.68, 0.84, 0.94, 1],
        [0.075, 0.075, 0.06, 0.055, 0.07, 0.092, 0.1, 0.095, 0.066, 0.01],
    )
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    front = np.minimum(angles, 2 * np.pi - angles)  # 0 where the face looks

    def bump(height: float, tall: float, angle: float, broad: float, much: float) -> np.ndarray:
        rise = np.exp(-(((t - height) / tall) ** 2))[:, None]
        reach = np.exp(-(((front - angle) / broad) ** 2))[None, :]
        return np.asarray(much * rise * reach)

    dents = 1 + bump(0.58, 0.045, 0, 0.13, 0.22) + bump(0.71, 0.03, 0.3, 0.4, 0.05) - bump(0.65, 0.03, 0.42, 0.2, 0.1)
    dents += bump(0.47, 0.015, 0, 0.28, 0.06) + bump(0.4, 0.03, 0, 0.35, 0.06) + bump(0.61, 0.05, 1.62, 0.1, 0.1)
    return tube(heights, wide, deep, sides, dents)


def body(sides: int = 28) -> Mesh:
    """A standing figure 1.72 m tall: trunk with head, two arms, two legs."""
    t = np.linspace(0, 1, 44)
    trunk_wide = _soft(
        t,
        [0, 0.1, 0.3, 0.55, 0.64, 0.69, 0.74, 0.88, 0.97, 1],
        [0.09, 0.17, 0.13, 0.19, 0.15, 0.055, 0.06, 0.082, 0.05, 0.005],
    )
    trunk_deep = _soft(
        t,
        [0, 0.1, 0.3, 0.55, 0.64, 0.69, 0.74, 0.88, 0.97, 1],
        [0.08, 0.12, 0.1, 0.12, 0.09, 0.055, 0.07, 0.1, 0.06, 0.005],
    )
    trunk = placed(tube(t * 0.92, trunk_wide, trunk_deep, sides), at=(0, 0.8, 0))
    s = np.linspace(0, 1, 24)
    limb = np.interp(s, [0, 0.05, 0.5, 0.62, 0.94, 1], [0.02, 0.04, 0.055, 0.06, 0.085, 0.02])
    leg = tube(s * 0.86, limb, limb, sides)
    arm = tube(s * 0.66, limb * 0.62, limb * 0.62, sides)
    parts = [placed(leg, at=(way * 0.1, 0, 0)) for way in (-1, 1)]
    parts += [placed(arm, at=(way * 0.33, 0.74, 0), lean=way * 0.2) for way in (-1, 1)]
    return joined(trunk, *parts)


def obj_of(mesh: Mesh) -> bytes:
    """Wavefront OBJ: text, indices from one."""
    lines = ["# invented, from a formula"]
    lines += [f"v {x:.5f} {y:.5f} {z:.5f}" for x, y, z in mesh.points]
    lines += [f"f {a} {b} {c}" for a, b, c in mesh.faces + 1]
    return ("\n".join(lines) + "\n").encode("ascii")


def ply_of(mesh: Mesh) -> bytes:
    """PLY, binary little-endian."""
    head_text = (
        f"ply\nformat binary_little_endian 1.0\ncomment invented, from a formula\nelement vertex {len(mesh.points)}\n"
        f"property float x\nproperty float y\nproperty float z\nelement face {len(mesh.faces)}\n"
        "property list uchar int vertex_indices\nend_header\n"
    )
    rows = np.zeros(len(mesh.faces), np.dtype([("sides", "u1"), ("corners", "<i4", 3)]))
    rows["sides"], rows["corners"] = 3, mesh.faces
    return head_text.encode("ascii") + mesh.points.astype("<f4").tobytes() + rows.tobytes()


def glb_of(mesh: Mesh) -> bytes:
    """GLB: glTF 2.0 with one buffer, one mesh, one node."""
    points, corners = mesh.points.astype("<f4"), mesh.faces.astype("<u4")
    binary = points.tobytes() + corners.tobytes()
    low, high = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    tree = {
        "asset": {"version": "2.0", "generator": "likeness seeds"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": "scan"}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
        "buffers": [{"byteLength": len(binary)}],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": points.nbytes, "target": 34962},
            {"buffer": 0, "byteOffset": points.nbytes, "byteLength": corners.nbytes, "target": 34963},
        ],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": len(points), "type": "VEC3", "min": low, "max": high},
            {"bufferView": 1, "componentType": 5125, "count": corners.size, "type": "SCALAR"},
        ],
    }
    text = json.dumps(tree).encode()
    text += b" " * (-len(text) % 4)
    size = 12 + 8 + len(text) + 8 + len(binary)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, size) + chunks
