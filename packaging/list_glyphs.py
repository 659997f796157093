"""List the characters that the shipped fonts have into `resources/fonts/glyphs.txt`.

Run it by hand after changing a font: ``python packaging/list_glyphs.py``. A line is a run of code points, both ends
included, in hexadecimal. A character counts where one family has it in all its weights; Qt reads the fonts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
FAMILIES = ("Inter-", "NotoSansArabic-", "NotoSansHebrew-")
LAST, SURROGATES = 0x1FFFF, range(0xD800, 0xE000)


def covered() -> list[int]:
    """Return the code points that some family has in all its weights."""
    from PySide6.QtGui import QRawFont  # noqa: PLC0415  nothing else here needs the window's library

    faces = {name: [QRawFont(str(path), 12.0) for path in sorted(FONTS.glob(f"{name}*.ttf"))] for name in FAMILIES}
    points = (point for point in range(0x20, LAST + 1) if point not in SURROGATES)
    return [
        point for point in points if any(all(one.supportsCharacter(point) for one in face) for face in faces.values())
    ]


def runs(points: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each run of points that follow each other; they come in order."""
    first = last = -1
    for point in points:
        if point != last + 1:
            if first >= 0:
                yield first, last
            first = point
        last = point
    if first >= 0:
        yield first, last


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  see covered

    application = QGuiApplication(sys.argv)
    text = "".join(f"{first:04X}-{last:04X}\n" for first, last in runs(covered()))
    (FONTS / "glyphs.txt").write_text(text, encoding="ascii")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
