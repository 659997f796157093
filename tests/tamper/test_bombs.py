"""Files made to cost time or memory: none is accepted, none takes the reader along, and its limits are really taken."""

import signal
import subprocess
import sys

import pytest

from likeness.verifier.verify import verify
from tests.fakes.bombs import BOMBS
from tests.fakes.licences import ACCEPTED_AT
from tests.fakes.papers import a_paper
from tests.fakes.shared import CHECKOUT


@pytest.mark.parametrize("made", BOMBS.values(), ids=BOMBS)
def test_no_bomb_is_accepted_and_the_next_paper_is_read_as_ever(made):
    report = verify(made(), at=ACCEPTED_AT)
    assert report.answer in ("altered", "unreadable", "other")
    assert report.licence is None
    assert verify(a_paper(), at=ACCEPTED_AT).answer == "unknown-signer"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits on Windows")
def test_a_child_that_reads_a_pdf_for_too_long_is_ended_by_the_system():
    script = "from likeness.verifier.reader_child import take_limits; take_limits('pdf')\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=CHECKOUT, timeout=120)
    assert done.returncode == -signal.SIGPROF
