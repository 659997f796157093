"""A second opinion, for a court: is this licence what its keys signed, and did it stand in the performer's log?

    python3 court_verifier.py NUMBER.likeness [NUMBER.tlog-proof] [--card CARD] [--log-key KEY]

It shares no line with Likeness and needs only Python 3.11 and the library `cryptography`. It cannot say whether the
licence is in force, whose the keys are (beyond a card that is given), or when it was signed. KEY is the `log_key` of
`likeness registry info`: NAME+KEYID+BASE64, as C2SP signed-note writes it.

Exit 0: every step holds. 1: something was altered, or belongs to something else. 2: the command's words are wrong.
3: no KEY was given, so the log proof was not checked in full. 4: this is no licence that can be read here.
Sources: RFC 8949, 9052, 9864, 9679, 6962, 9162, 8032; C2SP tlog-proof, tlog-checkpoint, signed-note.
"""

import sys
from argparse import ArgumentParser
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256
KINDS = {1: b"likeness/licence/1", 2: b"likeness/acceptance/1", 6: b"likeness/key-card/1"}
OURS = bytes.fromhex("d2844da201280448")  # tag 18, a list of four, the protected header up to the key id
EIGHTH = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
WEAK = {y % (1 << 255) for n in (0, 1, -1, EIGHTH, -EIGHTH) for y in (n, n - 19)}  # one signature, many messages


class Fault(Exception):
    """A step does not hold: why, and the exit code."""


def need(holds: object, why: str, code: int = 1) -> None:
    if not holds:
        raise Fault(why, code)


def head(data: bytes, at: int) -> tuple[int, int, int]:
    need(at < len(data), "The data is cut short.")
    major, extra = data[at] >> 5, data[at] & 31
    width = 0 if extra < 24 else {24: 1, 25: 2, 26: 4, 27: 8}.get(extra, -1)
    end = at + 1 + width
    number = int.from_bytes(data[at + 1 : end], "big") if width else extra
    least = {0: 0, 1: 24}.get(width, 1 << 4 * max(width, 0))
    need(major < 6 and width >= 0 and number >= least and end <= len(data), "It is not in the one form that is signed.")
    return major, number, end


def item(data: bytes, at: int, depth: int = 8) -> tuple[Any, int]:
    """Read one item of deterministic CBOR (RFC 8949 section 4.2.1): no tag, float or null, keys in order and once."""
    if data[at : at + 1] in (b"\xf4", b"\xf5"):
        return data[at] == 0xF5, at + 1
    major, number, end = head(data, at)
    if major < 2:
        return (-1 - number if major else number), end
    need(number <= len(data) - end and (major < 4 or depth > 0), "The data is cut short, or nested too deep.")
    if major < 4:
        raw = data[end : end + number]
        return (raw.decode() if major == 3 else raw), end + number
    found: list[Any] = []
    keys: list[int] = []
    for _ in range(number):
        if major == 5:
            kind, key, end = head(data, end)
            need(kind == 0 and key > (keys[-1] if keys else -1), "The keys are not in order.")
            keys.append(key)
        value, end = item(data, end, depth - 1)
        found.append(value)
    return (dict(zip(keys, found, strict=True)) if major == 5 else found), end


def point(key: bytes) -> tuple[EllipticCurvePublicKey, bytes]:
    public = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), key if len(key) == 33 else b"")
    raw = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return public, sha256(bytes.fromhex("a401022001215820") + raw[1:33] + b'"X ' + raw[33:]).digest()


def digits(key: bytes) -> str:
    text = f"{int.from_bytes(point(key)[1], 'big') % 10**30:030d}"  # six groups of five, as Likeness shows them
    return " ".join(text[start : start + 5] for start in range(0, 30, 5))


def string(raw: bytes) -> bytes:
    n = len(raw)
    return (bytes([64 + n]) if n < 24 else bytes([88, n]) if n < 256 else b"Y" + n.to_bytes(2)) + raw


def statement(data: bytes, kind: int) -> tuple[dict[int, Any], int]:
    """Read the COSE_Sign1 that `data` begins with; the key it names signed exactly these bytes, as this kind."""
    need(sum(a != b for a, b in zip(data, OURS, strict=False)) < 2 <= len(data), "It is no statement of Likeness.", 4)
    (protected, unprotected, payload, signature), end = item(data, 1)
    value, rest = item(payload, 0)
    shape = data[0] == OURS[0] and unprotected == {} and len(data) < 1 << 16 and rest == len(payload)
    need(shape and type(signature) is bytes and len(signature) == 64, "The data is not what was signed.")
    need(value[2] == kind, "It is a statement of another kind.", 4)
    public, name = point(value[5])
    need(protected == OURS[3:] + name[:8], "The signature names another key or another method.")
    message = b"\x84\x6aSignature1" + string(protected) + string(KINDS[kind]) + string(payload)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    need(0 < r < ORDER and 0 < s <= ORDER // 2, "The signature does not fit.")
    public.verify(encode_dss_signature(r, s), message, ECDSA(SHA256()))
    need(value[1] is not True and value[1] == 1, "It was made by a newer version of Likeness.", 4)
    return value, end


def root(found: bytes, place: int, last: int, steps: list[bytes]) -> bytes | None:
    """Climb from a leaf to the root (RFC 9162 section 2.1.3.2); None if the steps do not fit the tree."""
    for step in steps:
        if last == 0:
            return None
        left = place & 1 or place == last
        found = sha256(b"\x01" + (step + found if left else found + step)).digest()
        while left and not place & 1 and place:
            place, last = place >> 1, last >> 1
        place, last = place >> 1, last >> 1
    return found if last == 0 else None


def exact(text: str, size: int) -> bytes:
    raw = b64decode(text, validate=True)
    need(b64encode(raw).decode() == text and len(raw) == size, "A line of the proof is not what was written.")
    return raw


def log_proof(text: str, licence: bytes, log_key: str | None) -> tuple[str, int]:
    """Check that the licence stands in the tree the checkpoint names, and that the log's key signed the checkpoint."""
    top, gap, note = text.partition("\n\n")
    body, _, signed = note.rpartition("\n\n")
    first, *rest = top.split("\n")
    rest = rest[1:] if rest and rest[0].startswith("extra ") else rest
    lines, marks = body.split("\n"), signed.split("\n")
    shape = gap and first == "c2sp.org/tlog-proof@v1" and rest and len(lines) == 3 and marks[-1:] == [""]
    need(shape and rest[0].startswith("index "), "It is no proof of a log.", 4)
    place, size = int(rest[0][6:]), int(lines[1])
    need((rest[0][6:], lines[1]) == (str(place), str(size)) and 0 <= place < size, "The proof counts wrongly.")
    reached = root(sha256(b"\0" + licence).digest(), place, size - 1, [exact(line, 32) for line in rest[1:]])
    need(reached == exact(lines[2], 32), "The proof is not about this licence.")
    where = f"The licence is entry {place} of the {size} entries of the log {lines[0]}."
    if log_key is None:
        return f"{where} Who keeps the log was NOT checked: no log key was given.", 3
    name, number, encoded = log_key.strip().split("+", 2)
    raw = exact(encoded, 33)
    named = sha256(name.encode() + b"\n" + raw).digest()[:4]
    need(int.from_bytes(raw[1:], "little") % (1 << 255) not in WEAK, "With this log's key anybody can sign.")
    need(raw[0] == 1 and named.hex() == number and name == lines[0], "The key is not this log's.")
    own = [exact(mark.split(" ", 2)[2], 68) for mark in marks if mark.startswith(f"— {name} ")]
    need([mark[:4] for mark in own] == [named], "The checkpoint is not signed by this log.")
    Ed25519PublicKey.from_public_bytes(raw[1:]).verify(own[0][4:], f"{body}\n".encode())
    return f"{where} The log's key signed its head.", 0


def check(files: dict[str, bytes | None], log_key: str | None, say: Any) -> int:
    """Take every step and say what it found; returns the exit code."""
    data, number, last = files["licence"] or b"", 0, 0
    try:
        terms, end = statement(data, 1)
        say(f"1. Licence {terms[3]}: {terms[9][2]} to {terms[11][2]}, for {terms[12][2]}.")
        say(f"   Signed on {datetime.fromtimestamp(terms[4], UTC)} (stated). SHA-256 {sha256(data[:end]).hexdigest()}")
        say(f"2. The licence is what its key signed: {digits(terms[5])}")
        if end < len(data):
            accepted, rest = statement(data[end:], 2)
            own = accepted[3] == sha256(data[:end]).digest() and end + rest == len(data)
            need(own, "The acceptance belongs to another licence.")
            say(f"3. The acceptance of this licence is what its key signed: {digits(accepted[5])}")
        if (card := files["card"]) is not None:
            named, end_of_card = statement(card, 6)
            need(end_of_card == len(card) and named[5] == terms[5], "The card is of another key.")
            say(f"4. The key card of {named[3]} is signed with the same key.")
        if (proof := files["proof"]) is not None:
            found, last = log_proof(proof.decode(), data[:end], log_key)
            say(f"5. {found}")
    except (Fault, ValueError, LookupError, TypeError, OSError, OverflowError, InvalidSignature) as why:
        text, number = why.args if isinstance(why, Fault) else ("The data is not what was signed.", 1)
        say(f"NO. {text}")
    return number or last


def main(words: list[str]) -> int:
    parser = ArgumentParser(description="Checks a licence of Likeness without Likeness.")
    parser.add_argument("licence"), parser.add_argument("proof", nargs="?")
    parser.add_argument("--card"), parser.add_argument("--log-key")
    asked = vars(parser.parse_args(words))
    try:
        files = {part: Path(asked[part]).read_bytes() if asked[part] else None for part in ("licence", "proof", "card")}
    except OSError as why:
        parser.error(str(why))
    # What somebody wrote into a licence must not move the cursor or turn the writing of this terminal.
    odd = dict.fromkeys((*range(32), *range(127, 160), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), "?")
    return check(files, asked["log_key"], lambda line: sys.stdout.write(line.translate(odd) + "\n"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
