"""The layers that strangers' bytes go through, each alone: what it is fed, and what must hold whatever it is fed.

A target takes bytes. It may raise our own errors (`Unreadable`, `Tampered`) and nothing else. Where it reads something,
its promise is checked: it is what was signed, it encodes to the same bytes, no foreign thing is called a licence.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from random import Random

from PIL import Image

from likeness.licence.bundle import read_bundle
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import encode_statement, open_any, open_signed, sign
from likeness.licence.status_list import LIST_BYTES, StatusList, inflate, pack_states
from likeness.paper.qr.qr_image import make_qr
from likeness.paper.qr.qr_payload import base45_decode, base45_encode, clean_host, qr_bytes, qr_text
from likeness.paper.qr.qr_read import read_codes
from likeness.seal.canonical import decode, encode, split_sequence
from likeness.seal.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from likeness.seal.cose import protected_header, read_sign1, to_be_signed, write_sign1
from likeness.seal.kinds import Kind
from likeness.seal.log import inclusion_proof, leaf_hash, root
from likeness.seal.log_key import LogKey
from likeness.seal.proof import check_proof, read_proof, write_proof
from likeness.verifier.report import EXITS
from likeness.verifier.roots import Roots
from likeness.verifier.verify import verify
from tests.fakes.court import court_says
from tests.fakes.licences import LIORA, SIGNED_AT, accepted, signed
from tests.fakes.papers import read_here
from tests.fuzz.mutate import spoiled, spoiled_value
from tests.golden.test_statements import FROZEN

AT = datetime(2026, 4, 1, tzinfo=UTC)
LOG = LogKey(bytes([7] * 32))
OWN = Roots(own={LIORA.public.encoded: "Liora"})
Change = Callable[[bytes, Random, list[bytes]], bytes]


@dataclass(frozen=True)
class Target:
    """What to run, what to start from, how to change it, and how many turns it gets in the usual run."""

    run: Callable[[bytes], str | None]  # it may name what it found
    seeds: Callable[[], list[bytes]]
    turns: int
    change: Change = spoiled


@cache
def statements() -> list[bytes]:
    """The frozen bytes of every kind of statement."""
    found = [bytes.fromhex(path.read_text()) for path in sorted(FROZEN.glob("*.hex"))]
    return [one for data in found for one in split_sequence(data)]


def payloads() -> list[bytes]:
    return [read_sign1(data).payload for data in statements()]


def run_base45(data: bytes) -> None:
    text = data.decode("latin-1")
    assert base45_encode(base45_decode(text)) == text


def run_cbor(data: bytes) -> None:
    assert encode(decode(data)) == data


def run_sequence(data: bytes) -> None:
    assert b"".join(split_sequence(data)) == data


def run_cose(data: bytes) -> None:
    parts = read_sign1(data)
    assert write_sign1(parts.protected, parts.payload, parts.signature) == data


def run_statement(data: bytes) -> None:
    read = open_any(data)
    assert data in statements()
    assert read.data == data


def run_signed_statement(payload: bytes) -> None:
    """What is signed and wrong: the signature holds, so that every rule behind it is reached."""
    kinds = {kind.number: kind for kind in Kind}
    try:
        value = decode(payload)
    except ValueError:
        value = None
    number = value.get(2) if isinstance(value, dict) else None
    kind = kinds.get(number if type(number) is int else 0, Kind.LICENCE)
    protected = protected_header(LIORA.public.kid)
    data = write_sign1(protected, payload, LIORA.sign(to_be_signed(protected, kind.aad, payload)))
    read = open_any(data)
    assert encode_statement(read.says) == payload


def run_card(data: bytes) -> None:
    card = open_signed(data, KeyCard)
    assert data in card_seeds()
    assert card.says.public == card.signer


def run_status_list(data: bytes) -> None:
    read = open_signed(data, StatusList)
    assert data in list_seeds()
    assert len(read.says.entries) == LIST_BYTES


def run_inflate(data: bytes) -> None:
    assert len(inflate(data, LIST_BYTES)) == LIST_BYTES


def run_bundle(data: bytes) -> None:
    assert read_bundle(data).data == data
    assert data in (accepted(), signed().data) or data in statements()


def run_qr_text(data: bytes) -> None:
    text = data.decode("latin-1")
    host = text[8 : text.index("/V#")].lower() if text.startswith("HTTPS://") and "/V#" in text else None
    read = qr_bytes(text)
    assert (host and ":" in host) or qr_text(read, host) == text


def run_host(data: bytes) -> None:
    kept = clean_host(data.decode("utf-8", "replace"))
    assert clean_host(kept) == kept
    assert qr_bytes(qr_text(b"\x01x", kept)) == b"\x01x"


def run_picture(data: bytes) -> None:
    assert all(isinstance(text, str) for text in read_codes(data))


def run_checkpoint(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    assert open_checkpoint(text, LOG.public) == Checkpoint("likeness/liora", 5, root(leaves()))


def run_proof(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    assert check_proof(read_proof(text), b"2" * 3, LOG.public).size == 5


def run_verify(data: bytes) -> str:
    report = verify(data, OWN, at=AT, read=read_here)
    assert report.answer in EXITS
    assert report.answer != "valid" or report.data == accepted()
    assert all(step.words(language) for language in ("en", "fr") for step in report.steps)
    return next((step.detail for step in report.steps if step.result == "failed"), report.answer)


def run_court(data: bytes) -> str:
    code, lines = court_says(data)
    assert code in (0, 1, 4)
    assert code != 0 or data in (accepted(), signed().data)
    return str(lines[-1])


def leaves() -> list[bytes]:
    return [leaf_hash(str(n).encode() * 3) for n in range(5)]


def note() -> str:
    return sign_checkpoint(Checkpoint("likeness/liora", 5, root(leaves())), LOG)


def proof_seeds() -> list[bytes]:
    return [write_proof(2, inclusion_proof(leaves(), 2), note()).encode()]


@cache
def card_seeds() -> list[bytes]:
    card = KeyCard("Liora Vantreight", "performer", LIORA.public.encoded, date(2026, 1, 5), "by mail")
    return [sign(card, LIORA).data, bytes.fromhex((FROZEN / "key-card.hex").read_text())]


@cache
def list_seeds() -> list[bytes]:
    states = pack_states({5: "withdrawn", 99: "suspended"})
    made = sign(StatusList(3, SIGNED_AT, LIORA.public.encoded, AT, states), LIORA).data
    return [made, bytes.fromhex((FROZEN / "status-list.hex").read_text())]


@cache
def picture_seeds() -> list[bytes]:
    code = make_qr(signed().data)
    assert code is not None
    picture = Image.open(BytesIO(code.png(2)))
    streams = []
    for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"):
        stream = BytesIO()
        picture.convert("L").save(stream, kind)
        streams.append(stream.getvalue())
    return streams


def texts() -> list[bytes]:
    codes = [qr_text(data) for data in (accepted(), signed().data, b"\x01")]
    codes += [qr_text(data, "likeness.example") for data in (accepted(), b"\x01")]
    return [text.encode() for text in codes]


def inside(data: bytes, dice: Random, others: list[bytes]) -> bytes:
    """Spoil mostly inside the grammar of CBOR, sometimes any byte."""
    return spoiled(data, dice, others) if dice.random() < 0.15 else spoiled_value(data, dice)


TARGETS: dict[str, Target] = {
    "base45": Target(run_base45, lambda: [base45_encode(data).encode() for data in statements()], 9000),
    "cbor": Target(run_cbor, payloads, 9000, inside),
    "sequence": Target(run_sequence, lambda: [accepted(), *statements()], 7000),
    "cose": Target(run_cose, statements, 9000),
    "statement": Target(run_statement, statements, 7000),
    "signed-statement": Target(run_signed_statement, payloads, 9000, inside),
    "card": Target(run_card, card_seeds, 4000),
    "status-list": Target(run_status_list, list_seeds, 4000),
    "inflate": Target(run_inflate, lambda: [pack_states({5: "withdrawn"}), zlib.compress(bytes(100))], 7000),
    "bundle": Target(run_bundle, lambda: [accepted(), signed().data], 4000),
    "qr-text": Target(run_qr_text, texts, 9000),
    "host": Target(run_host, lambda: [b"example.org", b"xn--exmple-cua.org", "ex\u00e4mple.org".encode()], 9000),
    "picture": Target(run_picture, picture_seeds, 600),
    "checkpoint": Target(run_checkpoint, lambda: [note().encode()], 7000),
    "proof": Target(run_proof, proof_seeds, 7000),
    "verify": Target(run_verify, lambda: [accepted(), *texts()], 2500),
    "court": Target(run_court, lambda: [accepted(), signed().data], 4000),
}
