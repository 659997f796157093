"""The trust book: the owner's own card, cards of others, and status lists that travel by file."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

from likeness.acts.desk import CLOCKS_DIFFER, Desk
from likeness.acts.happened.record_notice import pauses
from likeness.acts.keys.gather_roots import the_book
from likeness.acts.keys.hand_out import handing_out
from likeness.errors import Refused
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import Signed, open_signed, sign
from likeness.licence.status_list import REPLACED, SUSPENDED, WITHDRAWN, StatusList, pack_states
from likeness.registry.trust import CardRow
from likeness.seal.keys import PublicKey
from likeness.values.outcome import Change, Outcome

_CHANGED = frozenset({Change.TRUST})
_LIST_LASTS = timedelta(days=30)


def own_card(desk: Desk) -> bytes:
    """Return the owner's key card, as it is handed out."""
    return desk.owner().card


def confirm_card(desk: Desk, data: bytes) -> Outcome[CardRow]:
    """Trust a card from now on: its holder met in person, or its digits compared."""
    card = open_signed(data, KeyCard)
    now = desk.now()
    if card.signer.encoded in desk.own_keys():
        raise Refused("own-card")
    if the_book(desk).is_lost(card.signer.encoded):
        raise Refused("signed-with-lost-key", name=card.says.name)
    row = CardRow(card.signer.thumbprint, card.says.name, card.says.role, card.signer.encoded, data, now)
    with desk.registry.transaction():
        digest = desk.registry.statements.put("key-card", data, now)
        desk.registry.key_words.remove(digest)  # it waits for nobody any more
        desk.registry.trust.put_card(row)
        desk.record("confirmed", {"card": card.signer.fingerprint})
    return Outcome(row, _CHANGED)


def remove_card(desk: Desk, fingerprint: str) -> Outcome[CardRow]:
    """Trust a card no longer; `fingerprint` is its hex form, or its digits, with or without spaces.

    A key that follows a confirmed one is trusted through that one's card: it is that card which goes.
    """
    wanted = fingerprint.replace(" ", "").lower()
    book = the_book(desk)
    found = [
        card
        for card in desk.registry.trust.cards()
        if any(wanted in names_of(key) for key in book.following(card.public_key))
    ]
    if not found:
        raise Refused("unknown-card", key=fingerprint)
    with desk.registry.transaction():
        desk.registry.trust.remove_card(found[0].thumbprint)
        desk.record("removed-card", {"card": found[0].thumbprint.hex()})
    return Outcome(found[0], _CHANGED)


def names_of(public_key: bytes) -> tuple[str, str]:
    """Return the two ways to write a key's fingerprint: hex, and thirty digits without spaces."""
    key = PublicKey(public_key)
    return key.fingerprint, key.digits.replace(" ", "")


def make_status_list(desk: Desk, to: Path | None = None) -> Outcome[Signed[StatusList]]:
    """Sign what the owner says today of all her licences; it expires before the next change already known.

    It is handed out as the file `to`: the list takes up its number and the file is there, or neither.
    """
    now, pen = desk.now(), desk.pen()
    states: dict[int, str] = {}
    expires = now + _LIST_LASTS
    for row in desk.registry.licences.all_own(now):
        if row.status_index is None:
            continue
        changes = [row.withdrawn_at] if row.withdrawn_at else []
        changes += [said.at for said in pauses(desk, row)] if row.pausing else []
        expires = min([expires, *(at for at in changes if at > now)])
        if row.state in (WITHDRAWN, SUSPENDED, REPLACED):
            states[row.status_index] = row.state
    # The numbers go on where the key before stopped: they only grow, whichever key signs.
    sequence = max(desk.registry.trust.sequence(PublicKey(key).thumbprint) for key in desk.own_keys()) + 1
    made = sign(StatusList(sequence, now, pen.public.encoded, expires, pack_states(states)), pen)
    with nullcontext() if to is None else handing_out(made.data, to), desk.registry.transaction():
        desk.registry.statements.put("status-list", made.data, now)
        desk.registry.trust.put_list(pen.public.thumbprint, sequence, made.data, now)
    return Outcome(made, _CHANGED)


def import_status_list(desk: Desk, data: bytes) -> Outcome[Signed[StatusList]]:
    """Keep a signer's list; an older one never replaces a newer one, and the same one again changes nothing.

    A list of a lost key is refused, however new it says it is; so is one from a day still to come, which would be
    called good for as long and say nothing of what happens until then.
    """
    read = open_signed(data, StatusList)
    now = desk.now()
    if data in desk.registry.trust.lists():
        return Outcome(read)
    if the_book(desk).is_lost(read.signer.encoded):
        raise Refused("signed-with-lost-key")
    if read.says.issued_at > now + CLOCKS_DIFFER:
        raise Refused("list-ahead")
    with desk.registry.transaction():
        if not desk.registry.trust.put_list(read.signer.thumbprint, read.says.sequence, data, now):
            raise Refused("list-not-newer")
        desk.registry.statements.put("status-list", data, now)
    return Outcome(read, _CHANGED)
