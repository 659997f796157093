"""The checks themselves, off the window's thread: files, pasted text and codes from the camera, each with its answer.

One thing that cannot be read is an answer too and never stops another. No Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from likeness.errors import LikenessError
from likeness.seal.checkpoint import MOST_CHARACTERS
from likeness.seal.proof import LogProof, read_proof
from likeness.values.keep import read_file
from likeness.verifier.report import Report, unreadable
from likeness.verifier.roots import Roots
from likeness.verifier.verify import verify, verify_code, verify_each
from ui.kit.words import tr

LARGEST = 64 * 1024 * 1024  # bytes; the verifier has its own, smaller limits for what lies inside
MOST_FILES = 500
PROOF = ".tlog-proof"

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Source:
    """Something handed over: its name, and its bytes, its path, or the text of a code a camera read."""

    name: str
    data: bytes = b""
    path: Path | None = None
    code: str = ""


@dataclass(frozen=True)
class Check:
    """One answer: from what, the exact bytes that were handed over, when, and the report."""

    source: Source
    data: bytes
    at: datetime
    report: Report
    proofs: tuple[LogProof, ...] = ()  # what came along of the signer's log

    @property
    def path(self) -> str:
        """Where the file lies; empty for what was pasted or read by the camera."""
        return str(self.source.path) if self.source.path else ""

    @property
    def sha256(self) -> str:
        """The fingerprint of what was handed over."""
        return sha256(self.data).hexdigest()


def check_all(
    sources: Sequence[Source], roots: Roots, at: datetime, progress: Progress, stopped: Callable[[], bool]
) -> tuple[Check, ...]:
    """Check everything that was handed over, in order; a proof of a log has no answer of its own, it helps others."""
    proofs = {source: proof for source in sources[:MOST_FILES] if (proof := _proof(source)) is not None}
    roots, found = replace(roots, proofs=tuple(proofs.values())), list[Check]()
    for done, source in enumerate(sources[:MOST_FILES]):
        if source in proofs and len(proofs) < len(sources):
            continue
        if stopped():
            break
        progress(done, len(sources))
        found += _checks(source, roots, at)
    return tuple(found)


def check_again(checks: Sequence[Check], roots: Roots, at: datetime) -> tuple[Check, ...]:
    """Answer again for what was read before: a card or list that came in may change the answer."""
    return tuple(
        replace(check, at=at, report=verify(check.report.data, replace(roots, proofs=check.proofs), at=at))
        if check.report.data
        else check
        for check in checks
    )


def _proof(source: Source) -> LogProof | None:
    if source.path is None or source.path.suffix != PROOF:
        return None
    try:
        return read_proof(read_file(source.path, MOST_CHARACTERS).decode())
    except (LikenessError, UnicodeError):
        return None  # it is then answered like any other file


def _checks(source: Source, roots: Roots, at: datetime) -> Iterator[Check]:
    if source.code:
        yield Check(source, source.code.encode(), at, verify_code(source.code, roots, at=at))
        return
    try:
        data = read_file(source.path, LARGEST) if source.path else source.data
    except LikenessError as fault:
        yield Check(source, b"", at, unreadable(fault.code))
        return
    reports = verify_each(data, roots, at=at)
    for number, report in enumerate(reports, 1):
        name = tr("{file}, code {n}", file=source.name, n=number) if len(reports) > 1 else source.name
        yield Check(replace(source, name=name), data, at, report, roots.proofs)
