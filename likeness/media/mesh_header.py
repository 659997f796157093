"""What the head of a scan promises, checked against the size of the file before anything is unpacked.

- GLB (glTF 2.0 section 4.4 and 5): chunks lie inside the file, views inside the buffer, accessors inside their view,
  nodes form a tree (a node under two parents could be unfolded without end), no buffer outside the file.
- PLY: every element counted needs at least some bytes of the file.
- OBJ has no head; its size alone bounds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from likeness.errors import Unreadable
from likeness.media.facts import damaged, too_large
from likeness.values.strict_json import read_json

_LONGEST_JSON = 32 * 1024 * 1024
_LONGEST_PLY_HEAD = 65_536
_MOST_NODES = 20_000
_PLY_ELEMENT = re.compile(rb"^element\s+(\w+)\s+(\d{1,12})\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Counts:
    """Points and triangles promised; 0 where the form does not promise."""

    vertices: int = 0
    faces: int = 0


def read_counts(path: Path, form: str, size: int) -> Counts:
    """Return what the header promises, or raise Unreadable if the file cannot hold it."""
    if form == "glb":
        return _glb(path, size)
    if form == "ply":
        return _ply(path, size)
    return Counts()


def _ply(path: Path, size: int) -> Counts:
    with path.open("rb") as handle:
        head = handle.read(_LONGEST_PLY_HEAD).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    head, end, _ = head.partition(b"\nend_header\n")
    found = {name: int(count) for name, count in _PLY_ELEMENT.findall(head)}
    if not end or not found.get(b"vertex") or 2 * sum(found.values()) > size:
        raise damaged("head")
    return Counts(found[b"vertex"], found.get(b"face", 0))


def _glb(path: Path, size: int) -> Counts:
    with path.open("rb") as handle:
        head = handle.read(20)
        whole, length = (int.from_bytes(head[at : at + 4], "little") for at in (8, 12))
        if int.from_bytes(head[4:8], "little") != 2 or head[16:20] != b"JSON" or whole != size or length > size - 20:
            raise damaged("head")
        if length > _LONGEST_JSON:
            raise too_large("head")
        text = handle.read(length)
        binary = int.from_bytes(handle.read(4), "little") if size > 20 + length else 0
    if 28 + length + binary > size and binary:
        raise damaged("cut short")
    try:
        tree = read_json(text.rstrip(b" "))
    except Unreadable as fault:
        raise damaged(fault.code) from fault
    if any("uri" in buffer for buffer in tree.get("buffers", [])):
        raise damaged("a buffer outside the file")
    _refuse_views(tree, binary)
    _refuse_knots(tree.get("nodes", []))
    return _glb_counts(tree)


def _refuse_views(tree: dict[str, Any], binary: int) -> None:
    views = tree.get("bufferViews", [])
    if any(view.get("byteOffset", 0) + view["byteLength"] > binary for view in views):
        raise damaged("a view outside the buffer")
    for accessor in tree.get("accessors", []):
        view = accessor.get("bufferView")
        least = views[view]["byteLength"] if view is not None else binary
        if not 0 <= accessor["count"] <= least:
            raise damaged("an accessor outside its view")


def _refuse_knots(nodes: list[dict[str, Any]]) -> None:
    if len(nodes) > _MOST_NODES:
        raise too_large("nodes")
    parents: dict[int, int] = {}
    for index, node in enumerate(nodes):
        for child in node.get("children", []):
            if child in parents or not 0 <= child < len(nodes):
                raise damaged("nodes are no tree")
            parents[child] = index
    for start in parents:
        at, steps = start, 0
        while at in parents:
            at, steps = parents[at], steps + 1
            if steps > 1_000:
                raise damaged("nodes are no tree")


def _glb_counts(tree: dict[str, Any]) -> Counts:
    accessors = tree.get("accessors", [])
    vertices = faces = 0
    for mesh in tree.get("meshes", []):
        for primitive in mesh["primitives"]:
            points = accessors[primitive["attributes"]["POSITION"]]["count"]
            indices = primitive.get("indices")
            vertices += points
            faces += (points if indices is None else accessors[indices]["count"]) // 3
    return Counts(vertices, faces)
