"""Reading QR codes from one frame of a camera: grey pixels in, texts out, and what would help if there are none.

The passes are those of a picture: plain, then enlarged twice and sharpened (notes on the licence, section 3). Pure: no
camera, no window, no state; whoever has frames decides which to read.
"""

from __future__ import annotations

from dataclasses import dataclass

from likeness.errors import Unreadable
from likeness.paper.qr.qr_read import codes_of

FILL = 0.6  # the share of the frame's height that a code should fill
_DARK = 45  # mean grey of 0 to 255 below which light would help
_NEAR = 3 * 97  # pixels: a reader needs three for each module in poor light, and version 20 has 97 modules a side
MOST_PIXELS = 8_400_000  # a frame of 3,840 x 2,160


@dataclass(frozen=True)
class Frame:
    """What one frame gave: the texts of its codes; with none, `hint` says what would help.

    It is dark; closer or steady where a code was seen and not read, small or large; or empty where none was seen.
    """

    texts: tuple[str, ...]
    hint: str = ""


def read_frame(grey: bytes, width: int, height: int) -> Frame:
    """Read a frame of `width` x `height` grey bytes, row after row without gaps; raise Unreadable for another shape."""
    from PIL import Image, ImageStat  # noqa: PLC0415  Pillow is met only where a picture is read

    if len(grey) != width * height or not 0 < len(grey) <= MOST_PIXELS:
        raise Unreadable("picture-damaged")
    picture = Image.frombuffer("L", (width, height), grey, "raw", "L", 0, 1)
    texts, reach = codes_of(picture)
    if texts:
        return Frame(tuple(texts))
    if ImageStat.Stat(picture).mean[0] < _DARK:
        return Frame((), "dark")
    if not reach:
        return Frame(())
    return Frame((), "closer" if reach < _NEAR else "steady")
