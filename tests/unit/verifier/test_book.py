"""The trust book: vouching, rotation and alarm, and what each is worth in a verification."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from likeness.licence.statements import sign
from likeness.seal.checkpoint import Checkpoint, sign_checkpoint
from likeness.seal.log import inclusion_proof, leaf_hash, root
from likeness.seal.log_key import LogKey
from likeness.seal.proof import LogProof
from likeness.verifier.book import Book
from likeness.verifier.roots import Word
from likeness.verifier.verify import verify
from tests.fakes.held import AGENCY_CARD, AGENT, AT, LIORA_CARD, a_list, by, checked, lost, roots
from tests.fakes.licences import LIORA, STRANGER, a_licence, accepted, signed
from tests.fakes.papers import read_here
from tests.fakes.words import (
    AGENCY,
    HEIR,
    LIORA_LATER,
    a_delegation,
    a_handover,
    a_rotation,
    a_vouching,
    an_alarm,
    an_estate,
    pub,
)

NAME = ("Liora Vantreight",)
OTHER_AGENCY = replace(AGENCY_CARD, name="Mora and Daughters", key=pub(HEIR))
LOG = LogKey(bytes(32))


def test_vouched_for_the_name_until_its_date():
    held = roots(a_vouching(), cards=(AGENCY_CARD,))
    assert checked(accepted(), held) == ("valid", "vouched", "signer-vouched")
    report = verify(accepted(), held, at=AT, read=read_here)
    assert (report.signer.by, report.signer.until) == ("Halden Roe Talent", a_vouching().expires_at)
    late = Book(held, a_vouching().expires_at).known(pub(LIORA), NAME)
    assert late.trust == "unknown"
    early = Book(held, a_vouching().given_at - timedelta(seconds=1)).known(pub(LIORA), NAME)
    assert early.trust == "unknown"


@pytest.mark.parametrize(
    ("words", "cards"),
    [
        ((a_vouching(),), ()),  # nobody confirmed the agency
        ((a_vouching(),), (replace(AGENCY_CARD, role="company"),)),  # a company does not vouch
        ((a_vouching(name="Somebody Else"),), (AGENCY_CARD,)),  # names only, and only that name
        ((a_vouching(STRANGER),), (AGENCY_CARD,)),  # another key
        ((a_vouching(STRANGER, name="Halden"), a_vouching(by=STRANGER)), (AGENCY_CARD,)),  # depth 1
        ((Word(a_vouching(), ended_at=AT),), (AGENCY_CARD,)),  # taken back
    ],
)
def test_what_vouches_for_nobody(words, cards):
    assert Book(roots(*words, cards=cards), AT).known(pub(LIORA), NAME).trust == "unknown"
    assert checked(accepted(), roots(*words, cards=cards))[0] == "unknown-signer"


def test_a_vouching_taken_back_counted_until_then():
    held = roots(Word(a_vouching(), ended_at=AT), cards=(AGENCY_CARD,))
    assert Book(held, AT - timedelta(seconds=1)).known(pub(LIORA), NAME).trust == "vouched"


def test_a_rotation_keeps_trust_and_remembers_both_keys():
    held = roots(a_rotation())
    assert checked(by(LIORA_LATER), held) == ("valid", "confirmed", "signer-rotated")
    assert checked(accepted(), held) == ("valid", "confirmed", "signer-confirmed")
    assert checked(by(LIORA_LATER), roots())[1] == "unknown"
    assert checked(by(LIORA_LATER), roots(a_rotation(), cards=()))[1] == "unknown"
    assert Book(roots(a_rotation()), AT).known(pub(LIORA_LATER), ("Somebody Else",)).trust == "unknown"


def test_a_rotation_goes_on_for_ever_and_never_in_a_ring():
    keys = [LIORA, LIORA_LATER, STRANGER, HEIR]
    words = [a_rotation(old, new) for old, new in pairwise(keys)]
    book = Book(roots(*words, a_rotation(HEIR, LIORA)), AT)
    assert book.following(pub(LIORA)) == tuple(pub(key) for key in reversed(keys))
    assert book.chain(pub(HEIR)) == tuple(pub(key) for key in reversed(keys))
    assert book.known(pub(HEIR), NAME).why == "rotated"


def test_a_second_rotation_of_a_key_never_counts():
    book = Book(roots(a_rotation(), a_rotation(new=STRANGER)), AT)
    assert book.known(pub(LIORA_LATER), NAME).trust == "confirmed"
    assert book.known(pub(STRANGER), NAME).trust == "unknown"


def test_the_list_of_the_key_that_follows_speaks_of_the_old_licences():
    gone = {a_licence().status_index: "withdrawn"}
    lists = (a_list(sequence=99), a_list(LIORA_LATER, gone, sequence=3))
    assert checked(accepted(), roots(a_rotation(), lists=lists))[0] == "withdrawn"
    assert checked(accepted(), roots(lists=lists))[0] == "valid"


def test_an_alarm_is_decided_by_the_log_and_never_by_the_claimed_date():
    digest = signed().digest
    assert signed().says.issued_at < an_alarm().since  # its date says before, which proves nothing
    for place, answer, detail in ((19, "valid", "signer-confirmed"), (20, "unknown-signer", "signer-lost")):
        held = lost(an_alarm(), 20, a_rotation(), places={digest: place})
        assert (checked(accepted(), held)[0], checked(accepted(), held)[2]) == (answer, detail)
    held = lost(an_alarm(), 20, a_rotation())
    assert checked(accepted(), held) == ("unknown-signer", "unknown", "signer-lost")
    assert checked(by(LIORA_LATER), held)[0] == "valid"


def test_ones_own_lost_key_is_held_to_the_same():
    own = {pub(LIORA): "Liora Vantreight", pub(LIORA_LATER): "Liora Vantreight"}
    held = lost(an_alarm(), 20, a_rotation(), cards=(), own=own, places={signed().digest: 3})
    assert checked(accepted(), held)[:2] == ("valid", "self")
    forged = by(LIORA, number="2026-0666")
    assert checked(forged, held) == ("unknown-signer", "unknown", "signer-lost")


def test_who_may_raise_an_alarm():
    recovery = replace(LIORA_CARD, recovery=pub(HEIR))
    agency = {"cards": (LIORA_CARD, AGENCY_CARD)}
    raised = [
        lost(an_alarm(by=LIORA_LATER), 20, a_rotation()),
        lost(an_alarm(by=AGENCY), 20, a_vouching(), **agency),
        lost(an_alarm(by=HEIR), 20, cards=(recovery,)),
    ]
    ignored = [
        lost(an_alarm(by=LIORA_LATER), 20),  # nobody says that it follows
        lost(an_alarm(by=STRANGER), 20, a_rotation()),
        lost(an_alarm(by=AGENCY), 20, **agency),  # it does not vouch
        lost(an_alarm(by=AGENCY), 20, a_vouching()),  # nobody confirmed it
        lost(an_alarm(by=AGENCY), 20, a_vouching(name="Other", subject=STRANGER), **agency),
        lost(an_alarm(by=AGENCY), 20, a_vouching(by=HEIR), cards=(*agency["cards"], OTHER_AGENCY)),  # another one does
        roots(Word(an_alarm(by=AGENCY), 50, cut=20), Word(a_vouching(), 51), **agency),  # it did so only afterwards
        lost(an_alarm(by=HEIR), 20),
        lost(an_alarm(by=STRANGER), 20, cards=(recovery,)),
    ]
    assert [checked(accepted(), one)[0] for one in raised] == ["unknown-signer"] * 3
    assert [checked(accepted(), one)[0] for one in ignored] == ["valid"] * 9


@pytest.mark.parametrize(
    ("place", "size", "told", "counts"),
    [
        (0, 3, "right", True),
        (1, 3, "right", True),
        (2, 3, "right", False),  # the first leaf after the alarm's instant
        (1, 2, "right", True),
        (1, 2, "wrong", False),  # a log of the very size that the alarm names, and not the one it names
        (1, 3, "wrong", True),  # of another size nothing can be compared
        (1, 3, None, False),  # an alarm that names no log
        (1, 3, "another key", False),
    ],
)
def test_a_proof_counts_where_the_lost_key_was_still_hers(place, size, told, counts):
    """The alarm names the log when it held two leaves; the paper stands at a place of a log of some size."""
    paper = signed()
    entries = [b"one", b"two", b"three"]
    entries[place] = paper.data
    leaves = [leaf_hash(one) for one in entries[:size]]
    note = sign_checkpoint(Checkpoint("likeness/log", size, root(leaves)), LOG)
    named: dict[str, Any] = {"log_key": LOG.public.encoded, "log_size": 2, "log_root": root(leaves[:2])}
    changed: dict[object, dict[str, Any]] = {
        "right": {}, "wrong": {"log_root": bytes(32)}, None: dict.fromkeys(named),
        "another key": {"log_key": LogKey(bytes([1] * 32)).public.encoded},
    }  # fmt: skip
    named |= changed[told]
    proof = LogProof(place, tuple(inclusion_proof(leaves, place)), note)
    held = lost(replace(an_alarm(), **named), 20, a_rotation(), proofs=(proof,))
    assert (checked(accepted(), held)[0] == "valid") == counts


def test_who_lost_her_key_is_still_called_by_the_name_of_the_grantor():
    held = lost(an_alarm(lost=AGENCY, by=HEIR), 20, a_rotation(AGENCY, HEIR, "Halden Roe Talent"))
    signer = verify(by(AGENCY, terms_grantor=AGENT), held, at=AT, read=read_here).signer
    assert (signer.why, signer.name) == ("lost", "Halden Roe Talent")


def test_ones_own_key_is_told_as_ones_own():
    assert checked(accepted(), roots(own={pub(LIORA): "Liora Vantreight"})) == ("valid", "self", "signer-self")


def test_a_thief_who_hands_the_key_on_to_himself_is_undone_by_the_agency():
    """He rotates, then cries that everything since 1970 is void; the agency's alarm takes both back."""
    cards = (LIORA_CARD, AGENCY_CARD)
    theft = (a_vouching(), Word(a_rotation(new=STRANGER), 30), Word(an_alarm(by=STRANGER), 31, cut=0))
    places = {signed().digest: 3}
    assert checked(accepted(), roots(*theft, cards=cards, places=places))[0] == "unknown-signer"
    saved = roots(*theft, Word(an_alarm(by=AGENCY), 40, cut=25), cards=cards, places=places)
    assert checked(accepted(), saved)[0] == "valid"
    assert checked(by(STRANGER), saved)[1] == "unknown"


def test_what_a_lost_key_said_of_others_goes_with_it():
    held = roots(
        a_rotation(AGENCY, HEIR, "Halden Roe Talent"),
        Word(a_vouching(), 30),
        Word(an_alarm(lost=AGENCY, by=HEIR), 50, cut=20),
        cards=(AGENCY_CARD,),
    )
    assert checked(accepted(), held)[0] == "unknown-signer"


@pytest.mark.parametrize(("place", "trust"), [(19, "vouched"), (20, "unknown")])
def test_the_first_leaf_of_the_alarms_time_counts_no_more(place, trust):
    alarm = Word(an_alarm(lost=AGENCY, by=HEIR), 50, cut=20)
    held = roots(a_rotation(AGENCY, HEIR, "Halden Roe Talent"), Word(a_vouching(), place), alarm, cards=(AGENCY_CARD,))
    assert checked(accepted(), held)[1] == trust


def test_a_lost_key_raises_no_alarm():
    words = (
        a_rotation(AGENCY, HEIR, "Halden Roe Talent"),
        a_vouching(),
        Word(an_alarm(lost=AGENCY, by=HEIR), 50, cut=20),
    )
    cards = (LIORA_CARD, AGENCY_CARD)
    assert checked(accepted(), roots(*words, Word(an_alarm(by=AGENCY), 60, cut=0), cards=cards))[0] == "valid"
    before = roots(*words[:2], Word(an_alarm(by=AGENCY), 40, cut=0), cards=cards)
    assert checked(accepted(), before)[0] == "unknown-signer"


def test_every_detail_of_the_signer_has_its_sentence():
    held = roots(an_estate(), a_handover(), a_rotation(), a_delegation())
    for data in (by(LIORA_LATER), by(AGENCY, terms_grantor=AGENT), by(STRANGER, terms_grantor=AGENT)):
        report = verify(data, held, at=AT, read=read_here)
        for language in ("en", "fr"):
            step = next(one for one in report.to_json(language)["steps"] if one["step"] == "signer")
            assert len(step["detail"]) > 20
            assert "{" not in step["detail"]


def test_signing_makes_no_word_about_itself():
    with pytest.raises(Exception, match="statement-about-itself"):
        sign(a_vouching(AGENCY, AGENCY), AGENCY)
