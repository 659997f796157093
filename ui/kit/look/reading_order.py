"""Words of others in our sentences: a name in Arabic or Hebrew letters must not turn a whole sentence round. No Qt.

Where a text begins with such a letter, Qt takes the text for one that runs from right to left, and puts its parts in
that order: company, place and day of a licence would change places. A mark that is not seen says how it runs.
"""

from __future__ import annotations

import unicodedata

LEFT_TO_RIGHT = "\u200e"


def in_our_order(text: str) -> str:
    """Return the text, with the mark in front where its first letter runs from right to left."""
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return text if first == "L" else LEFT_TO_RIGHT + text
