"""`NUMBER.tlog-proof`: that an entry stands in the log, to be checked offline (C2SP tlog-proof, v1).

c2sp.org/tlog-proof@v1
index 17
(one base64 hash a line)

(the signed checkpoint)
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from likeness.errors import Tampered, Unreadable
from likeness.seal.checkpoint import MOST_CHARACTERS, Checkpoint, exact_base64, open_checkpoint
from likeness.seal.log import HASH_BYTES, leaf_hash, verify_inclusion
from likeness.seal.log_key import LogPublicKey

_FIRST_LINE = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,14})", re.ASCII)
_MOST_HASHES = 63


@dataclass(frozen=True)
class LogProof:
    """An entry's place in the log, the hashes from it to the root, and the signed note that names that root."""

    index: int
    hashes: tuple[bytes, ...]
    note: str


def write_proof(index: int, hashes: Sequence[bytes], note: str) -> str:
    """Return the text of a proof."""
    lines = [_FIRST_LINE, f"index {index}", *(b64encode(one).decode() for one in hashes), "", note]
    return "\n".join(lines)


def read_proof(text: str) -> LogProof:
    """Read the text of a proof, or raise Unreadable."""
    head, gap, note = text.partition("\n\n")
    lines = head.split("\n")
    if len(text) > MOST_CHARACTERS or not gap or lines[0] != _FIRST_LINE:
        raise Unreadable("proof-shape")
    rest = lines[2:] if len(lines) > 1 and lines[1].startswith("extra ") else lines[1:]  # never trusted, never read
    index = _INDEX.fullmatch(rest[0]) if rest else None
    hashes = tuple(exact_base64(line) for line in rest[1:])
    if index is None or len(hashes) > _MOST_HASHES or any(len(one) != HASH_BYTES for one in hashes):
        raise Unreadable("proof-shape")
    return LogProof(int(index[1]), hashes, note)


def check_proof(proof: LogProof, entry: bytes, key: LogPublicKey) -> Checkpoint:
    """Return the checkpoint that holds `entry`, or raise Tampered if this proof is not about this entry."""
    checkpoint = open_checkpoint(proof.note, key)
    if not verify_inclusion(leaf_hash(entry), proof.index, checkpoint.size, proof.hashes, checkpoint.root):
        raise Tampered("proof-inclusion")
    return checkpoint
