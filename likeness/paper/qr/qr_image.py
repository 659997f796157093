"""The QR code of a licence, within the budget of DESIGN decision 5.

1. Level M if it fits version 20, else level L up to version 22, else no code at all; a code is never split.
2. What `make_qr` returns has been read back: the picture, decoded by another library, gives the same text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from likeness.errors import Broken
from likeness.paper.qr.qr_payload import qr_text
from likeness.paper.qr.qr_read import read_codes

SOFT_VERSION, HARD_VERSION = 20, 22
QUIET = 4  # modules of white around a code (ISO/IEC 18004 section 9.1)
_PNG_PIXELS = 10  # a module in the saved picture
_CHECK_PIXELS = 4


@dataclass(frozen=True)
class QrCode:
    """A code that reads back: its text, its version and level, and its modules (True is black), row by row."""

    text: str
    version: int
    level: str
    modules: Sequence[Sequence[bool]]

    @property
    def side(self) -> int:
        """Modules on one side, the quiet zone included."""
        return len(self.modules) + 2 * QUIET

    @cached_property
    def svg(self) -> str:
        """The code with its quiet zone, one unit a module, as one black path on white."""
        path = "".join(
            f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z"
            for y, row in enumerate(self.modules)
            for x, length in _black_runs(row)
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.side} {self.side}">'
            f'<path d="M0 0h{self.side}v{self.side}H0z" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
        )

    def png(self, pixels: int = _PNG_PIXELS) -> bytes:
        """The code with its quiet zone as a PNG of one bit, `pixels` a module."""
        from PIL import Image  # noqa: PLC0415  Pillow is met only where a picture is made

        edge = bytes([255] * QUIET)
        blank = bytes([255] * self.side) * QUIET
        rows = (edge + bytes(0 if black else 255 for black in row) + edge for row in self.modules)
        grey = Image.frombytes("L", (self.side, self.side), blank + b"".join(rows) + blank)
        small = grey.convert("1", dither=Image.Dither.NONE)
        stream = BytesIO()
        large = small.resize((self.side * pixels, self.side * pixels), Image.Resampling.NEAREST)
        large.save(stream, "PNG", dpi=(300, 300))
        return stream.getvalue()


def make_qr(data: bytes, host: str | None = None) -> QrCode | None:
    """Return the code of `.likeness` bytes, read back, or None if they are too long for one."""
    found = draw_qr(data, host)
    if found is None:
        return None
    if read_codes(found.png(_CHECK_PIXELS)) != [found.text]:
        raise Broken("qr-read-back")
    return found


def draw_qr(data: bytes, host: str | None = None) -> QrCode | None:
    """Return the same code without reading it back, for whoever only compares."""
    return _fit(qr_text(data, host))


def _fit(text: str) -> QrCode | None:
    import qrcode  # noqa: PLC0415  only where a code is made
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M  # noqa: PLC0415
    from qrcode.exceptions import DataOverflowError  # noqa: PLC0415

    head, digits = text.partition("#")[::2]
    for name, level, most in (("M", ERROR_CORRECT_M, SOFT_VERSION), ("L", ERROR_CORRECT_L, HARD_VERSION)):
        code = qrcode.QRCode(error_correction=level, border=0)
        for part in _parts(f"{head}#", digits) if digits else _parts(text):
            code.add_data(part)
        try:
            version = code.best_fit()
        except (DataOverflowError, ValueError):  # what is too long by little has a version of its own: 41
            continue
        if version <= most:
            code.make(fit=False)
            return QrCode(text, version, name, code.modules)
    return None


def _parts(*texts: str) -> list[object]:
    from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, MODE_NUMBER, QRData  # noqa: PLC0415

    def mode(text: str) -> int:
        if text.isdecimal():
            return int(MODE_NUMBER)
        return int(MODE_8BIT_BYTE if "#" in text else MODE_ALPHA_NUM)  # "#" is no character of the alphanumeric mode

    return [QRData(text.encode(), mode=mode(text)) for text in texts]


def _black_runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Return (start, length) of each stretch of black in a row."""
    runs: list[tuple[int, int]] = []
    for x, black in enumerate(row):
        if black and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif black:
            runs.append((x, 1))
    return runs
