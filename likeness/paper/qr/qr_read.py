"""Reading QR codes from a picture: one plain pass, then one more on the picture enlarged twice and sharpened.

The second pass finds what blur and motion hide from the first (notes on the licence, section 3). Limits stand before
any pixel is unpacked; what is no picture, or too large a one, raises Unreadable.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from likeness.errors import Unreadable

if TYPE_CHECKING:
    from PIL.Image import Image
    from zxingcpp import Position

MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 56_000_000  # above every telephone; a WebP of more would take a gigabyte
_RETRY_PIXELS = 6_000_000  # larger pictures have pixels enough for the plain pass
_TWICE = 2
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")


def read_codes(data: bytes) -> list[str]:
    """Return the texts of the QR codes in a picture (PNG, JPEG, WebP, GIF, BMP, TIFF), perhaps none."""
    return codes_of(_open(data))[0]


def codes_of(picture: Image) -> tuple[list[str], float]:
    """Return the texts of the codes in a grey picture, and how far what was seen of any code reaches, in pixels.

    The second pass is taken where the first one reads nothing. What cannot be read is seen too, in part at times: the
    reach is the longer side of the upright box about all of it, and 0 where no code was seen.
    """
    texts, reach = _texts(picture)
    if not texts and picture.width * picture.height <= _RETRY_PIXELS:
        texts, reach_then = _texts(_enlarged(picture))
        reach = max(reach, reach_then / _TWICE)
    return texts, reach


def _open(data: bytes) -> Image:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  Pillow is met only where a picture is read

    if len(data) > MOST_BYTES:
        raise Unreadable("picture-too-large", most=MOST_BYTES)
    try:
        with warnings.catch_warnings(action="ignore"):  # Pillow grumbles at odd metadata
            picture = Image.open(BytesIO(data), formats=_FORMATS)
            width, height = picture.size
            if width * height <= MOST_PIXELS:
                return _on_white(picture)
    except UnidentifiedImageError as why:
        raise Unreadable("not-a-picture") from why
    except (
        # What Pillow's readers let through for hostile files.
        OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError, MemoryError,
        AttributeError, ZeroDivisionError, AssertionError, RuntimeError, struct.error, zlib.error,
        Image.DecompressionBombError, Image.DecompressionBombWarning,
    ) as why:  # fmt: skip
        raise Unreadable("picture-damaged") from why
    raise Unreadable("picture-too-large", most=MOST_PIXELS)


def _on_white(picture: Image) -> Image:
    """Return the picture in grey, on white where it is see-through."""
    from PIL import Image  # noqa: PLC0415

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("L")
    layers = picture.convert("RGBA") if picture.mode != "RGBA" else picture
    paper = Image.new("L", layers.size, "white")  # grey from here on: in colour this took four times the memory
    paper.paste(layers.convert("L"), mask=layers.getchannel("A"))
    return paper


def _texts(picture: Image) -> tuple[list[str], float]:
    import zxingcpp  # noqa: PLC0415  it brings numpy

    found = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]),
        text_mode=zxingcpp.TextMode.Plain,
        return_errors=True,
    )
    return list(dict.fromkeys(code.text for code in found if code.valid)), _reach([code.position for code in found])


def _reach(places: Sequence[Position]) -> float:
    corners = [
        corner for place in places
        for corner in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    ]  # fmt: skip
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return float(max(max(across) - min(across), max(down) - min(down))) if corners else 0.0


def _enlarged(picture: Image) -> Image:
    from PIL import Image, ImageFilter  # noqa: PLC0415

    double = picture.resize((picture.width * _TWICE, picture.height * _TWICE), Image.Resampling.BICUBIC)
    return double.filter(ImageFilter.UnsharpMask(radius=3, percent=300, threshold=0))
