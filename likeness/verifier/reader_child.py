"""The limited child that reads hostile files: `python -m likeness.verifier.reader_child KIND` (or `nursery`).

A `pdf` is read for its seal, a `picture` for its codes; of a picture as evidence the child says the pixels, small
(`thumb`) or larger (`view`).

It takes its limits before it reads a byte: memory, processor time, no files to write, no new processes. A PDF of ours
takes a few hundredths of a second, the largest picture two seconds; what is made to cost more is given up soon after.
It answers with one line of JSON and nothing else. This is one of the four places that may catch everything: what it
meets was made by others, and the only answer to a surprise is that the file cannot be read.
"""

from __future__ import annotations

import base64
import json
import os
import select
import signal
import sys

from likeness.errors import LikenessError, Tampered
from likeness.media.glance import SIDES, glance
from likeness.verifier.nursery import HEAD_BYTES, IDLE_SECONDS
from likeness.verifier.paper import paper_to

MOST_MEMORY = 3 * 1024**3  # of addresses: numpy and the readers reserve far more than they touch
MOST_SECONDS = 20
# Of the processor, not of the clock: a busy computer refuses nobody.
SOONER = {"pdf": 1.0, "picture": 5.0}
MOST_INPUT = 64 * 1024 * 1024
MOST_ANSWER = 8 * 1024 * 1024  # the pixels of the larger picture are 5.8 MB as text


def main(arguments: list[str]) -> int:
    """Read standard input as the kind named on the command line and print what was found."""
    if arguments[0] == "nursery":
        return nurse()
    _bring_readers()  # before the limits: on a slow computer they cost more than any file may
    take_limits(arguments[0])
    sys.stdout.write(said(arguments[0], sys.stdin.buffer.read(MOST_INPUT + 1)))
    return 0


def said(kind: str, data: bytes) -> str:
    """Return the answer for one file as one line of JSON, whatever it holds."""
    answer: dict[str, object]
    try:
        answer = answer_for(kind, data)
    except Tampered as fault:
        answer = {"tampered": fault.code}
    except LikenessError as fault:
        answer = {"unreadable": fault.code}
    except Exception:  # noqa: BLE001  see the top of the file
        answer = {"unreadable": "reader-gave-up"}
    return json.dumps(answer)


def nurse() -> int:
    """Fork a limited child for each file that comes in, until nobody asks any more (`likeness.verifier.nursery`)."""
    _bring_readers()
    asking, answering = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    while select.select([asking], [], [], IDLE_SECONDS)[0]:
        head = asking.read(HEAD_BYTES)
        if len(head) < HEAD_BYTES:
            break
        data = asking.read(int.from_bytes(head[8:], "big"))
        told = _in_fork(head[:8].decode().strip(), data)
        answering.write(len(told).to_bytes(8, "big") + told)
        answering.flush()
    return 0


def _bring_readers() -> None:
    """Import what reads, once."""
    import likeness.media.picture  # noqa: PLC0415
    import likeness.paper.qr.qr_read  # noqa: PLC0415
    import likeness.paper.sealing.pdf_seal  # noqa: PLC0415
    import likeness.verifier.pdf_rules  # noqa: F401, PLC0415


def _in_fork(kind: str, data: bytes) -> bytes:
    """Return what a child of its own says of a file; nothing where it dies."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        take_limits(kind)
        os.closerange(0, 3)
        os.write(theirs, said(kind, data).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        told = pipe.read(MOST_ANSWER)
    os.waitpid(child, 0)
    return told


def answer_for(kind: str, data: bytes) -> dict[str, object]:
    """Return the answer for one file, or raise one of our errors."""
    if kind == "pdf":
        from likeness.verifier.pdf_rules import read_sealed_pdf  # noqa: PLC0415  it brings pyHanko

        sealed = read_sealed_pdf(data)
        return {"attachment": sealed.attachment.hex(), "key": sealed.key.hex(), "paper": paper_to(sealed.paper)}
    if kind in SIDES:
        seen = glance(data, SIDES[kind])
        return {"wide": seen.wide, "tall": seen.tall, "pixels": base64.b64encode(seen.pixels).decode()}
    from likeness.paper.qr.qr_read import read_codes  # noqa: PLC0415  it brings Pillow and numpy

    return {"texts": read_codes(data)}


def take_limits(kind: str = "") -> None:
    """Limit this process for good, where the system can (not on Windows); for some kinds the end comes `SOONER`."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  not there on Windows

    wanted = {"RLIMIT_AS": MOST_MEMORY, "RLIMIT_CPU": MOST_SECONDS, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        which = getattr(resource, name)
        _, hard = resource.getrlimit(which)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (limit, limit))
    if kind in SOONER:
        signal.setitimer(signal.ITIMER_PROF, SOONER[kind])  # nobody handles SIGPROF: the process ends


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
