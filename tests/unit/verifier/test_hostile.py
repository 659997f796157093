import subprocess
import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from likeness.errors import Tampered, Unreadable
from likeness.media.glance import SIDES, glance
from likeness.paper.qr.qr_payload import qr_text
from likeness.verifier import hostile
from likeness.verifier.hostile import read_in_child, see_in_child
from likeness.verifier.nursery import CAN_FORK, Nursery
from tests.fakes.licences import LIORA, accepted
from tests.fakes.papers import code, page, sealed
from tests.fakes.shared import CHECKOUT


def test_the_child_reads_a_sealed_pdf():
    found = read_in_child("pdf", sealed())
    assert (found.attachment, found.key) == (accepted(), LIORA.public.encoded)


def test_the_child_reads_a_picture():
    assert read_in_child("picture", code().png()).texts == (qr_text(accepted()),)


def test_the_child_says_why_not():
    with pytest.raises(Tampered):
        read_in_child("pdf", sealed() + b"x")
    with pytest.raises(Tampered):
        read_in_child("pdf", page())
    with pytest.raises(Unreadable, match="pdf-damaged"):
        read_in_child("pdf", b"%PDF-1.7 nothing")
    with pytest.raises(Unreadable, match="not-a-picture"):
        read_in_child("picture", b"nothing")


@pytest.mark.parametrize("forks", [CAN_FORK, False])
@pytest.mark.parametrize("kind", SIDES)
def test_the_child_says_the_pixels_of_a_picture(monkeypatch, kind, forks):
    """The largest there can be, of noise: nothing makes it shorter on its way."""
    monkeypatch.setattr(hostile, "CAN_FORK", forks)
    noise, out = np.random.default_rng(5).integers(0, 256, (1200, 1200, 3), dtype=np.uint8), BytesIO()
    Image.fromarray(noise).save(out, "PNG", compress_level=0)
    seen = see_in_child(kind, out.getvalue())
    assert (seen.wide, seen.tall) == (SIDES[kind], SIDES[kind])
    assert seen == glance(out.getvalue(), SIDES[kind])


def test_the_child_says_why_a_picture_cannot_be_seen():
    for data in (b"nothing", page()):
        with pytest.raises(Unreadable, match="not-a-picture"):
            see_in_child("thumb", data)


@pytest.mark.parametrize(("wide", "tall", "pixels"), [
    (2, 2, "AAAA"), ("two", 1, "AAAA"), (1, None, "AAAA"), (1, 1, 7), (1, 1, "A"), (0, 4, ""),
    (-1, -1, "AAAA"), (161, 1, "AAAA" * 161), (1, 1, ""),
])  # fmt: skip
def test_a_child_that_lies_about_a_picture_is_not_believed(monkeypatch, wide, tall, pixels):
    monkeypatch.setattr(hostile, "_answer", lambda *_: {"wide": wide, "tall": tall, "pixels": pixels})
    with pytest.raises(Unreadable, match="reader-gave-up"):
        see_in_child("thumb", b"")


def test_a_child_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(hostile, "SECONDS", 0.01)
    with pytest.raises(Unreadable, match="reader-gave-up"):
        read_in_child("pdf", sealed())


@pytest.mark.parametrize("forks", [True, False])
def test_a_child_that_dies_is_given_up(monkeypatch, forks):
    monkeypatch.setattr(hostile, "_MODULE", "likeness.verifier.no_such_child")
    monkeypatch.setattr(hostile, "CAN_FORK", forks)
    hostile._nursery.cache_clear()
    with pytest.raises(Unreadable, match="reader-gave-up"):
        read_in_child("pdf", sealed())
    hostile._nursery.cache_clear()


def test_where_nothing_can_be_forked_each_file_has_its_own_process(monkeypatch):
    monkeypatch.setattr(hostile, "CAN_FORK", False)
    assert read_in_child("pdf", sealed()).key == LIORA.public.encoded
    with pytest.raises(Tampered):
        read_in_child("pdf", sealed() + b"x")


@pytest.mark.skipif(not CAN_FORK, reason="nothing is forked here")
def test_one_child_that_dies_takes_nobody_along():
    """A nursery whose children die of some files: those get no answer, and the next file is read as ever."""
    script = (
        "import os, likeness.verifier.reader_child as child\n"
        "said = child.said\n"
        "child.said = lambda kind, data: os._exit(9) if kind == 'die' else said(kind, data)\n"
        "child.nurse()\n"
    )
    nursery = Nursery((sys.executable, "-c", script), hostile._environment())
    assert b"LIK1:" in nursery.ask("picture", code().png(), 30)
    first = nursery._process
    assert nursery.ask("die", b"", 30) == b""
    assert b"LIK1:" in nursery.ask("picture", code().png(), 30)
    assert nursery._process is first
    nursery.close()


def test_a_nursery_that_was_ended_is_started_again():
    assert read_in_child("picture", code().png()).texts
    process = hostile._nursery()._process
    process.kill()
    process.wait()
    assert read_in_child("picture", code().png()).texts
    hostile._nursery().close()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits on Windows")
def test_the_child_cannot_take_all_memory_nor_write_a_file(tmp_path):
    script = (
        "from likeness.verifier.reader_child import take_limits; take_limits()\n"
        "try:\n    bytearray(4 * 1024**3); print('took it')\nexcept MemoryError:\n    print('no memory')\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"try:\n    open({str(tmp_path / 'x')!r}, 'wb', 0).write(b'x'); print('wrote it')\n"
        "except OSError:\n    print('no file')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert done.stdout.split("\n")[:2] == ["no memory", "no file"]


def test_verifying_a_file_stays_light():
    """No registry, no window, no PDF library for the plain file (issue 2)."""
    script = (
        "import sys; from datetime import datetime, UTC\n"
        "from likeness.verifier.verify import verify\n"
        "report = verify(sys.stdin.buffer.read(), at=datetime(2026, 4, 1, tzinfo=UTC))\n"
        "print(report.answer, *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=accepted(), capture_output=True, check=True, cwd=CHECKOUT
    )
    answer, *modules = done.stdout.decode().split()
    heavy = {"peewee", "playhouse", "sqlcipher3", "PySide6", "pyhanko", "asn1crypto", "typst", "PIL", "numpy", "babel"}
    assert answer == "unknown-signer"
    assert heavy.isdisjoint(modules)


def test_the_module_is_where_the_caller_looks():
    path = Path(*hostile._MODULE.split(".")).with_suffix(".py")
    assert (CHECKOUT / path).exists()
