"""Setting a letter: PDF/A-3a and PDF/UA-1, in the frame and fonts of the licence. It carries nothing and is not signed.

- The same letter gives the same bytes, on whatever hour of its day it is set.
- The name of a file that our fonts cannot write is written with its codes: it must not stop a letter. Any other word
  that they cannot write is refused.
"""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import UTC, datetime, time

from likeness.errors import Refused
from likeness.paper.letters.letter import Letter, Pairs
from likeness.paper.setting.fonts import shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.pdf import set_page

LETTER_MARK = "likeness-letter-"  # stands plainly in the file: a letter is told from a licence
_TEMPLATE = f"{LETTER_MARK}1"
_BEYOND = re.compile("[^\u0000-\u052f\u1e00-\u1fff\u2000-\u206f]")  # Latin, Greek, Cyrillic, their signs
_NOT_SET = ("on", "sums")  # dates and sums stand in the texts


def render_letter(letter: Letter) -> bytes:
    """Return the PDF of a letter; raise Refused where no font of ours has a character of it."""
    try:
        return _set(letter)
    except Refused:
        plain = tuple(replace(one, prints=_coded(one.prints)) for one in letter.sections)
        if plain == letter.sections:
            raise
        return _set(replace(letter, sections=plain))


def _coded(prints: Pairs) -> Pairs:
    """Return the names of files with the codes of what is beyond the letters of Europe."""
    return tuple((_BEYOND.sub(lambda found: ascii(found[0])[1:-1], name), sha256) for name, sha256 in prints)


def _set(letter: Letter) -> bytes:
    texts = {name: value for name, value in asdict(letter).items() if name not in _NOT_SET}
    keywords = made_with(_TEMPLATE, shelf_for(str(texts)))
    return set_page("letter.typ", texts | {"keywords": keywords}, datetime.combine(letter.on, time(), UTC))
