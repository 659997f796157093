"""What an alarm costs: licences signed with a key after the instant from which it is lost.

The owner's own are to be signed again; those that somebody else signed or accepted are to be checked with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.acts.desk import Desk
from likeness.acts.keys.gather_roots import the_book
from likeness.licence.codec_v1 import Licence
from likeness.licence.key_words import Compromise
from likeness.licence.notices import Acceptance
from likeness.licence.statements import open_any
from likeness.registry.licence_row import LicenceRow


def signed_since(desk: Desk, since: datetime) -> tuple[LicenceRow, ...]:
    """Return the licences signed here that were logged at or after `since`: they are to be signed again."""
    cut = desk.registry.key_words.first_place_from(since)
    places = desk.registry.key_words.places()
    rows = desk.registry.licences.all_own(desk.now())
    return tuple(row for row in rows if row.digest and cut is not None and places.get(row.digest, -1) >= cut)


@dataclass(frozen=True)
class LostKey:
    """Since when a key is lost, and the licences here that it signed or accepted and that count no more for it."""

    since: datetime
    doubtful: tuple[LicenceRow, ...]


def lost_key(desk: Desk, key: bytes) -> LostKey | None:
    """Return what became doubtful with a key (33 bytes), oldest first; None where no alarm counts for it."""
    book, registry = the_book(desk), desk.registry
    cut = book.cuts.get(key)
    since = min((says.since for says, _ in book.words(Compromise) if says.subject == key), default=None)
    if cut is None or since is None:
        return None
    found: dict[int, LicenceRow] = {}
    for digest, place in sorted(registry.key_words.places().items(), key=lambda one: one[1]):
        signed = open_any(registry.statements.get(digest) or b"") if place >= cut else None
        if signed is None or signed.signer.encoded != key or not isinstance(signed.says, Licence | Acceptance):
            continue
        about = digest if isinstance(signed.says, Licence) else signed.says.licence
        row = registry.licences.with_digest(about, desk.now())
        if row is not None:
            found.setdefault(row.row, row)
    return LostKey(since, tuple(found.values()))
