"""Languages: BCP 47 tags, compared without regard to letter case (FORMAT section 1).

- `fr` covers `fr-CA`; `fr-CA` covers neither `fr-FR` nor `fr`.
- `zxx` (no words) is a tag, too, and always covered.
- `und`, `mul` and what is no tag say nothing: in a use they are a missing fact.
"""

from __future__ import annotations

import re

NO_WORDS = "zxx"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_SAYS_NOTHING = frozenset({"und", "mul"})


def is_language(tag: str) -> bool:
    """Tell whether `tag` names a language."""
    return _TAG.fullmatch(tag) is not None and tag.lower().split("-")[0] not in _SAYS_NOTHING


def covers_language(granted: str, used: str) -> bool:
    """Tell whether granting `granted` grants `used`."""
    wide, narrow = granted.lower(), used.lower()
    return narrow in (NO_WORDS, wide) or narrow.startswith(wide + "-")
