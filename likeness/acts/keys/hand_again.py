"""What was signed about keys, to be handed out once more: a file that was lost, never written, or needed by others."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.errors import Refused
from likeness.licence.key_words import Compromise, Rotation
from likeness.licence.statements import open_any

ENDED = "withdrawn"
LEAST_DIGITS = 8  # of a fingerprint that is shortened


def signed_word(desk: Desk, word: str) -> bytes:
    """Return a word that stands here, and what took it back; `word` is its fingerprint or the beginning of it."""
    wanted = word.lower()
    rows = desk.registry.key_words.all() if len(wanted) >= LEAST_DIGITS else []
    found = [row for row in rows if row.digest.hex().startswith(wanted)]
    if len(found) != 1:
        raise Refused("unknown-word", key=word)
    end = desk.registry.statements.newest_about(found[0].digest, (ENDED,))
    return found[0].data + (end or b"")


def new_key_words(desk: Desk) -> bytes:
    """Return everything that tells others of the owner's new keys, in order; raise Refused ("never-changed")."""
    own = set(desk.own_keys())
    said = [open_any(row.data) for row in desk.registry.key_words.all()]
    told = b"".join(one.data for one in said if isinstance(one.says, Rotation | Compromise) and _about(one.says, own))
    if not told:
        raise Refused("never-changed")
    return told


def _about(says: Rotation | Compromise, own: set[bytes]) -> bool:
    """Tell whether a word of the owner is about her own key: an agency also raises alarms for others."""
    return says.key in own and (isinstance(says, Rotation) or says.subject in own)
