"""The first page of a fresh window: typst and pyHanko come in on a lane, and the window's thread keeps turning."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.fakes.shared import CHECKOUT
from tests.ui.cold_start import JOBS

WANTED = {  # what a first page of each kind brings in, at least
    "export": {"typst", "pyhanko", "asn1crypto", "qrcode", "zxingcpp"},
    "many": {"typst", "pyhanko", "asn1crypto", "qrcode", "zxingcpp"},
    "copy": {"typst", "qrcode"},
    "letter": {"typst"},
    "card": {"typst", "qrcode"},
}
LEAST_ROUNDS = 3  # of the event loop before it is done; were the page set on its thread, there would be one


@pytest.mark.parametrize("what", JOBS)
def test_the_first_page_is_set_on_a_lane_while_the_window_turns(registry, what):
    office, folder, clock = registry
    office.close()
    asked = [sys.executable, "-m", "tests.ui.cold_start", what, str(folder), clock.now().isoformat()]
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=CHECKOUT, env=around, timeout=300)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["done"], done.stderr
    assert not {"typst", "pyhanko", "asn1crypto"} & set(told["before"]), "it was not a cold start"
    assert set(told["imported"]) | set(told["before"]) >= WANTED[what]
    lanes = {*told["imported"].values(), *told["placed"].values()}
    assert lanes
    assert all(name.startswith(("read-", "write-")) for name in lanes), told
    assert told["ticks"] >= LEAST_ROUNDS
