"""A log's head, signed: a C2SP checkpoint (tlog-checkpoint) written as a signed note (signed-note), Ed25519, type 0x01.

    likeness/LOG          origin: whose log
    184                   leaves
    kuKoFw...=            root

    (em dash) likeness/LOG base64(key id, signature)

Lines of other signers are left alone; two lines of our key, or one that fails, refuse the note. A size of 0 is refused.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from hashlib import sha256

from likeness.errors import Tampered, Unreadable
from likeness.seal.log import HASH_BYTES
from likeness.seal.log_key import LogKey, LogPublicKey

MOST_CHARACTERS = 65_536
MOST_SIGNATURES = 16
_ED25519 = b"\x01"
_NO_TEXT = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")
_ORIGIN = re.compile(r"[^\s+]{1,200}")
_SIZE = re.compile(r"[1-9][0-9]{0,14}", re.ASCII)


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of itself: its origin, how many leaves, their root (32 bytes)."""

    origin: str
    size: int
    root: bytes


def sign_checkpoint(checkpoint: Checkpoint, key: LogKey) -> str:
    """Return the signed note, ending in a newline."""
    root = b64encode(checkpoint.root).decode()
    text = f"{checkpoint.origin}\n{checkpoint.size}\n{root}\n"
    if not _ORIGIN.fullmatch(checkpoint.origin) or checkpoint.size < 1 or len(checkpoint.root) != HASH_BYTES:
        raise ValueError("no checkpoint of this log can be signed")
    signature = _key_id(checkpoint.origin, key.public) + key.sign(text.encode())
    return f"{text}\n\u2014 {checkpoint.origin} {b64encode(signature).decode()}\n"


def open_checkpoint(note: str, key: LogPublicKey) -> Checkpoint:
    """Read a note that `key` signed; raise Unreadable for a bad shape and Tampered for a bad signature."""
    checkpoint, text, lines = _read(note)
    expected = _key_id(checkpoint.origin, key)
    ours = [raw for name, raw in lines if name == checkpoint.origin and raw[:4] == expected]
    if len(ours) != 1 or not key.verifies(ours[0][4:], text.encode()):
        raise Tampered("checkpoint-signature")
    return checkpoint


def key_line(origin: str, key: LogPublicKey) -> str:
    """Return a log's key as others are given it (C2SP signed-note, "verifier keys"): NAME+KEYID+BASE64."""
    return f"{origin}+{_key_id(origin, key).hex()}+{b64encode(_ED25519 + key.encoded).decode()}"


def _read(note: str) -> tuple[Checkpoint, str, list[tuple[str, bytes]]]:
    if len(note) > MOST_CHARACTERS or _NO_TEXT.search(note) or not note.endswith("\n"):
        raise Unreadable("checkpoint-shape")
    text, gap, signatures = note.rpartition("\n\n")
    lines = text.split("\n")
    signed = signatures[:-1].split("\n")
    if not gap or len(lines) != 3 or not 1 <= len(signed) <= MOST_SIGNATURES:  # extension lines are not taken
        raise Unreadable("checkpoint-shape")
    if not _ORIGIN.fullmatch(lines[0]) or not _SIZE.fullmatch(lines[1]):
        raise Unreadable("checkpoint-shape")
    root = exact_base64(lines[2])
    if len(root) != HASH_BYTES:
        raise Unreadable("checkpoint-shape")
    return Checkpoint(lines[0], int(lines[1]), root), text + "\n", [_signature_line(line) for line in signed]


def _signature_line(line: str) -> tuple[str, bytes]:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "\u2014" or not _ORIGIN.fullmatch(parts[1]):
        raise Unreadable("checkpoint-shape")
    raw = exact_base64(parts[2])
    if len(raw) < 5:
        raise Unreadable("checkpoint-shape")
    return parts[1], raw


def exact_base64(text: str) -> bytes:
    """Read standard base64 in its one form (RFC 4648 section 4), or raise Unreadable."""
    try:
        raw = b64decode(text, validate=True)
    except (Base64Error, ValueError) as why:
        raise Unreadable("bad-base64") from why
    if b64encode(raw).decode() != text:
        raise Unreadable("bad-base64")
    return raw


def _key_id(name: str, key: LogPublicKey) -> bytes:
    return sha256(name.encode() + b"\n" + _ED25519 + key.encoded).digest()[:4]
