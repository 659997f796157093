"""Reading PDFs and pictures, which anybody may have made, in a child process with limits of memory and time.

The child gets the bytes on its input and answers with one JSON line. Whatever becomes of it, the caller gets an
answer or one of our errors: a file can be refused, never run.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import likeness
from likeness.errors import Tampered, Unreadable
from likeness.media.glance import SIDES, Glance
from likeness.values.children import child
from likeness.verifier.nursery import CAN_FORK, Nursery
from likeness.verifier.paper import Paper, paper_from

SECONDS = 30
_MODULE = "likeness.verifier.reader_child"


@dataclass(frozen=True)
class Contents:
    """What was found: codes of a picture, or the attachment of a PDF, the 33-byte key that sealed it, and its paper."""

    texts: tuple[str, ...] = ()
    attachment: bytes | None = None
    key: bytes | None = None
    paper: Paper | None = None


class Reader(Protocol):
    """Whoever reads a PDF ("pdf") or a picture ("picture"); raises Unreadable or Tampered."""

    def __call__(self, kind: str, data: bytes) -> Contents:
        """Return what was found."""
        ...


def read_in_child(kind: str, data: bytes) -> Contents:
    """Read in a child of its own; a child that dies or takes too long means Unreadable."""
    return contents_from(_answer(kind, data))


def see_in_child(kind: str, data: bytes) -> Glance:
    """Return the pixels of a picture, as small as `kind` ("thumb", "view") says; raises Unreadable."""
    answer = _answer(kind, data)
    if "unreadable" in answer:
        raise Unreadable(str(answer["unreadable"]))
    try:
        wide, tall, pixels = int(answer["wide"]), int(answer["tall"]), base64.b64decode(answer["pixels"])
    except (LookupError, TypeError, ValueError) as why:
        raise Unreadable("reader-gave-up") from why
    if not (0 < wide <= SIDES[kind] and 0 < tall <= SIDES[kind] and len(pixels) == 3 * wide * tall):
        raise Unreadable("reader-gave-up")  # it is believed in nothing: what met the file may no longer be ours
    return Glance(wide, tall, pixels)


def _answer(kind: str, data: bytes) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(_nursery().ask(kind, data, SECONDS) if CAN_FORK else _alone(kind, data))
    except (subprocess.SubprocessError, OSError, ValueError) as why:
        raise Unreadable("reader-gave-up") from why
    return answer


@lru_cache(maxsize=1)
def _nursery() -> Nursery:
    return Nursery((*child(_MODULE), "nursery"), _environment())


def _alone(kind: str, data: bytes) -> bytes:
    """Start a process for one file, where none can be forked."""
    done = subprocess.run(  # noqa: S603  our own interpreter and module, nothing of the file in the words
        [*child(_MODULE), kind],
        input=data,
        capture_output=True,
        timeout=SECONDS,
        check=True,
        env=_environment(),
    )
    return done.stdout


def contents_from(answer: dict[str, Any]) -> Contents:
    """Turn the child's answer into contents or an error."""
    if "tampered" in answer:
        raise Tampered(str(answer["tampered"]))
    if "unreadable" in answer:
        raise Unreadable(str(answer["unreadable"]))
    if "attachment" in answer:
        paper = paper_from(answer["paper"])
        return Contents(attachment=bytes.fromhex(answer["attachment"]), key=bytes.fromhex(answer["key"]), paper=paper)
    return Contents(texts=tuple(str(text) for text in answer["texts"]))


def _environment() -> dict[str, str]:
    """Pass on what Python needs to start, and nothing a file could use."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    home = str(Path(likeness.__file__).parents[1])
    return kept | {"PYTHONPATH": home, "PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1"}
