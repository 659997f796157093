"""The first four steps of a verification: from what was handed over to a licence whose signature holds.

Each step gives what it found, or a `Stop` that names the step, the answer and the reason. A picture or a pasted text
may hold several codes: `find_each` gives one result for each, `find` the one that a single answer is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from likeness.errors import LikenessError, Tampered, Unreadable
from likeness.licence.bundle import Bundle, looks_like_ours, read_bundle
from likeness.licence.codec_v1 import Licence
from likeness.licence.statements import open_any
from likeness.paper.qr.qr_payload import is_ours, qr_bytes
from likeness.paper.setting.marks import CHECK_MARK, COPY_TEMPLATE, DRAFT_TEMPLATE
from likeness.seal.canonical import split_sequence
from likeness.verifier import sniff
from likeness.verifier.foreign import kind_of_code, kind_of_text
from likeness.verifier.hostile import Reader
from likeness.verifier.paper import Paper

# Written plainly into every PDF of ours, so that one that no longer parses is still known as ours.
_COPY = COPY_TEMPLATE.encode()
_NO_LICENCES = {"check-record": CHECK_MARK.encode(), "draft-page": DRAFT_TEMPLATE.encode()}
_MARKS = (b"likeness-seal", b"likeness-template-", b".likeness", b"vnd.likeness")


@dataclass(frozen=True)
class Found:
    """The bytes that claim to be a licence, where they were; of a PDF also its key, its makings, and all of it."""

    kind: str
    data: bytes
    sealed_by: bytes | None = None
    paper: Paper | None = None
    file: bytes = b""


@dataclass(frozen=True)
class Stop:
    """Why a verification ends here: the step that failed, the answer, and the code of the reason."""

    step: str
    answer: str
    reason: str


def find(data: bytes, read: Reader) -> Found | Stop:
    """Take step 1: find the licence bytes in a file, a picture, a PDF or a pasted text.

    Of several codes the first that is spelled right counts, then one of ours that is not, then the first.
    """
    return min(find_each(data, read), key=_rank)


def _rank(found: Found | Stop) -> int:
    return 0 if isinstance(found, Found) else 1 if found.answer != "other" else 2


def find_each(data: bytes, read: Reader) -> tuple[Found | Stop, ...]:
    """Take step 1 for every code in a picture or a pasted text; anything else gives one result."""
    kind = sniff.kind_of(data)
    if kind == sniff.EMPTY:
        return (Stop("read", "unreadable", "empty"),)
    if kind == sniff.BUNDLE:
        return (Found(kind, data),)
    if kind == sniff.PDF:
        return (_in_pdf(data, read),)
    if kind == sniff.PICTURE:
        return _in_picture(data, read)
    if kind == sniff.ARCHIVE:
        return (Stop("format", "other", "archive"),)
    codes = sniff.pasted_codes(data)
    if codes:
        return tuple(_in_text(kind, readings) for readings in codes)
    named = kind_of_text(data)
    return (Stop("format", "other", f"code-{named}" if named else "not-ours"),)


def open_found(found: Found) -> Bundle | Stop:
    """Take steps 2 to 4: the bytes are a licence of ours, on its own paper, with signatures that hold."""
    try:
        bundle = read_bundle(found.data)
    except Tampered as fault:
        return Stop("signature", "altered", fault.code)
    except Unreadable as fault:
        return _why_no_bundle(found.data, fault)
    keys = {bundle.licence.signer.encoded} | ({bundle.acceptance.signer.encoded} if bundle.acceptance else set())
    if found.sealed_by is not None and found.sealed_by not in keys:
        return Stop("paper", "altered", "pdf-another-key")
    return bundle


def _in_pdf(data: bytes, read: Reader) -> Found | Stop:
    try:
        contents = read(sniff.PDF, data)
    except Tampered as fault:
        return Stop("paper", "altered", fault.code)
    except Unreadable as fault:
        if _COPY in data and fault.code == "pdf-not-ours":  # carries no licence: whatever was written on it is not ours
            return Stop("read", "other", "signature-copy")
        if any(mark in data for mark in _MARKS):
            return Stop("paper", "altered", fault.code)
        if fault.code != "pdf-not-ours":
            return Stop("read", "unreadable", fault.code)
        named = (reason for reason, mark in _NO_LICENCES.items() if mark in data)
        return Stop("format", "other", next(named, fault.code))
    if contents.attachment is None:
        return Stop("read", "unreadable", "reader-gave-up")
    return Found(sniff.PDF, contents.attachment, contents.key, contents.paper, data)


def _in_picture(data: bytes, read: Reader) -> tuple[Found | Stop, ...]:
    try:
        texts = read(sniff.PICTURE, data).texts
    except LikenessError as fault:
        return (Stop("read", "unreadable", fault.code),)
    if not texts:
        return (Stop("read", "unreadable", "no-code"),)
    return tuple(in_code(text) for text in texts)


def in_code(text: str) -> Found | Stop:
    """Take step 1 for the text of one code that was read from a picture."""
    if not is_ours(text):
        return Stop("format", "other", f"code-{kind_of_code(text)}")
    return _in_text(sniff.PICTURE, (text,))


def _in_text(kind: str, readings: tuple[str, ...]) -> Found | Stop:
    """Return the first reading that is spelled right."""
    reasons = []
    for text in readings:
        try:
            return Found(kind, qr_bytes(text))
        except Unreadable as fault:
            reasons.append(fault.code)
    return Stop("read", "unreadable", reasons[0])


def _why_no_bundle(data: bytes, fault: Unreadable) -> Stop:
    """Tell a foreign thing from one of ours that was spoiled, and both from one of a newer version."""
    if fault.code == "made-by-newer-version":  # its signature holds: this is looked at first
        return Stop("format", "unreadable", fault.code)
    if not looks_like_ours(data):
        return Stop("format", "other", "not-ours")
    try:
        first = open_any(split_sequence(data)[0])
    except LikenessError:
        return _altered(fault)
    return _altered(fault) if isinstance(first.says, Licence) else Stop("format", "other", "statement-of-another-kind")


def _altered(fault: Unreadable) -> Stop:
    """Stop at the signature; nothing is called a signed file whose signature does not hold or that is but a part."""
    return Stop("signature", "altered", "signature" if fault.code == "statement-of-another-kind" else fault.code)
