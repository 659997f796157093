"""Which characters our pages can show, known before a page is set: a page with a box is never made (`setting.pdf`).

`resources/fonts/glyphs.txt` lists what the shipped fonts have; `packaging/list_glyphs.py` writes it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from likeness.paper.setting.fonts import in_a_pack, lacks_pack
from likeness.values.resource import resource

_UNSEEN = ("Cc", "Cf", "Zl", "Zp")  # controls, marks of direction and the like: nothing is drawn for them
_SELECTORS = range(0xFE00, 0xFE10)


class Lacking(NamedTuple):
    """Characters of a text that no page can show: whatever is added, and until the pack is."""

    ever: tuple[str, ...]
    yet: tuple[str, ...]


def lacking(text: str) -> Lacking:
    """Return the characters that no page could show, each once, in the order they come."""
    ever, yet = dict[str, None](), dict[str, None]()
    for letter in dict.fromkeys(text):
        if not _is_shipped(letter):
            if not in_a_pack(letter):
                ever[letter] = None
            elif lacks_pack(letter) is not None:
                yet[letter] = None
    return Lacking(tuple(ever), tuple(yet))


def _is_shipped(letter: str) -> bool:
    """Tell whether our fonts have a letter, or what it is put together from: pages are set in composed form."""
    return all(_has(one) for one in unicodedata.normalize("NFC", letter))


def _has(letter: str) -> bool:
    point = ord(letter)
    if unicodedata.category(letter) in _UNSEEN or point in _SELECTORS:
        return True
    firsts, lasts = _runs()
    place = bisect_right(firsts, point) - 1
    return place >= 0 and point <= lasts[place]


@lru_cache(maxsize=1)
def _runs() -> tuple[list[int], list[int]]:
    lines = resource("fonts", "glyphs.txt").read_text(encoding="ascii").split()
    runs = [tuple(int(end, 16) for end in line.split("-")) for line in lines]
    return [first for first, _ in runs], [last for _, last in runs]
