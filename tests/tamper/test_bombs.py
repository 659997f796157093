"""Files made to cost time or memory: none is accepted, none takes the reader along, and its limits are really taken."""

import signal
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from likeness.paper.qr.qr_read import MOST_PIXELS
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
@pytest.mark.parametrize("kind", ["pdf", "picture"])
def test_a_child_that_reads_for_too_long_is_ended_by_the_system(kind):
    script = f"from likeness.verifier.reader_child import take_limits; take_limits('{kind}')\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=CHECKOUT, timeout=120)
    assert done.returncode == -signal.SIGPROF


# The most memory it had, as the system counts it of the program alone; `getrusage` counts that of its parent, too.
WEIGHED = """
import re, sys
from pathlib import Path
from likeness.verifier.reader_child import main
main(["picture"])
sys.stderr.write(re.search("VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in another way elsewhere")
@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_the_largest_see_through_picture_takes_less_than_a_gigabyte(mode):
    side, stream = int(MOST_PIXELS**0.5), BytesIO()
    Image.new(mode, (side, side)).save(stream, "PNG", compress_level=1, transparency=0 if mode == "P" else None)
    done = subprocess.run([sys.executable, "-c", WEIGHED], input=stream.getvalue(), capture_output=True, check=True,
                          cwd=CHECKOUT)  # fmt: skip
    assert done.stdout == b'{"texts": []}'
    assert int(done.stderr) < 700 * 1024  # kilobytes
