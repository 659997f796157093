"""She forgets her passphrase: twelve words on paper open the registry, and bring a backup back on a bare computer."""

import pytest

PHRASE = "a newer one, written nowhere"


def file_with(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def words(liora, folder):
    """The file into which she typed what `registry words` showed her."""
    made = liora.asks("registry", "words")
    assert len(made["words"].split()) == 12
    return file_with(folder / "words.txt", made["words"])


@pytest.fixture
def new(folder):
    return file_with(folder / "new.txt", PHRASE + "\n")


def test_forgotten_and_opened_by_words_with_a_new_passphrase(liora, words, new):
    liora.asks("registry", "passphrase", "--words", words, "--new", new)
    assert liora("registry", "info").code == 5  # the old passphrase
    assert liora.asks("registry", "info", "--passphrase-file", new)["name"] == "Liora Vantreight"
    # The words go on opening it, and a newer passphrase needs only the one of today.
    again = file_with(new.with_name("again.txt"), "yet another passphrase")
    liora.asks("registry", "passphrase", "--words", words, "--new", again)
    liora.asks("registry", "passphrase", "--new", new, "--passphrase-file", again)
    assert liora.asks("registry", "check", "--passphrase-file", new)["sound"]


def test_words_and_a_backup_bring_everything_back_on_a_bare_profile(liora, words, new, folder):
    liora.asks("registry", "backup", folder / "disk" / "liora.likeness-backup")
    before = liora.asks("registry", "info")
    bare = liora.elsewhere(folder / "another computer" / "liora.registry")
    said = bare("registry", "restore", folder / "disk" / "liora.likeness-backup", "--words", words)
    assert said.code == 0
    assert "Set a new passphrase now" in said.err
    bare.asks("registry", "passphrase", "--words", words, "--new", new)
    after = bare.asks("registry", "info", "--passphrase-file", new)
    assert after["root"] == before["root"]
    assert bare.asks("registry", "check", "--passphrase-file", new)["sound"]


def test_french_words_typed_by_hand(liora, folder, new):
    shown = liora("registry", "words", "--lang", "fr").out.splitlines()[1:]
    assert [line.split()[0] for line in shown] == [str(place) for place in range(1, 13)]
    typed = "\n".join(line.upper() for line in shown)  # numbers, capitals, a line each
    liora.asks("registry", "passphrase", "--words", file_with(folder / "w", typed), "--new", new)
    assert liora("registry", "info", "--passphrase-file", new).code == 0


def test_new_words_stop_the_old_ones(liora, words, new, folder):
    newer = file_with(folder / "newer.txt", liora.asks("registry", "words")["words"])
    said = liora("registry", "passphrase", "--words", words, "--new", new)
    assert said.code == 5
    assert "newer words were made since" in said.err
    assert liora("registry", "passphrase", "--words", newer, "--new", new).code == 0


def test_the_sheet_is_written_where_it_is_asked_for(liora, folder):
    made = liora.asks("registry", "words", "--sheet", folder / "words.pdf")
    assert (folder / "words.pdf").read_bytes().startswith(b"%PDF")
    assert made["sheet"] == str(folder / "words.pdf")


def test_a_sheet_that_cannot_be_written_leaves_the_earlier_words(liora, words, new, folder):
    (folder / "file").write_text("no folder")
    assert liora("registry", "words", "--sheet", folder / "file" / "words.pdf").code == 5
    assert liora("registry", "passphrase", "--words", words, "--new", new).code == 0


BAD = {
    "empty": ("", "words-empty", 4),
    "eleven": ("copper " * 11, "words-count", 4),
    "thirteen": ("copper " * 13, "words-count", 4),
    "no word": ("copper " * 11 + "coppr", "words-unknown", 4),
    "two lists": ("copper " * 11 + "abaisser", "words-mixed", 4),
    "no order": ("copper " * 12, "words-order", 4),
    "others": ("abandon " * 11 + "about", "wrong-words", 5),
}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_words_that_do_not_open_are_told_in_a_sentence(liora, words, new, folder, bad, language):
    text, code, exit_code = BAD[bad]
    typed = file_with(folder / "typed.txt", text)
    said = liora("registry", "passphrase", "--words", typed, "--new", new, "--lang", language, "--json")
    assert (said.code, said.json["error"]["code"]) == (exit_code, code)
    assert "coppr" not in said.out
    assert liora("registry", "info").code == 0


def test_a_registry_without_words_says_that_none_were_made(liora, folder, new):
    typed = file_with(folder / "typed.txt", "abandon " * 11 + "about")
    said = liora("registry", "passphrase", "--words", typed, "--new", new)
    assert said.code == 5
    assert "No twelve words were made for this registry." in said.err


def test_damaged_locks_and_missing_files_are_told(liora, words, new, folder):
    locks = folder / "liora.registry.vault"
    whole = locks.read_text("utf-8")
    locks.write_text(whole.replace('"words"', '"worms"'), encoding="utf-8")
    said = liora("registry", "passphrase", "--words", words, "--new", new, "--json")
    assert (said.code, said.json["error"]["code"]) == (5, "vault-damaged")
    locks.write_text(whole, encoding="utf-8")
    said = liora("registry", "passphrase", "--words", folder / "nothing", "--new", new, "--json")
    assert (said.code, said.json["error"]["code"]) == (4, "no-such-file")
    (folder / "bytes").write_bytes(b"\xff\xfe")
    said = liora("registry", "passphrase", "--words", folder / "bytes", "--new", new, "--json")
    assert (said.code, said.json["error"]["code"]) == (4, "not-utf8")
    assert liora("registry", "passphrase", "--words", words).code == 2  # nobody is there to be asked for a new one
    empty = file_with(folder / "empty", "\n")
    said = liora("registry", "passphrase", "--words", words, "--new", empty, "--json")
    assert (said.code, said.json["error"]["code"]) == (4, "empty-passphrase")
    assert liora("registry", "info").code == 0


def test_no_words_are_made_for_whoever_does_not_know_the_passphrase(liora, folder):
    wrong = file_with(folder / "wrong", "another passphrase")
    assert liora("registry", "words", "--passphrase-file", wrong).code == 5
