"""A picture (PNG, JPEG): its size, a small one without any metadata, and a note if it tells where it was taken.

- The plugin of the sniffed format is called directly: no other of Pillow's many formats can be reached.
- A picture of more than 120 million pixels is measured and not unpacked.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageFile, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from likeness.media.facts import FOREIGN, PICTURE, TOO_LARGE, Fact, Inside, damaged

SIDE = 320
_MOST_PIXELS = 120_000_000
_GPS, _LATITUDE, _LONGITUDE = 0x8825, 2, 4  # Exif 2.32, GPS attribute information
PLACE = "place-in-picture"


def read_picture(path: Path, form: str) -> Inside:
    """Return width, height and colours, `notes`, and a PNG of at most 320 x 320 pixels."""
    try:
        with path.open("rb") as handle, warnings.catch_warnings(action="ignore"):  # Pillow grumbles at odd metadata
            image = PngImageFile(handle) if form == "png" else JpegImageFile(handle)
            facts: dict[str, Fact] = {"width": image.width, "height": image.height, "colours": _colours(image.mode)}
            if image.width * image.height > _MOST_PIXELS:
                return Inside("photogrammetry", facts, inside=TOO_LARGE)
            small = _written(shrunk(image, SIDE))
            if _tells_place(image):  # asked last: of a PNG it unpacks everything
                facts["notes"] = [PLACE]
            return Inside("photogrammetry", facts, small, PICTURE)
    except FOREIGN as fault:
        raise damaged(type(fault).__name__) from fault


def _colours(mode: str) -> str:
    names = {"1": "black and white", "L": "grey", "LA": "grey", "I": "deep grey", "I;16": "deep grey", "P": "palette"}
    return names.get(mode, "colour")


def _tells_place(image: ImageFile.ImageFile) -> bool:
    place = image.getexif().get_ifd(_GPS)
    return _LATITUDE in place or _LONGITUDE in place


def shrunk(image: ImageFile.ImageFile, side: int) -> Image.Image:
    """Unpack the first picture of a file, turn it upright and make neither side longer than `side`; RGB or RGBA."""
    image.draft("RGB", (side * 2, side * 2))  # a JPEG is unpacked at the nearest useful scale
    image.load()
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):
        upright = _shallow(upright)
    flat = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
    flat.thumbnail((side, side))
    return flat


def _written(flat: Image.Image) -> bytes:
    """Write afresh: nothing of the file but its pixels is left."""
    clean = Image.frombytes(flat.mode, flat.size, flat.tobytes())
    out = BytesIO()
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()


def _shallow(image: Image.Image) -> Image.Image:
    """Stretch 16-bit grey (a depth picture) to 8 bits, from its darkest to its lightest."""
    deep = np.asarray(image, np.float64)
    low, high = float(deep.min()), float(deep.max())
    return Image.fromarray(((deep - low) * (255 / max(high - low, 1))).astype(np.uint8))
