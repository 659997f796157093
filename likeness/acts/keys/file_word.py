"""Filing a signed word about keys: where it stands in the log decides what it is worth, so it is filed once.

- Nobody attaches words to a key without end: a vouching is taken only from an agency whose card was confirmed here, an
  alarm only from whoever may raise it, a hand-over only from the estate that was named, and of all others
  `MOST_OF_ONE` from one key.
- A lost key says nothing any more, and nobody else signs with our own.
"""

from __future__ import annotations

from dataclasses import replace

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.keys.gather_roots import trust_here
from likeness.acts.steps import Steps
from likeness.errors import Refused
from likeness.licence.codec_v1 import Licence
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation, Vouching
from likeness.licence.mandates import Delegation, Estate, Handover
from likeness.licence.statements import KeyWord, Signed, open_signed
from likeness.registry.licence_row import LicenceRow
from likeness.scope.event import DIED, Event
from likeness.verifier.book import Book
from likeness.verifier.roots import Roots, Word
from likeness.verifier.trust import estates

MOST_OF_ONE = 200
KINDS: dict[type, str] = {
    Vouching: "vouching",
    Rotation: "rotation",
    Compromise: "compromise",
    Delegation: "delegation",
    Estate: "estate",
    Handover: "handover",
}


def file_word(desk: Desk, signed: Signed[KeyWord], *, ours: bool = False, steps: Steps | None = None) -> bool:
    """File a word, and what follows from it, in one transaction; False if it stands here already.

    `ours` is for a word that the owner has just signed. Raises Refused with the rule that says no.
    """
    registry = desk.registry
    if registry.key_words.get(signed.digest) is not None:
        return False
    if not ours and signed.signer.encoded in desk.own_keys():
        raise Refused("signed-with-your-key")
    _allow(desk, signed.says)
    with registry.transaction():
        keep_word(desk, KINDS[type(signed.says)], signed.data)
        if isinstance(signed.says, Handover):
            record_death(desk, signed.says, steps)
    return True


def keep_word(desk: Desk, kind: str, data: bytes) -> None:
    """Keep a word as statement, leaf and row; inside the act's transaction."""
    now, registry = desk.now(), desk.registry
    digest = registry.statements.put(kind, data, now)
    place = registry.key_words.place_of(digest)
    if place is not None:  # it has just become a leaf, or was one before
        registry.key_words.put(kind, digest, place, now)


def _allow(desk: Desk, says: KeyWord) -> None:
    roots = trust_here(desk)
    book = Book(roots, desk.now())
    if book.is_lost(says.key):
        raise Refused("signed-with-lost-key")
    if sum(1 for word in roots.words if word.says.key == says.key) >= MOST_OF_ONE:
        raise Refused("too-many-words", most=MOST_OF_ONE)
    if isinstance(says, Vouching):
        _allow_vouching(says, book, roots)
    elif isinstance(says, Rotation):
        _allow_rotation(says, book, roots)
    elif isinstance(says, Compromise):
        _allow_alarm(desk, says, roots)
    elif isinstance(says, Estate):
        _allow_estate(says, book)
    elif isinstance(says, Handover):
        _allow_handover(desk, says, book)


def _allow_vouching(says: Vouching, book: Book, roots: Roots) -> None:
    if says.key not in roots.own and book.agency(says.key) is None:
        raise Refused("voucher-unknown", name=says.name)


def _allow_rotation(says: Rotation, book: Book, roots: Roots) -> None:
    card = open_signed(says.card, KeyCard).says
    following = book.following(says.key)
    if following[0] != says.key:
        raise Refused("rotated-otherwise", name=card.name)
    if card.key in book.chain(says.key) or len(book.chain(card.key)) > 1:
        raise Refused("rotation-in-a-ring", name=card.name)
    names = {one.name for one in roots.cards if one.key in book.chain(says.key)}
    if names and card.name not in names:
        raise Refused("rotation-of-another-name", name=card.name)


def _allow_alarm(desk: Desk, says: Compromise, roots: Roots) -> None:
    """Ask the book itself: an alarm that changes nothing there comes from somebody who may not raise it."""
    size = desk.registry.journal.size()
    cut = desk.registry.key_words.first_place_from(says.since)
    raised = Word(says, size, None, size if cut is None else cut)
    before = Book(roots, desk.now())
    after = Book(replace(roots, words=(*roots.words, raised)), desk.now())
    if says.subject not in after.cuts:
        raise Refused("alarm-without-right")
    if before.cuts.get(says.subject) == after.cuts[says.subject]:
        raise Refused("alarm-known")


def _allow_estate(says: Estate, book: Book) -> None:
    for named, _ in book.words(Estate):
        if says.key in book.following(named.key):
            raise Refused("estate-named-already", name=named.name)


def _allow_handover(desk: Desk, says: Handover, book: Book) -> None:
    if says.subject in desk.own_keys():
        raise Refused("about-yourself")
    heirs = {heir for named, _ in book.words(Estate) if says.subject in book.following(named.key)
             for heir in book.following(named.subject)}  # fmt: skip
    if says.key not in heirs:
        raise Refused("estate-not-named", name=says.name)
    if any(dead == says.subject for dead, _, _ in estates(book)):
        raise Refused("death-known", name=says.name)
    if says.died_at > says.given_at:
        raise Refused("died-later", name=says.name)


def record_death(desk: Desk, says: Handover, steps: Steps | None = None) -> None:
    """Record the death for every performer whose licences here were signed with that key, and judge again."""
    now, registry = desk.now(), desk.registry
    book = Book(trust_here(desk), now)
    keys = {one for key in book.chain(says.subject) for one in book.following(key)}
    rows = [row for row in registry.licences.all(now) if _signed_by(desk, row, keys)]
    known = {event.performer for event in registry.happenings.all() if event.event == DIED}
    for performer in sorted({row.terms.performer.id for row in rows} - known):
        registry.happenings.put(Event(DIED, says.died_at, performer=performer), now)
    rejudge(desk, {one for row in rows for one in row.terms.likenesses}, now, DIED, steps)


def _signed_by(desk: Desk, row: LicenceRow, keys: set[bytes]) -> bool:
    data = desk.registry.statements.get(row.digest or b"")
    return data is not None and open_signed(data, Licence).signer.encoded in keys
