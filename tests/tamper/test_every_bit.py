"""One flipped bit anywhere in something signed, and nobody reads it any more; and no kind passes for another."""

from typing import Any

import pytest

from likeness.errors import LikenessError, Tampered, Unreadable
from likeness.licence.bundle import read_bundle
from likeness.licence.statements import open_any, open_signed
from likeness.paper.qr.qr_payload import PREFIX, qr_bytes, qr_text
from likeness.seal.canonical import decode, encode
from likeness.seal.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from likeness.seal.cose import read_sign1, to_be_signed, write_sign1
from likeness.seal.envelope import KIND, SIGNER
from likeness.seal.keys import SigningKey
from likeness.seal.kinds import Kind
from likeness.seal.log import Frontier, inclusion_proof, leaf_hash
from likeness.seal.log_key import LogKey
from likeness.seal.proof import check_proof, read_proof, write_proof
from tests.fakes.licences import LIORA, TIDEWRACK, accepted
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.words import AGENCY, HEIR, LIORA_LATER, every_kind, the_acceptance

STATEMENTS = {name: one.data for name, one in every_kind().items()} | {"acceptance": the_acceptance()}
PENS = {key.public.encoded: key for key in (LIORA, TIDEWRACK, AGENCY, HEIR, LIORA_LATER)}
LOG = LogKey.generate(SeededChance("log"))
ENTRIES = [f"entry {number}".encode() for number in range(11)]
LEAVES = [leaf_hash(entry) for entry in ENTRIES]
NOTE = sign_checkpoint(Checkpoint("likeness/log", 11, Frontier(LEAVES).root()), LOG)
PROOF = write_proof(7, inclusion_proof(LEAVES, 7), NOTE)


def _flips(data):
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_flipped_bit_is_refused(name):
    data = STATEMENTS[name]
    open_any(data)
    for spoiled in _flips(data):
        with pytest.raises((Unreadable, Tampered)):
            open_any(spoiled)


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_cut_and_every_added_byte_is_refused(name):
    data = STATEMENTS[name]
    spoiled = [data[:end] for end in range(len(data))] + [data + bytes([byte]) for byte in range(256)]
    for one in spoiled:
        with pytest.raises((Unreadable, Tampered)):
            open_any(one)


def test_every_flipped_bit_of_a_file_is_refused():
    data = accepted()
    read_bundle(data)
    for spoiled in _flips(data):
        with pytest.raises((Unreadable, Tampered)):
            read_bundle(spoiled)


def test_every_kind_is_flipped():
    kinds = {open_any(data).says.__class__.__name__ for data in STATEMENTS.values()}
    assert len(STATEMENTS) == len(kinds) == len(Kind)


def _read_text(text: bytes) -> None:
    read_bundle(qr_bytes(text.decode("utf-8")))


def test_every_flipped_bit_of_a_code_is_refused():
    """Both forms of the text; in the second the host is nobody's promise, so only what follows it is flipped."""
    plain, dressed = qr_text(accepted()).encode(), qr_text(accepted(), "example.org").encode()
    fixed = dressed.index(b"#") + 1
    _read_text(plain)
    _read_text(dressed)
    for spoiled in [*_flips(plain), *(dressed[:fixed] + end for end in _flips(dressed[fixed:]))]:
        with pytest.raises((LikenessError, UnicodeDecodeError)):
            _read_text(spoiled)


def test_every_flipped_bit_of_a_statement_as_text_is_refused():
    for data in (STATEMENTS["status-list"], STATEMENTS["key-card"], STATEMENTS["delegation"]):
        text = qr_text(data)
        assert text.startswith(PREFIX)
        for spoiled in _flips(text.encode()):
            with pytest.raises((LikenessError, UnicodeDecodeError)):
                open_any(qr_bytes(spoiled.decode("utf-8")))


def test_every_flipped_bit_of_a_checkpoint_is_refused():
    assert open_checkpoint(NOTE, LOG.public).size == 11
    for spoiled in _flips(NOTE.encode()):
        with pytest.raises((LikenessError, UnicodeDecodeError)):
            open_checkpoint(spoiled.decode("utf-8"), LOG.public)


def test_every_flipped_bit_of_a_proof_is_refused():
    assert check_proof(read_proof(PROOF), ENTRIES[7], LOG.public).size == 11
    for spoiled in _flips(PROOF.encode()):
        with pytest.raises((LikenessError, UnicodeDecodeError)):
            check_proof(read_proof(spoiled.decode("utf-8")), ENTRIES[7], LOG.public)


def _payload(data: bytes) -> dict[int, Any]:
    value = decode(read_sign1(data).payload)
    assert isinstance(value, dict)
    return value


def _as_kind(data: bytes, kind: Kind, key: SigningKey, aad: bytes) -> bytes:
    """Give a payload another kind's number and sign it again under some external data."""
    parts = read_sign1(data)
    payload = encode(_payload(data) | {KIND: kind.number})
    return write_sign1(parts.protected, payload, key.sign(to_be_signed(parts.protected, aad, payload)))


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_statement_passes_as_one_of_another_kind(name):
    """The full matrix: read as another kind, renumbered, and signed by the right key under another kind's name."""
    data = STATEMENTS[name]
    mine = open_any(data)
    own = next(kind for kind in Kind if kind.number == _payload(data)[KIND])
    key = PENS[_payload(data)[SIGNER]]
    for other in STATEMENTS.values():
        if other is not data:
            with pytest.raises(Unreadable, match="statement-of-another-kind"):
                open_signed(data, type(open_any(other).says))
    for kind in Kind:
        if kind is own:
            continue
        parts = read_sign1(data)
        renumbered = encode(_payload(data) | {KIND: kind.number})
        with pytest.raises((Unreadable, Tampered)):
            open_any(write_sign1(parts.protected, renumbered, parts.signature))
        with pytest.raises(Tampered):  # its own number, another kind's external data
            open_any(_as_kind(data, own, key, kind.aad))
        with pytest.raises(Tampered):  # another number, its own external data
            open_any(_as_kind(data, kind, key, own.aad))
    assert open_signed(_as_kind(data, own, key, own.aad), type(mine.says)) == mine
