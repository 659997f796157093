"""Who signs for somebody else: agents by delegation, an estate after a dated death."""

from datetime import UTC, date, datetime

import pytest

from likeness.licence.key_card import KeyCard
from likeness.verifier.book import Book
from likeness.verifier.roots import Word
from likeness.verifier.trust import speaks_for
from tests.fakes.held import AGENCY_CARD, AGENT, AT, LIORA_CARD, by, checked, lost, roots
from tests.fakes.licences import LIORA, STRANGER, a_licence, accepted, signed
from tests.fakes.words import (
    AGENCY,
    HEIR,
    LIORA_LATER,
    a_delegation,
    a_handover,
    a_rotation,
    an_alarm,
    an_estate,
    pub,
)


def test_an_agents_licence_needs_a_delegation_that_covers_it():
    paper = by(AGENCY, terms_grantor=AGENT)
    cards = (LIORA_CARD, AGENCY_CARD)
    assert checked(paper, roots(cards=cards)) == ("unknown-signer", "unknown", "signer-no-delegation")
    assert checked(paper, roots(a_delegation(), cards=cards)) == ("valid", "confirmed", "signer-delegated")
    assert checked(paper, roots(a_delegation())) == ("valid", "vouched", "signer-delegated")


@pytest.mark.parametrize(
    "changes",
    [
        {"likenesses": ("another",)},
        {"licensees": ("oxbow",)},
        {"acts": ("generate",)},
        {"most_minor": 1_799_999},
        {"currency": "GBP"},
        {"expires_at": datetime(2026, 2, 24, 10, 42, tzinfo=UTC)},
        {"given_at": datetime(2026, 2, 25, tzinfo=UTC)},
    ],
)
def test_a_delegation_that_does_not_cover_it(changes):
    paper = by(AGENCY, terms_grantor=AGENT)
    held = roots(a_delegation(**changes), cards=(LIORA_CARD, AGENCY_CARD))
    assert checked(paper, held) == ("unknown-signer", "unknown", "signer-outside-delegation")


def test_whose_delegation_counts():
    paper, cards = by(AGENCY, terms_grantor=AGENT), (LIORA_CARD, AGENCY_CARD)
    worthless = [
        a_delegation(by=STRANGER),  # anybody can sign one
        a_delegation(by=AGENCY, to=STRANGER),  # nor is it handed on
        Word(a_delegation(), ended_at=signed().says.issued_at),  # taken back before
    ]
    for one in worthless:
        assert checked(paper, roots(one, cards=cards))[0] == "unknown-signer"
    stranger = roots(a_delegation(), a_delegation(by=AGENCY, to=STRANGER), cards=cards)
    assert checked(by(STRANGER, terms_grantor=AGENT), stranger)[2] == "signer-no-delegation"
    assert checked(paper, roots(Word(a_delegation(), ended_at=AT), cards=cards))[0] == "valid"  # signed before that
    assert checked(paper, roots(a_delegation(by=LIORA_LATER), a_rotation(), cards=cards))[0] == "valid"


def test_the_estate_speaks_after_a_dated_death():
    estate = {"name": "Mara Vantreight", "capacity": "estate", "authority": "Letters"}
    after = by(HEIR, terms_grantor=estate, issued_at=datetime(2026, 5, 12, tzinfo=UTC))
    both = (an_estate(), a_handover())
    assert checked(after, roots(*both)) == ("valid", "vouched", "signer-estate")
    assert checked(after, roots(an_estate()))[0] == "unknown-signer"
    assert checked(after, roots(a_handover()))[0] == "unknown-signer"
    assert checked(after, roots(*both, cards=()))[0] == "unknown-signer"
    before = by(HEIR, terms_grantor=estate, issued_at=datetime(2026, 5, 9, tzinfo=UTC))
    assert checked(before, roots(*both))[0] == "unknown-signer"
    ended = roots(Word(an_estate(), 10, ended_at=AT), Word(a_handover(), 11))
    assert checked(after, ended)[0] == "unknown-signer"
    as_herself = by(HEIR, issued_at=datetime(2026, 5, 12, tzinfo=UTC))
    assert checked(as_herself, roots(*both))[0] == "unknown-signer"  # an estate does not sign as the performer
    heir = KeyCard("Mara Vantreight", "performer", pub(HEIR), date(2026, 1, 1))
    assert checked(after, roots(*both, cards=(LIORA_CARD, heir)))[1:] == ("confirmed", "signer-confirmed")


def test_her_own_key_speaks_no_more_after_the_death():
    both = (an_estate(), a_handover())
    late = by(LIORA, issued_at=datetime(2026, 5, 10, tzinfo=UTC))
    assert checked(late, roots(*both)) == ("unknown-signer", "unknown", "signer-died")
    assert checked(accepted(), roots(*both))[0] == "valid"


def test_who_speaks_for_a_licence():
    mine, agents = signed().says, signed(a_licence(signer=pub(AGENCY), terms_grantor=AGENT), AGENCY).says
    words = (a_rotation(), a_delegation(), an_estate(), a_handover())
    book = Book(roots(*words), AT)
    assert [speaks_for(pub(key), mine, book) for key in (LIORA, LIORA_LATER, HEIR, AGENCY, STRANGER)] == [
        True, True, True, False, False
    ]  # fmt: skip
    assert speaks_for(pub(LIORA), agents, book)
    assert speaks_for(pub(AGENCY), agents, book)
    assert not speaks_for(pub(STRANGER), agents, book)
    assert not speaks_for(pub(STRANGER), agents, Book(roots(a_delegation(by=STRANGER)), AT))
    several = (a_delegation(by=STRANGER), Word(a_delegation(), 11, ended_at=AT))  # what she took back was hers to give
    assert speaks_for(pub(LIORA), agents, Book(roots(*several), AT))
    assert not speaks_for(pub(LIORA), mine, Book(lost(an_alarm(), 20, a_rotation()), AT))


def test_nobody_lets_another_sign_in_a_third_ones_name():
    """What Liora signs about her agent says nothing of Nova, on her own computer either."""
    nova = by(AGENCY, terms_grantor=AGENT, terms_performer={"id": "nova", "name": "Nova Person"})
    hers = by(AGENCY, terms_grantor=AGENT)
    own = roots(a_delegation(), cards=(), own={pub(LIORA): "Liora Vantreight"})
    assert checked(hers, own)[2] == "signer-delegated"
    assert checked(nova, own) == ("unknown-signer", "unknown", "signer-no-delegation")


def test_a_delegation_outlives_the_key_that_was_lost_afterwards():
    """Rule 4: what stood in the log before the alarm's time counts, and the key that follows bears her name."""
    hers = by(AGENCY, terms_grantor=AGENT)
    told = (a_delegation(), a_rotation(), Word(an_alarm(), 30, cut=20))
    assert checked(hers, roots(*told))[2] == "signer-delegated"
    late = (a_rotation(), Word(a_delegation(), 25), Word(an_alarm(), 30, cut=20))
    assert checked(hers, roots(*late))[2] == "signer-no-delegation"
