"""The limited child that reads hostile files: `python -m likeness.verifier.reader_child pdf|picture`.

It takes its limits before it reads a byte: memory, processor time, no files to write, no new processes. It answers
with one line of JSON and nothing else. This is one of the four places that may catch everything: what it meets was
made by others, and the only answer to a surprise is that the file cannot be read.
"""

from __future__ import annotations

import json
import sys

from likeness.errors import LikenessError, Tampered

MOST_MEMORY = 3 * 1024**3  # of addresses: numpy and the readers reserve far more than they touch
MOST_SECONDS = 20
MOST_INPUT = 64 * 1024 * 1024


def main(arguments: list[str]) -> int:
    """Read standard input as the kind named on the command line and print what was found."""
    take_limits()
    data = sys.stdin.buffer.read(MOST_INPUT + 1)
    try:
        answer = answer_for(arguments[0], data)
    except Tampered as fault:
        answer = {"tampered": fault.code}
    except LikenessError as fault:
        answer = {"unreadable": fault.code}
    except Exception:  # noqa: BLE001  see the top of the file
        answer = {"unreadable": "reader-gave-up"}
    sys.stdout.write(json.dumps(answer))
    return 0


def answer_for(kind: str, data: bytes) -> dict[str, object]:
    """Return the answer for one file, or raise one of our errors."""
    if kind == "pdf":
        from likeness.verifier.pdf_rules import read_sealed_pdf  # noqa: PLC0415  it brings pyHanko

        sealed = read_sealed_pdf(data)
        return {"attachment": sealed.attachment.hex(), "key": sealed.key.hex()}
    from likeness.paper.qr_read import read_codes  # noqa: PLC0415  it brings Pillow and numpy

    return {"texts": read_codes(data)}


def take_limits() -> None:
    """Limit this process for good, where the system can (not on Windows)."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  not there on Windows

    wanted = {"RLIMIT_AS": MOST_MEMORY, "RLIMIT_CPU": MOST_SECONDS, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
