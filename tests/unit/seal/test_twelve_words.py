import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from likeness.errors import Unreadable
from likeness.paper.words.complaint import sentence
from likeness.seal.twelve_words import LANGUAGES, Words, draw_words, read_words, same_word
from tests.fakes.seeded_chance import SeededChance

SECRETS = st.binary(min_size=16, max_size=16).map(Words)
TONGUES = st.sampled_from(sorted(LANGUAGES))
# English: vectors that BIP-39 publishes. French: it publishes none; see the plain arithmetic below.
GOLDEN = """
00000000000000000000000000000000 en abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about
7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f en legal winner thank year wave sausage worth useful legal winner thank yellow
80808080808080808080808080808080 en letter advice cage absurd amount doctor acoustic avoid letter advice cage above
ffffffffffffffffffffffffffffffff en zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong
9e885d952ad362caeb4efe34a8e91bd2 en ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic
000102030405060708090a0b0c0d0e0f fr abaisser agréable inductif agréable éligible achat bolide boucle amateur exister dérober bloquer
ffffffffffffffffffffffffffffffff fr zoologie zoologie zoologie zoologie zoologie zoologie zoologie zoologie zoologie zoologie zoologie voter
""".strip().splitlines()  # noqa: E501  a vector a line
# SHA-256 of the lists as BIP-39 publishes them.
LISTS = {
    "english": "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda",
    "french": "ebc3959ab7801a1df6bac4fa7d970652f1df76b683cd2f4003c941c63d517e59",
}
GOOD = Words(bytes.fromhex("9e885d952ad362caeb4efe34a8e91bd2"))
ENGLISH, FRENCH = GOOD.written("en"), GOOD.written("fr")


def wrong(text):
    with pytest.raises(Unreadable) as fault:
        read_words(text)
    return fault.value


@pytest.mark.parametrize("vector", GOLDEN)
def test_golden_vectors(vector):
    secret, language, text = vector.split(" ", 2)
    assert Words(bytes.fromhex(secret)).written(language) == tuple(text.split())
    assert read_words(text).secret.hex() == secret


@pytest.mark.parametrize("language", LISTS)
def test_the_lists_are_those_of_bip_39(language):
    text = "".join(f"{word}\n" for word in Mnemonic(language).wordlist)
    assert sha256(text.encode()).hexdigest() == LISTS[language]


@given(SECRETS, TONGUES)
def test_the_words_are_what_plain_arithmetic_says(words, language):
    bits = int.from_bytes(words.secret + sha256(words.secret).digest()[:1], "big") >> 4  # 128 of chance, 4 to check
    listed = Mnemonic(LANGUAGES[language]).wordlist
    plain = [listed[bits >> 11 * place & 2047] for place in reversed(range(12))]
    assert list(words.written(language)) == [unicodedata.normalize("NFC", word) for word in plain]


@given(SECRETS, TONGUES)
def test_every_secret_is_written_and_read_back(words, language):
    written = words.written(language)
    assert len(written) == 12
    assert read_words(" ".join(written)) == words


@given(SECRETS, TONGUES)
def test_four_letters_of_each_are_enough_without_accents(words, language):
    plain = unicodedata.normalize("NFKD", " ".join(words.written(language))).encode("ascii", "ignore").decode()
    assert read_words(" ".join(word[:4] for word in plain.split())).secret in (words.secret, _other(plain, language))


def _other(plain, language):
    """Return what the other list reads in the same beginnings, where all twelve fit it and its check holds."""
    beginnings = " ".join(word[:4] for word in plain.split())
    found = read_words(beginnings)
    mine = [unicodedata.normalize("NFKD", word)[:4] for word in found.written(language)]
    return None if mine == beginnings.split() else found.secret


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.title,
        lambda text: text.replace(" ", "   "),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", ", ") + "\u00a0",
        lambda text: "\n".join(f"{n}. {word}" for n, word in enumerate(text.split(), 1)),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode(),
    ],
)
def test_what_a_hand_types_is_understood(change):
    for words in (ENGLISH, FRENCH, Words(bytes(range(16))).written("fr")):
        assert read_words(change(" ".join(words))) == read_words(" ".join(words))


@given(SECRETS, TONGUES, st.integers(0, 11), st.integers(0, 2047))
def test_one_wrong_word_is_never_the_same_secret(words, language, at, other):
    written = list(words.written(language))
    another = Words(other.to_bytes(2, "big").rjust(16, b"\0")).written(language)[10]  # any word of the list
    written[at] = another
    if written[at] == words.written(language)[at]:
        return
    try:
        read = read_words(" ".join(written))
    except Unreadable:
        return
    assert read != words  # one in sixteen has a right check: it is another secret, and opens nothing


def test_eleven_and_thirteen_and_none_are_counted():
    assert wrong("").code == wrong(" 12 . ").code == "words-empty"
    for count in (1, 11, 13, 24):
        fault = wrong(" ".join((ENGLISH * 2)[:count]))
        assert (fault.code, fault.params["found"]) == ("words-count", count)


def test_a_wrong_word_is_named_by_its_place_with_the_nearest_and_not_repeated():
    typed = [*ENGLISH[:4], "curtian", *ENGLISH[5:]]
    told = sentence(wrong(" ".join(typed)), "en")
    assert told.startswith("Word 5 is no word of the list.")
    assert "curtain" in told
    assert "curtian" not in told
    typed = [*FRENCH[:2], "zzzzzz", *FRENCH[3:]]
    assert sentence(wrong(" ".join(typed)), "fr") == "Le mot 3 n’est pas un mot de la liste. Regardez encore le papier."


def test_two_lists_mixed_are_told():
    fault = wrong(" ".join([*ENGLISH[:11], "zoologie"]))
    assert (fault.code, fault.params["value"]) == ("words-mixed", 12)
    fault = wrong(" ".join([*FRENCH[:3], "kangaroo", *FRENCH[4:]]))
    assert (fault.code, fault.params["value"]) == ("words-mixed", 4)


def test_another_order_is_told():
    assert wrong(" ".join([ENGLISH[1], ENGLISH[0], *ENGLISH[2:]])).code == "words-order"
    assert wrong("copper " * 12).code == "words-order"


@pytest.mark.parametrize("text", ["word " * 500, "\ud800 " * 12, "漢字 " * 12, "a" * 900, "\x00" * 50, "ﬁ " * 12])
def test_anything_else_is_no_words_and_no_bug(text):
    assert wrong(text).code in ("words-unknown", "words-count", "words-empty", "text-too-long")


def test_the_words_stand_in_no_log():
    words = draw_words(SeededChance())
    assert words.secret.hex() not in repr(words)
    assert words.written("en")[0] not in repr(words)


def test_one_word_of_the_sheet_is_told_from_others():
    assert same_word(" DEROBER ", "dérober")
    assert not same_word("dero", "dérober")
    assert not same_word("", "dérober")
