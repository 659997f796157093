import json
from base64 import b64decode, b64encode

import pytest

from likeness.errors import Broken, Refused
from likeness.seal.twelve_words import Words
from likeness.seal.vault import create_vault, open_vault
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from tests.fakes.seeded_chance import SeededChance

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PHRASE = "seven paper cranes"


def nowhere(_text):
    """Keep a vault's text nowhere: the test has it."""


@pytest.fixture
def vault():
    return create_vault(PHRASE, SeededChance(), CHEAP)


def test_it_opens_with_its_passphrase_and_gives_the_same_keys(vault):
    again = open_vault(vault.text, PHRASE, SeededChance("other"))
    assert again.database_key() == vault.database_key()
    assert len(vault.database_key()) == 32


def test_what_it_wraps_it_unwraps_under_the_same_label_only(vault):
    blob = vault.wrap("signing-key", b"secret")
    assert b"secret" not in blob
    assert open_vault(vault.text, PHRASE, SeededChance()).unwrap("signing-key", blob) == b"secret"
    for label, bad in [("log-key", blob), ("signing-key", blob[:-1]), ("signing-key", b""), ("signing-key", b"x" * 40)]:
        with pytest.raises(Broken, match="vault-damaged"):
            vault.unwrap(label, bad)


def test_two_wraps_of_one_secret_differ(vault):
    assert vault.wrap("a", b"secret") != vault.wrap("a", b"secret")


def test_a_wrong_passphrase_is_told_from_damage(vault):
    with pytest.raises(Broken, match="wrong-passphrase"):
        open_vault(vault.text, "another", SeededChance())
    assert vault.confirm(PHRASE)
    assert not vault.confirm("another")
    assert not vault.confirm("")


def test_the_text_gives_nothing_away(vault):
    assert PHRASE not in vault.text
    assert json.loads(vault.text)["format"] == "likeness-vault/1"
    assert set(json.loads(vault.text)["locks"][0]) == {
        "kind", "kdf", "memory_kib", "passes", "lanes", "salt", "nonce", "sealed"
    }  # fmt: skip


def test_a_new_passphrase_rewrites_the_lock_and_no_key(vault):
    before, blob = vault.text, vault.wrap("signing-key", b"secret")
    vault.change_lock("nine", nowhere, CHEAP)
    again = open_vault(vault.text, "nine", SeededChance())
    assert again.unwrap("signing-key", blob) == b"secret"
    assert again.database_key() == vault.database_key()
    with pytest.raises(Broken, match="wrong-passphrase"):
        open_vault(vault.text, PHRASE, SeededChance())
    assert open_vault(before, PHRASE, SeededChance()).database_key() == vault.database_key()


def test_the_same_letters_are_the_same_passphrase():
    vault = create_vault("caf\u00e9", SeededChance(), CHEAP)
    assert vault.confirm("cafe\u0301")
    assert not vault.confirm("caf\udce9")


def test_an_empty_passphrase_is_refused():
    with pytest.raises(Refused, match="empty-passphrase"):
        create_vault("", SeededChance(), CHEAP)


def test_every_damaged_character_is_found(vault):
    for place in range(len(vault.text)):
        text = vault.text[:place] + chr(ord(vault.text[place]) ^ 2) + vault.text[place + 1 :]
        if text.split() == vault.text.split():
            continue
        with pytest.raises(Broken) as fault:
            open_vault(text, PHRASE, SeededChance())
        assert fault.value.code in ("vault-damaged", "newer-format")


def _rewritten(text: str, **lock: object) -> str:
    """Change a lock and put the sum right, as somebody would who knows the format."""
    from likeness.seal.vault_text import _sum

    value = json.loads(text)
    value["locks"][0].update(lock)
    value["sum"] = _sum(value["locks"])
    return json.dumps(value)


def test_lowering_the_cost_opens_nothing(vault):
    with pytest.raises(Broken, match="wrong-passphrase"):
        open_vault(_rewritten(vault.text, memory_kib=32), PHRASE, SeededChance())


@pytest.mark.parametrize(
    "lock",
    [
        {"memory_kib": 1 << 40},
        {"memory_kib": 7},
        {"passes": 0},
        {"passes": 10_000},
        {"lanes": 99},
        {"lanes": 1.5},
        {"kdf": "pbkdf2"},
        {"kind": "keyring"},
        {"salt": "AAAA"},
        {"salt": 5},
        {"sealed": "!"},
        {"hint": "seven"},
    ],
)
def test_hostile_locks_are_damage(vault, lock):
    with pytest.raises(Broken, match="vault-damaged"):
        open_vault(_rewritten(vault.text, **lock), PHRASE, SeededChance())


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "{" * 100, "x" * 20_000, '{"format": "likeness-vault/1"}'])
def test_what_is_no_vault_is_damage(text):
    with pytest.raises(Broken, match="vault-damaged"):
        open_vault(text, PHRASE, SeededChance())


def test_a_newer_vault_is_called_newer(vault):
    with pytest.raises(Broken, match="newer-format"):
        open_vault(vault.text.replace("likeness-vault/1", "likeness-vault/2"), PHRASE, SeededChance())


def test_the_price_of_a_guess_is_that_of_the_decision():
    assert (DEFAULT_COST.memory_kib, DEFAULT_COST.passes, DEFAULT_COST.lanes) == (65_536, 3, 4)


WORDS, OTHERS = Words(bytes(range(16))), Words(bytes(range(1, 17)))
OLD_FORM = """{"format": "likeness-vault/1", "locks": [{"kind": "passphrase", "kdf": "argon2id",
 "memory_kib": 64, "passes": 1, "lanes": 1, "salt": "90hucirbRGtwqO11GLt/lA==", "nonce": "wEVg9z9RieIWgDRG",
 "sealed": "Zh3fYojqtFxdYA5ds0bpp8YKYWDYcuaeDovjSIe4h18="}], "sum": "b6fca0450b55d7ef"}"""


@pytest.fixture
def worded(vault):
    vault.change_lock(WORDS, nowhere, CHEAP)
    return vault


def test_words_open_it_beside_the_passphrase(worded):
    for opener in (PHRASE, WORDS):
        assert open_vault(worded.text, opener, SeededChance()).database_key() == worded.database_key()
    assert worded.has_words
    assert [lock["kind"] for lock in json.loads(worded.text)["locks"]] == ["passphrase", "words"]
    with pytest.raises(Broken, match="wrong-words"):
        open_vault(worded.text, OTHERS, SeededChance())


def test_a_vault_without_words_says_that_there_are_none(vault):
    assert not vault.has_words
    with pytest.raises(Broken, match="no-words"):
        open_vault(vault.text, WORDS, SeededChance())


def test_a_new_passphrase_leaves_the_words_and_new_words_the_passphrase(worded):
    worded.change_lock("nine", nowhere, CHEAP)
    worded.change_lock(OTHERS, nowhere, CHEAP)
    for opener, code in ((PHRASE, "wrong-passphrase"), (WORDS, "wrong-words")):
        with pytest.raises(Broken, match=code):
            open_vault(worded.text, opener, SeededChance())
    for opener in ("nine", OTHERS):
        assert open_vault(worded.text, opener, SeededChance()).database_key() == worded.database_key()
    assert len(worded.locks) == 2


def test_a_lock_that_could_not_be_kept_does_not_count(worded):
    def full(_text):
        raise Broken("disk-full")

    before = worded.text
    with pytest.raises(Broken, match="disk-full"):
        worded.change_lock(OTHERS, full, CHEAP)
    assert worded.text == before


def test_every_damaged_character_of_two_locks_is_found(worded):
    for place in range(0, len(worded.text), 3):
        text = worded.text[:place] + chr(ord(worded.text[place]) ^ 2) + worded.text[place + 1 :]
        if text.split() == worded.text.split():
            continue
        for opener in (PHRASE, WORDS):
            with pytest.raises(Broken) as fault:
                open_vault(text, opener, SeededChance())
            assert fault.value.code in ("vault-damaged", "newer-format")


@pytest.mark.parametrize("field", ["salt", "nonce", "sealed"])
@pytest.mark.parametrize("at", [0, 1])
def test_a_lock_changed_by_somebody_who_knows_the_format_opens_nothing(worded, field, at):
    from likeness.seal.vault_text import _sum

    value = json.loads(worded.text)
    raw = bytearray(b64decode(value["locks"][at][field]))
    for place in range(len(raw)):
        raw[place] ^= 0x40
        value["locks"][at][field] = b64encode(raw).decode()
        value["sum"] = _sum(value["locks"])
        with pytest.raises(Broken, match=("wrong-passphrase", "wrong-words")[at]):
            open_vault(json.dumps(value), (PHRASE, WORDS)[at], SeededChance())
        assert open_vault(json.dumps(value), (WORDS, PHRASE)[at], SeededChance()).database_key()
        raw[place] ^= 0x40


def test_a_lock_of_one_kind_is_none_of_the_other(worded):
    from likeness.seal.vault_text import _sum

    value = json.loads(worded.text)
    value["locks"][0]["kind"], value["locks"][1]["kind"] = "words", "passphrase"
    value["sum"] = _sum(value["locks"])
    for opener, code in ((PHRASE, "wrong-passphrase"), (WORDS, "wrong-words")):
        with pytest.raises(Broken, match=code):
            open_vault(json.dumps(value), opener, SeededChance())


def test_a_vault_from_before_there_were_words_opens_as_it_is():
    """Written by the program of the day before: not one byte of the old form may change its meaning."""
    again = open_vault(OLD_FORM, PHRASE, SeededChance())
    assert again.database_key().hex() == "c78603ccf6d9715aee8a6af8bde6340276f2c69530dd7b137c33c51d4b96b7a6"
    again.change_lock(WORDS, nowhere, CHEAP)
    assert open_vault(again.text, WORDS, SeededChance()).database_key() == again.database_key()
