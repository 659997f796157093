import pytest

from likeness.errors import Tampered, Unreadable
from likeness.seal.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from likeness.seal.log import inclusion_proof, leaf_hash, root
from likeness.seal.log_key import LogKey
from likeness.seal.proof import check_proof, read_proof, write_proof

KEY, OTHER = LogKey(bytes([7] * 32)), LogKey(bytes([8] * 32))
ENTRIES = [bytes([n]) * 3 for n in range(5)]
LEAVES = [leaf_hash(entry) for entry in ENTRIES]
HEAD = Checkpoint("likeness/liora", 5, root(LEAVES))
NOTE = sign_checkpoint(HEAD, KEY)


def test_a_note_has_the_shape_of_c2sp():
    lines = NOTE.split("\n")
    assert lines[:2] == ["likeness/liora", "5"]
    assert lines[3] == ""
    assert lines[4].startswith("\u2014 likeness/liora ")
    assert NOTE.endswith("\n")
    assert open_checkpoint(NOTE, KEY.public) == HEAD


def test_a_public_note_is_read():
    """The example of C2SP signed-note shows its key id: SHA-256(name, newline, 0x01, key), four bytes."""
    from base64 import b64decode
    from hashlib import sha256

    raw = b64decode(NOTE.split("\n")[4].split(" ")[2])
    assert raw[:4] == sha256(b"likeness/liora\n\x01" + KEY.public.encoded).digest()[:4]
    assert len(raw) == 4 + 64


def test_lines_of_other_signers_are_left_alone():
    stranger = sign_checkpoint(Checkpoint("likeness/witness", 5, root(LEAVES)), OTHER).split("\n")[4]
    assert open_checkpoint(NOTE + stranger + "\n", KEY.public) == HEAD


@pytest.mark.parametrize("key", [OTHER.public])
def test_another_key_is_refused(key):
    with pytest.raises(Tampered):
        open_checkpoint(NOTE, key)


@pytest.mark.parametrize(
    "note",
    [
        "",
        NOTE[:-1],
        NOTE.replace("\n\n", "\n"),
        NOTE.replace("\n5\n", "\n05\n"),
        NOTE.replace("\n5\n", "\n0\n"),
        NOTE.replace("\n5\n", "\n\u0665\n"),
        NOTE.replace("\n\n", "\nextension\n\n"),
        NOTE.replace("\u2014", "-"),
        NOTE.replace("\n", "\r\n"),
        NOTE + "\u2014 x AAAA\n",
        NOTE + "\u2014 x\n",
        NOTE.replace("=\n\n", "\n\n"),
        NOTE + NOTE.split("\n")[4] * 1 + "\n" * 2,
    ],
)
def test_other_shapes_are_refused(note):
    with pytest.raises((Unreadable, Tampered)):
        open_checkpoint(note, KEY.public)


def test_our_line_twice_is_refused():
    with pytest.raises(Tampered):
        open_checkpoint(NOTE + NOTE.split("\n")[4] + "\n", KEY.public)


def test_every_changed_character_is_refused():
    for place in range(len(NOTE)):
        spoiled = NOTE[:place] + chr(ord(NOTE[place]) ^ 1) + NOTE[place + 1 :]
        with pytest.raises((Unreadable, Tampered)):
            open_checkpoint(spoiled, KEY.public)


@pytest.mark.parametrize(
    "head",
    [
        Checkpoint("", 5, HEAD.root),
        Checkpoint("a b", 5, HEAD.root),
        Checkpoint("a", 0, HEAD.root),
        Checkpoint("a", 1, b""),
    ],
)
def test_no_other_head_is_signed(head):
    with pytest.raises(ValueError, match="checkpoint"):
        sign_checkpoint(head, KEY)


def test_a_proof_is_about_its_entry_alone():
    text = write_proof(3, inclusion_proof(LEAVES, 3), NOTE)
    proof = read_proof(text)
    assert text.startswith("c2sp.org/tlog-proof@v1\nindex 3\n")
    assert check_proof(proof, ENTRIES[3], KEY.public) == HEAD
    with pytest.raises(Tampered, match="proof-inclusion"):
        check_proof(proof, ENTRIES[2], KEY.public)
    with pytest.raises(Tampered, match="checkpoint-signature"):
        check_proof(proof, ENTRIES[3], OTHER.public)


def test_extra_data_is_allowed_and_never_read():
    text = write_proof(3, inclusion_proof(LEAVES, 3), NOTE).replace("index", "extra YWJj\nindex", 1)
    assert check_proof(read_proof(text), ENTRIES[3], KEY.public) == HEAD


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("@v1", "@v2"),
        ("index 3", "index 03"),
        ("index 3", "index -3"),
        ("index 3", "place 3"),
        ("index 3\n", ""),
        ("\n\n", "\n"),
    ],
)
def test_other_proofs_are_refused(old, new):
    text = write_proof(3, inclusion_proof(LEAVES, 3), NOTE)
    with pytest.raises(Unreadable):
        read_proof(text.replace(old, new, 2 if old == "\n\n" else 1))


def test_a_proof_of_no_lines_is_refused():
    with pytest.raises(Unreadable):
        read_proof("c2sp.org/tlog-proof@v1\n\nx")
