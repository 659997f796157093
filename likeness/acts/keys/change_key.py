"""Changing one's own key, and saying that a key is lost.

- The old key signs the new one's card, the new card names the old key: whoever trusted the old one trusts the new one.
- The old secret stays under the vault: a paper of its time can still be sealed as it was (FORMAT section 7).
- An alarm names the instant from which the lost key counts no more. The owner's alarm also says what her log was at
  that instant, so that what stood in it before can be proved to anybody.
"""

from __future__ import annotations

from datetime import datetime

from likeness.acts.desk import SIGNING_LABEL, Desk
from likeness.acts.keys.file_word import file_word
from likeness.acts.keys.read_contacts import the_contact
from likeness.errors import Refused
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation
from likeness.licence.statements import Signed, open_signed, sign
from likeness.seal.keys import PublicKey, SigningKey
from likeness.seal.log import Frontier
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

_CHANGED = frozenset({Change.OWNER, Change.TRUST})
_LONGEST_REASON = 200


def change_key(desk: Desk, lost_since: datetime | None = None, reason: str | None = None) -> Outcome[bytes]:
    """Sign with a new key from now on; returns the file to hand out.

    With `lost_since` the file also holds the alarm for the old key. Raises Refused ("lost-later").
    """
    now, owner, old = desk.now(), desk.owner(), desk.pen()
    if lost_since is not None and lost_since > now:
        raise Refused("lost-later")
    before = open_signed(owner.card, KeyCard).says
    new = SigningKey.generate(desk.chance)
    card = KeyCard(
        owner.name, owner.role, new.public.encoded, now.date(), before.contact, old.public.encoded, before.recovery
    )
    rotation = sign(Rotation(sign(card, new).data, now, old.public.encoded), old)
    alarm = b""
    with desk.registry.transaction():
        file_word(desk, rotation, ours=True)
        wrapped = desk.vault.wrap(SIGNING_LABEL, new.secret)
        desk.registry.owner.change_key(new.public.encoded, wrapped, rotation.says.card, now)
        if lost_since is not None:
            alarm = _alarm(desk, old.public.encoded, lost_since, reason).data
    return Outcome(rotation.data + alarm, _CHANGED)


def report_lost(
    desk: Desk, fingerprint: str, since: datetime, reason: str | None = None, recovery: SigningKey | None = None
) -> Outcome[Signed[Compromise]]:
    """Say that a key is lost since an instant: one's own former key, one that one vouches for, or with `recovery`."""
    if since > desk.now():
        raise Refused("lost-later")
    for former in desk.registry.owner.former():
        if PublicKey(former.public_key).fingerprint == fingerprint.lower():
            with desk.registry.transaction():
                return Outcome(_alarm(desk, former.public_key, since, reason), _CHANGED)
    contact = the_contact(desk, fingerprint)
    pen = recovery or desk.pen()
    signed = sign(Compromise(contact.key, desk.now(), pen.public.encoded, since, _clean(reason)), pen)
    file_word(desk, signed, ours=True)
    return Outcome(signed, _CHANGED)


def _alarm(desk: Desk, lost: bytes, since: datetime, reason: str | None) -> Signed[Compromise]:
    owner, journal = desk.owner(), desk.registry.journal
    cut = desk.registry.key_words.first_place_from(since)
    hashes = journal.hashes()[:cut]
    log = (owner.log_public_key, len(hashes), Frontier(hashes).root()) if hashes else (None, None, None)
    signed = sign(Compromise(lost, desk.now(), owner.public_key, since, _clean(reason), *log), desk.pen())
    file_word(desk, signed, ours=True)
    return signed


def _clean(reason: str | None) -> str | None:
    return clean_text(reason, "reason", most=_LONGEST_REASON) if reason else None
