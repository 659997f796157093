import json

import pytest

from likeness.errors import Broken, Refused
from likeness.seal.vault import create_vault, open_vault
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from tests.fakes.seeded_chance import SeededChance

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PHRASE = "seven paper cranes"


@pytest.fixture
def vault():
    return create_vault(PHRASE, SeededChance(), CHEAP)


def test_it_opens_with_its_passphrase_and_gives_the_same_keys(vault):
    again = open_vault(vault.text, PHRASE, SeededChance("other"))
    assert again.database_key() == vault.database_key()
    assert len(vault.database_key()) == 32
    assert len({vault.database_key(), vault.backup_key()}) == 2


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
    vault.change_passphrase("nine", CHEAP)
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
