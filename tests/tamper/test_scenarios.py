"""Attacks that other houses test, by their names there, made from our own files.

tuf-conformance and sigstore-conformance are lists of what once went wrong with signed metadata. Each test names the
scenario; the code is ours, for a status list, a proof and a licence are not what theirs are.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from likeness.acts.keys.trust_book import confirm_card, import_status_list, make_status_list, own_card
from likeness.errors import LikenessError, Refused, Tampered
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import KeyWord, open_any, sign
from likeness.licence.status_list import StatusList, pack_states
from likeness.seal.canonical import encode
from likeness.seal.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from likeness.seal.cose import read_sign1, to_be_signed, write_sign1
from likeness.seal.keys import PublicKey
from likeness.seal.kinds import Kind
from likeness.seal.log import Frontier, consistency_proof, inclusion_proof, leaf_hash, verify_consistency
from likeness.seal.log_key import LogKey
from likeness.seal.proof import check_proof, read_proof, write_proof
from likeness.verifier.book import Book
from likeness.verifier.roots import Roots, Word
from likeness.verifier.verify import verify
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import LIORA, STRANGER, a_licence, accepted, signed
from tests.fakes.offices import an_office
from tests.fakes.papers import read_here
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.words import AGENCY, HEIR, LIORA_LATER, a_delegation, a_rotation, a_vouching, an_alarm, pub

AT = datetime(2026, 4, 1, 12, tzinfo=UTC)
CARD = KeyCard("Liora Vantreight", "performer", pub(LIORA), date(2026, 1, 1))
INDEX = a_licence().status_index
LOG = LogKey.generate(SeededChance("log"))


def a_list(sequence=1, states=None, *, key=LIORA, issued=AT - timedelta(days=1), days=30):
    return StatusList(sequence, issued, pub(key), issued + timedelta(days=days), pack_states(states or {}))


def answer(*lists, words=(), cards=(CARD,), at=AT, data=None):
    roots = Roots(cards=cards, lists=lists, words=tuple(Word(one, n) for n, one in enumerate(words)))
    return verify(data or accepted(), roots, at=at, read=read_here).answer


@pytest.fixture
def offices(tmp_path):
    clock = FixedClock("2026-03-02T09:00:00+00:00")
    liora, company = an_office(tmp_path, clock=clock), an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    company.do(confirm_card, own_card(liora.desk))
    yield liora, company
    liora.close()
    company.close()


# tuf-conformance, test_rollback.py: a status list is its timestamp, snapshot and targets in one.


def test_new_timestamp_version_rollback(offices):
    """An older list, still signed and in date, never replaces the newer one, and what is kept stays what it was."""
    liora, company = offices
    lists = [liora.do(make_status_list).value for _ in range(3)]
    company.do(import_status_list, lists[2].data)
    for old in lists[:2]:
        with pytest.raises(Refused, match="list-not-newer"):
            company.do(import_status_list, old.data)
    assert company.registry.trust.lists() == [lists[2].data]


def test_simple_snapshot_rollback(offices):
    """The same sequence with other contents is no newer list either."""
    liora, company = offices
    first = liora.do(make_status_list).value
    company.do(import_status_list, first.data)
    says, pen = first.says, liora.desk.pen()
    twin = sign(a_list(says.sequence, {5: "withdrawn"}, key=pen, issued=says.issued_at), pen)
    with pytest.raises(Refused, match="list-not-newer"):
        company.do(import_status_list, twin.data)


def test_snapshot_rollback():
    """A verifier that holds both believes the newer one, in whatever order they stand."""
    both = (a_list(2, {INDEX: "withdrawn"}), a_list(1))
    assert answer(*both) == answer(*both[::-1]) == "withdrawn"


@pytest.mark.parametrize("sequence", [2, 10**9])
def test_new_timestamp_fast_forward_recovery(sequence):
    """A thief's list with a huge number: the key that follows speaks, whatever its number."""
    forged, ours = a_list(sequence), a_list(1, {INDEX: "withdrawn"}, key=LIORA_LATER)
    assert answer(forged) == "valid"
    assert answer(forged, ours) == "valid"  # nobody said yet that this key follows
    assert answer(forged, ours, words=(a_rotation(),)) == "withdrawn"


def test_new_snapshot_version_mismatch(offices):
    """A list whose number was changed after signing is no list at all: nothing of it is kept."""
    liora, company = offices
    made = liora.do(make_status_list).value
    parts = read_sign1(made.data)
    renumbered = parts.payload.replace(b"\x03\x01", b"\x03\x09", 1)
    assert renumbered != parts.payload
    with pytest.raises(Tampered):
        company.do(import_status_list, write_sign1(parts.protected, renumbered, parts.signature))
    assert company.registry.trust.lists() == []


@pytest.mark.parametrize(("ahead", "taken"), [(timedelta(hours=23), True), (timedelta(days=2), False)])
def test_a_list_from_a_day_still_to_come_is_not_taken(offices, ahead, taken):
    """It would be called good until long after a withdrawal; a clock that is a little wrong is none."""
    liora, company = offices
    later = sign(a_list(1, key=liora.desk.pen(), issued=company.desk.now() + ahead), liora.desk.pen())
    if taken:
        company.do(import_status_list, later.data)
    else:
        with pytest.raises(Refused, match="list-ahead"):
            company.do(import_status_list, later.data)
    assert company.registry.trust.lists() == ([later.data] if taken else [])


# tuf-conformance, test_expiration.py


def test_timestamp_expired():
    """An expired list is never plain valid."""
    assert answer(a_list(days=1)) == "status-old"
    assert answer(a_list(days=2)) == "valid"


def test_snapshot_expired():
    """What an expired list says against a licence still counts."""
    assert answer(a_list(2, {INDEX: "suspended"}, days=1)) == "suspended"


def test_targets_expired():
    """An expired list of a higher number hides the fresh one before it: the older never speaks again."""
    assert answer(a_list(2, days=1), a_list(1)) == "status-old"


def test_expired_metadata(offices):
    """A list past its date is no obstacle to the next one."""
    liora, company = offices
    company.do(import_status_list, liora.do(make_status_list).value.data)
    liora.clock.forward(days=45)
    fresh = liora.do(make_status_list).value
    assert company.do(import_status_list, fresh.data).changed


def test_root_expired():
    """A vouching past its date opens no door, though everything else is fresh."""
    agency = KeyCard("Halden Roe Talent", "agent", pub(AGENCY), date(2026, 1, 1))
    late = a_vouching().expires_at
    fresh = a_list(issued=late - timedelta(days=1))
    assert answer(fresh, words=(a_vouching(),), cards=(agency,), at=late) == "unknown-signer"
    before = late - timedelta(seconds=1)
    assert answer(fresh, words=(a_vouching(),), cards=(agency,), at=before) == "valid"


# tuf-conformance, test_keys.py and test_updater_key_rotations.py


def test_wrong_keyid():
    """The key id in the envelope is a hint: with another one, the right signature is refused."""
    parts = read_sign1(signed().data)
    wrong = parts.protected[:-8] + STRANGER.public.kid
    forged = write_sign1(wrong, parts.payload, LIORA.sign(to_be_signed(wrong, Kind.LICENCE.aad, parts.payload)))
    with pytest.raises(Tampered):
        open_any(forged)


def test_duplicate_keys_root():
    """One agency that vouches ten times is one agency; and ten that nobody met are none."""
    ten = tuple(a_vouching() for _ in range(10))
    assert answer(a_list(), words=ten, cards=()) == "unknown-signer"


def test_root_rotation_chain_must_not_skip_a_key():
    """Each key hands on to the next; a chain with a missing link leads nowhere."""
    links = (a_rotation(), a_rotation(LIORA_LATER, HEIR), a_rotation(HEIR, AGENCY))
    paper = accepted(signed(a_licence(signer=pub(AGENCY)), AGENCY))
    fresh = a_list(key=AGENCY)
    assert answer(fresh, words=links, data=paper) == "valid"
    for missing in range(3):
        held = links[:missing] + links[missing + 1 :]
        assert answer(fresh, words=held, data=paper) == "unknown-signer"


def test_root_rotation_by_the_new_key_alone():
    """A card that names an old key is nothing without the old key's own word."""
    card = open_any(open_any(sign(a_rotation(), LIORA).data).says.card)
    assert card.says.previous == pub(LIORA)
    paper = accepted(signed(a_licence(signer=pub(LIORA_LATER)), LIORA_LATER))
    assert answer(a_list(key=LIORA_LATER), data=paper) == "unknown-signer"


def test_the_same_words_in_every_order_of_the_log_never_trust_the_thief():
    """Whatever came first: a stranger's vouching, alarm and delegation move nothing."""
    worthless: tuple[KeyWord, ...] = (a_vouching(by=STRANGER), an_alarm(by=STRANGER), a_delegation(by=STRANGER))
    for order in permutations(worthless):
        words = tuple(Word(one, place) for place, one in enumerate(order))
        book = Book(Roots(cards=(CARD,), words=words), AT)
        assert book.known(pub(LIORA), ("Liora Vantreight",)).why == "confirmed"
        assert book.known(pub(STRANGER), ("Liora Vantreight",)).why == "unknown"


# sigstore-conformance: test_bundle.py and assets/bundle-verify


ENTRIES = [signed().data, *(f"entry {n}".encode() for n in range(12))]
LEAVES = [leaf_hash(entry) for entry in ENTRIES]


def a_proof(index, leaves=LEAVES, key=LOG):
    note = sign_checkpoint(Checkpoint("likeness/log", len(leaves), Frontier(leaves).root()), key)
    return write_proof(index, inclusion_proof(leaves, index), note)


def test_cve_2022_36056_swapped_tlog_entry():
    """A genuine entry for something else: the proof of every other leaf is refused here (also CVE-2026-22703)."""
    assert check_proof(read_proof(a_proof(0)), ENTRIES[0], LOG.public).size == len(ENTRIES)
    for index in range(1, len(ENTRIES)):
        with pytest.raises(Tampered, match="proof-inclusion"):
            check_proof(read_proof(a_proof(index)), ENTRIES[0], LOG.public)


def test_invalid_inclusion_proof():
    """Hashes of another tree, one too few, one too many, another order."""
    good = read_proof(a_proof(0))
    other = read_proof(a_proof(0, [leaf_hash(b"x"), *LEAVES[1:], leaf_hash(b"y")]))
    wrong = [good.hashes[:-1], (*good.hashes, good.hashes[-1]), good.hashes[::-1], other.hashes]
    for hashes in wrong:
        with pytest.raises(LikenessError):
            check_proof(read_proof(write_proof(0, hashes, good.note)), ENTRIES[0], LOG.public)


def test_verify_rejects_staging_cert():
    """A checkpoint of another log's key is not ours, however well it proves."""
    other = LogKey.generate(SeededChance("another log"))
    with pytest.raises(Tampered, match="checkpoint-signature"):
        check_proof(read_proof(a_proof(0, key=other)), ENTRIES[0], LOG.public)


def test_a_log_that_was_rolled_back_is_not_consistent():
    """Going back is visible to anyone who holds a later head; so is another history of the same length."""
    old, new = (7, Frontier(LEAVES[:7]).root()), (13, Frontier(LEAVES).root())
    proof = consistency_proof(LEAVES, 7)
    assert verify_consistency(old, new, proof)
    assert not verify_consistency(new, old, proof)
    rewritten = [leaf_hash(b"rewritten"), *LEAVES[1:]]
    assert not verify_consistency(old, (13, Frontier(rewritten).root()), consistency_proof(rewritten, 7))


def test_verify_rejects_invalid_signature_and_digest():
    """The signature of one licence under another, and an acceptance of another digest."""
    other = signed(a_licence(number="2026-0042"))
    mine, theirs = read_sign1(signed().data), read_sign1(other.data)
    with pytest.raises(Tampered):
        open_any(write_sign1(mine.protected, mine.payload, theirs.signature))
    swapped = other.data + accepted()[len(signed().data) :]
    assert verify(swapped, Roots(cards=(CARD,)), at=AT, read=read_here).answer == "altered"


def test_dsse_statement_unknown_type():
    """A kind that nobody knows is refused before anything of it is believed."""
    payload = encode({1: 1, 2: 99, 5: pub(LIORA)})
    protected = read_sign1(signed().data).protected
    data = write_sign1(protected, payload, LIORA.sign(to_be_signed(protected, b"likeness/anything/1", payload)))
    with pytest.raises(LikenessError, match="statement-of-unknown-kind"):
        open_any(data)
    assert verify(data, Roots(cards=(CARD,)), at=AT, read=read_here).answer in ("altered", "other")


def test_managed_key_and_client_identity():
    """The right key under the wrong name: a confirmed key opens no licence in another's name."""
    somebody = KeyCard("Somebody Else", "performer", pub(LIORA), date(2026, 1, 1))
    assert answer(a_list(), cards=(somebody,)) == "unknown-signer"
    assert PublicKey(pub(LIORA)).fingerprint == LIORA.public.fingerprint


def test_invalid_set_a_checkpoint_of_a_size_that_never_was():
    """A head signed for nothing, or with a root of another size, proves nothing."""
    with pytest.raises(ValueError, match="no checkpoint"):
        sign_checkpoint(Checkpoint("likeness/log", 0, Frontier().root()), LOG)
    note = sign_checkpoint(Checkpoint("likeness/log", 40, Frontier(LEAVES).root()), LOG)
    assert open_checkpoint(note, LOG.public).size == 40
    with pytest.raises(Tampered):
        check_proof(read_proof(write_proof(12, inclusion_proof(LEAVES, 12), note)), ENTRIES[12], LOG.public)
