"""Which family a file belongs to, told from its first bytes and never from its name."""

from __future__ import annotations

import re

HEAD = 65_536  # bytes a caller reads for us

OTHER = "other"
SOUND = ("wav", "flac")
PICTURES = ("png", "jpeg")
MESHES = ("glb", "ply", "obj")

_OBJ_VERTEX = re.compile(rb"^v(?:\s+[-+]?[\d.]+(?:[eE][-+]?\d+)?){3,8}\s*$", re.MULTILINE)
_OBJ_LINE = re.compile(rb"^(?:#|v |vn |vt |vp |f |o |g |s |l |p |mtllib |usemtl )")


def sniff(head: bytes, size: int) -> str:
    """Return "wav", "flac", "png", "jpeg", "glb", "ply", "obj", "bvh", "safetensors" or "other".

    `head` is the beginning of the file (HEAD bytes or all of it), `size` the size of the whole.
    """
    return _by_magic(head) or _by_text(head) or _by_tensor_header(head, size) or OTHER


def _by_magic(head: bytes) -> str | None:
    if head[:4] in (b"RIFF", b"RF64", b"BW64") and head[8:12] == b"WAVE":
        return "wav"
    magics = {
        b"fLaC": "flac",
        b"\x89PNG\r\n\x1a\n": "png",
        b"\xff\xd8\xff": "jpeg",
        b"glTF": "glb",
        b"ply\n": "ply",
        b"ply\r": "ply",
    }
    return next((name for magic, name in magics.items() if head.startswith(magic)), None)


def _by_text(head: bytes) -> str | None:
    if b"\0" in head:
        return None
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if re.match(rb"HIERARCHY\s", text):
        return "bvh"
    if _OBJ_LINE.match(text) and _OBJ_VERTEX.search(text.replace(b"\r", b"")):
        return "obj"
    return None


def _by_tensor_header(head: bytes, size: int) -> str | None:
    """A safetensors file begins with the length of its JSON header, 8 bytes little-endian, then the JSON object."""
    length = int.from_bytes(head[:8], "little")
    if len(head) > 8 and 2 <= length <= size - 8 and head[8:9] == b"{":
        return "safetensors"
    return None
