"""Whose key it is, and whether it may sign this: one's own, confirmed, vouched for, or unknown.

- A confirmed card trusts a key for one name; so does a vouching, and a rotation hands that on. A licence or acceptance
  in another name stays unknown, however well its key is known.
- Whom a performer appointed (agent, lawyer) signs for her only within a delegation of a key of hers that is trusted.
- An estate speaks with the key the performer named, once a dated death is signed with it; hers then speaks no more.
"""

from __future__ import annotations

from likeness.licence.bundle import Bundle
from likeness.licence.codec_v1 import Licence
from likeness.licence.mandates import BY_APPOINTMENT, Delegation, Estate, Handover, outside
from likeness.seal.keys import PublicKey
from likeness.verifier.book import CONFIRMED, SELF, UNKNOWN, VOUCHED, Book, Known
from likeness.verifier.report import Signer

_ESTATE = "estate"


def signer_of(licence: Licence, digest: bytes, book: Book) -> Signer:
    """Return who signed a licence: the performer, or the grantor who signs for her."""
    return _signer(licence.signer, _known(licence, digest, book))


def accepter_of(bundle: Bundle, book: Book) -> Signer:
    """Return who accepted a licence that has an acceptance."""
    name = bundle.licence.says.terms.licensee.name
    if bundle.acceptance is None:
        raise ValueError("there is no acceptance")
    key = bundle.acceptance.signer.encoded
    return _signer(key, book.known(key, (name,), bundle.acceptance.digest))


def speaks_for(key: bytes, licence: Licence, book: Book) -> bool:
    """Tell whether a key may withdraw, suspend, resume or replace a licence.

    The key that signed it, one that follows it, the performer whose agent signed it, or her estate after her death.
    """
    if book.is_lost(key):
        return False
    signers = book.chain(key)
    if licence.signer in signers:
        return True
    if licence.terms.grantor.capacity in BY_APPOINTMENT:
        # Anybody can sign a delegation to anybody: it says something where its signer is known as the performer.
        name, mine = licence.terms.performer.name, book.chain(licence.signer)
        given = [says.key for says, _ in book.words(Delegation, ended=True) if says.subject in mine]
        if any(one in signers and book.bears(one, name) for one in given):
            return True
    return any(heir in signers and licence.signer in book.following(dead) for dead, heir, _ in estates(book))


def estates(book: Book) -> list[tuple[bytes, bytes, Handover]]:
    """Return (the performer's key, the estate's key, what it said) for every estate that speaks."""
    named = {(heir, key) for says, _ in book.words(Estate) for heir in book.following(says.subject)
             for key in book.following(says.key)}  # fmt: skip
    return [(says.subject, says.key, says) for says, _ in book.words(Handover) if (says.key, says.subject) in named]


def _known(licence: Licence, digest: bytes, book: Book) -> Known:
    terms, key = licence.terms, licence.signer
    capacity = terms.grantor.capacity
    direct = book.known(key, (terms.grantor.name, terms.performer.name), digest)
    if direct.why == "lost" or direct.trust == SELF:
        return direct
    if capacity in BY_APPOINTMENT and book.known(key, (terms.performer.name,), digest).trust == UNKNOWN:
        return _appointed(licence, direct, book)
    if direct.trust == UNKNOWN and capacity == _ESTATE:
        return _heir(licence, direct, book)
    died = min((word.died_at for dead, _, word in estates(book) if key in book.following(dead)), default=None)
    if died is not None and licence.issued_at >= died:
        return Known(UNKNOWN, direct.name, "died", since=died)
    return direct


def _appointed(licence: Licence, direct: Known, book: Book) -> Known:
    """Look for a delegation that covers the licence; without one, say whether there is one that does not."""
    terms, name = licence.terms, licence.terms.performer.name
    why = "no-delegation"
    for says, word in book.words(Delegation, ended=True):
        if says.subject not in book.chain(licence.signer) or not book.bears(says.key, name):
            continue
        taken_back = word.ended_at is not None and licence.issued_at >= word.ended_at
        if not taken_back and outside(says, terms, licence.issued_at) is None:
            trust = CONFIRMED if direct.trust == CONFIRMED else VOUCHED
            return Known(trust, terms.grantor.name, "delegated", name, says.given_at, says.expires_at)
        why = "outside-delegation"
    return Known(UNKNOWN, terms.grantor.name, why, name)


def _heir(licence: Licence, direct: Known, book: Book) -> Known:
    """Look for the estate that the performer named and that has begun to speak."""
    name = licence.terms.performer.name
    for dead, heir, says in estates(book):
        if heir in book.chain(licence.signer) and book.bears(dead, name) and licence.issued_at >= says.died_at:
            return Known(VOUCHED, licence.terms.grantor.name, "estate", name, says.died_at)
    return direct


def _signer(key: bytes, known: Known) -> Signer:
    return Signer(known.name, PublicKey(key), known.trust, known.why, known.by, known.since, known.until)
