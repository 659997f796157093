"""A pipe that is named as a file: nobody is waited for, and what somebody writes into it is read."""

from __future__ import annotations

import os
import threading
import time

import pytest

from likeness.errors import Unreadable
from likeness.values.keep import read_file

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")


@pytest.fixture
def pipe(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def read_aside(path):
    """Read on a thread, so that a reader that waits for ever fails the test and does not stop it."""
    told: list[bytes | str] = []

    def read():
        try:
            told.append(read_file(path, 100))
        except Unreadable as fault:
            told.append(fault.code)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(5)
    return told


def test_nobody_is_waited_for(pipe):
    assert read_aside(pipe) == ["no-ordinary-file"]


def test_who_is_there_to_write_is_heard_to_the_end(pipe):
    """As a shell gives the answer of a command: `--passphrase-file <(show it)`."""

    def write():
        with pipe.open("wb", buffering=0) as file:
            for part in (b"a pass", b"phrase"):
                time.sleep(0.05)
                file.write(part)

    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(0.02)  # it has opened its end by now
    assert read_aside(pipe) == [b"a passphrase"]
    writer.join()
    os.close(reader)
