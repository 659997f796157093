"""Theorems of the trust book: what strangers sign moves nothing, and nothing anybody signs makes it raise."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from likeness.licence.key_card import KeyCard
from likeness.verifier.book import CONFIRMED, UNKNOWN, Book
from likeness.verifier.roots import Roots, Word
from likeness.verifier.trust import estates
from tests.fakes.licences import LIORA, STRANGER, TIDEWRACK
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

AT = datetime(2026, 6, 1, tzinfo=UTC)
NAME = "Liora Vantreight"
CARDS = (
    KeyCard(NAME, "performer", pub(LIORA), date(2026, 1, 1)),
    KeyCard("Halden Roe Talent", "agent", pub(AGENCY), date(2026, 1, 1)),
)
KEYS = (LIORA, AGENCY, STRANGER, HEIR, TIDEWRACK, LIORA_LATER)
THIEVES = (STRANGER, HEIR, TIDEWRACK)
MAKERS = (
    lambda by, about: a_vouching(about, by),
    a_rotation,
    lambda by, about: an_alarm(about, by),
    a_delegation,
    an_estate,
    lambda by, about: a_handover(about, by),
)
# Made once: signing is what costs.
WORDS = {
    (by, about, which): MAKERS[which](KEYS[by], KEYS[about])
    for by in range(len(KEYS)) for about in range(len(KEYS)) if by != about for which in range(len(MAKERS))
}  # fmt: skip
ENDED = st.one_of(st.none(), st.integers(-400, 400).map(lambda days: AT + timedelta(days=days)))


def _of(signers):
    keys = [key for key in WORDS if KEYS[key[0]] in signers]
    word = st.builds(Word, st.sampled_from(keys).map(WORDS.__getitem__), st.integers(0, 40), ENDED, st.integers(0, 40))
    return st.lists(word, max_size=12).map(tuple)


@given(_of(KEYS), st.dictionaries(st.binary(min_size=1, max_size=2), st.integers(0, 40)))
def test_no_words_make_it_raise_or_go_round_for_ever(words, places):
    book = Book(Roots(cards=CARDS, words=words, places=places), AT)
    for key in KEYS:
        assert book.known(pub(key), (NAME,)).trust in ("confirmed", "vouched", "unknown")
        assert pub(key) in book.chain(pub(key))
        assert pub(key) in book.following(pub(key))
        assert len(set(book.following(pub(key)))) == len(book.following(pub(key)))
        book.newest_list(pub(key))
    estates(book)


@given(_of(THIEVES))
def test_what_strangers_sign_moves_nothing(words):
    book = Book(Roots(cards=CARDS, words=words), AT)
    assert book.cuts.keys() <= {pub(one) for one in THIEVES}
    assert book.known(pub(LIORA), (NAME,)).trust == CONFIRMED
    assert book.known(pub(AGENCY), ("Halden Roe Talent",)).trust == CONFIRMED
    assert book.following(pub(LIORA)) == (pub(LIORA),)
    for thief in (*THIEVES, LIORA_LATER):
        assert book.known(pub(thief), (NAME,)).trust == UNKNOWN


@given(_of(KEYS))
def test_the_order_in_which_words_are_handed_over_does_not_matter_only_the_log(words):
    placed = tuple(Word(word.says, place, word.ended_at, word.cut) for place, word in enumerate(words))
    one, other = (Book(Roots(cards=CARDS, words=given), AT) for given in (placed, placed[::-1]))
    assert one.cuts == other.cuts
    for key in KEYS:
        assert one.known(pub(key), (NAME,)) == other.known(pub(key), (NAME,))


@given(_of(KEYS))
def test_a_lost_key_is_never_trusted_for_what_was_not_logged(words):
    book = Book(Roots(cards=CARDS, words=words), AT)
    for key in book.cuts:
        assert book.known(key, (NAME,), b"a digest that stands in no log").trust == UNKNOWN
