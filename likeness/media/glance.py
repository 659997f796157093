"""A picture that somebody sent, as bare pixels for the screen: PNG, JPEG, WebP, or the first picture of a GIF.

- Called in the limited child that reads hostile files (`likeness.verifier.reader_child`), never in the window itself.
- Size in bytes and in pixels is limited before anything is unpacked.
- Pixels and nothing else come out: whoever shows them decodes nothing. What is see-through lies on white.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from likeness.errors import Unreadable
from likeness.media.facts import FOREIGN

MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 60_000_000
SIDES = {"thumb": 160, "view": 1200}  # the longest side of what comes out, by how it is wanted
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".webp", ".gif"})
HEAD = 16  # bytes that tell a picture


@dataclass(frozen=True)
class Glance:
    """A picture as `tall` rows of `wide` pixels, three bytes each: red, green, blue."""

    wide: int
    tall: int
    pixels: bytes


def seems_picture(head: bytes, name: str) -> bool:
    """Tell whether a file is to be looked at as a picture: it begins like one, or its name says that it was one."""
    begins = head.startswith(_BEGINNINGS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
    return begins or PurePath(name).suffix.casefold() in _ENDINGS


def glance(data: bytes, side: int) -> Glance:
    """Return the picture, neither side longer than `side`.

    Raises Unreadable ("not-a-picture", "picture-damaged", "picture-too-large").
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  Pillow is met only where a picture is read

    from likeness.media.picture import shrunk  # noqa: PLC0415  it brings numpy

    if len(data) > MOST_BYTES:
        raise Unreadable("picture-too-large", most=MOST_BYTES)
    try:
        with warnings.catch_warnings(action="ignore"):  # Pillow grumbles at odd metadata
            image = Image.open(BytesIO(data), formats=_FORMATS)
            if image.width * image.height <= MOST_PIXELS:
                small = shrunk(image, side).convert("RGBA")
                paper = Image.new("RGBA", small.size, "white")
                flat = Image.alpha_composite(paper, small).convert("RGB")
                return Glance(flat.width, flat.height, flat.tobytes())
    except UnidentifiedImageError as why:
        raise Unreadable("not-a-picture") from why
    except Image.DecompressionBombError as why:
        raise Unreadable("picture-too-large", most=MOST_PIXELS) from why
    except FOREIGN as why:
        raise Unreadable("picture-damaged") from why
    raise Unreadable("picture-too-large", most=MOST_PIXELS)
