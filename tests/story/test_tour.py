"""Without a display `python3 run.py` does the main job: the tour goes to its end and leaves what it says it leaves."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.fakes.shared import CHECKOUT


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    out = tmp_path_factory.mktemp("tour")
    command = [sys.executable, "-m", "seeds.tour", "--out", str(out)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=CHECKOUT, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return out, done.stdout


def test_the_papers_are_there_and_were_verified(tour):
    out, said = tour
    [pdf] = [path for path in (out / "papers").glob("*.pdf") if "altered" not in path.name]
    assert pdf.read_bytes().startswith(b"%PDF-")
    for ending in ("png", "likeness", "tlog-proof"):
        assert pdf.with_suffix(f".{ending}").stat().st_size > 200
    assert said.count("Valid, and you trust who signed it") == 3
    assert "Intact, but you do not know who signed it" in said
    assert "Changed after it was signed" in said


def test_the_report_was_judged(tour):
    out, said = tour
    assert (out / "demo" / "reports" / "tidewrack-usage.csv").read_bytes().startswith(b"line_id,user,")
    assert said.count(": Out of scope") == 2
    assert said.count(": Needs review") == 2


def test_the_letters_are_there_and_are_told(tour):
    out, said = tour
    for name in ("notice-station-12.pdf", "invoice-station-12.pdf"):
        assert (out / "demo" / "letters" / name).read_bytes().startswith(b"%PDF-")
        assert name in said
    assert "INV-" in said
    assert "Suspended. Used: The licence was suspended at that time." in said


def test_the_forgotten_passphrase_is_told(tour):
    _out, said = tour
    assert "registry passphrase --words twelve-words.txt --new passphrase.txt" in said
    assert "opens with the new passphrase" in said
    assert "its twelve words: ozone drill" in said


def test_every_window_was_drawn_and_none_is_blank(tour):
    from PIL import Image

    out, _ = tour
    drawn = sorted((out / "windows").glob("*.png"))
    assert len(drawn) == 11 * 3  # eight screens, the wizard, the import and a letter; light, dark and French
    for path in drawn:
        image = Image.open(path).convert("RGB")
        assert image.size >= (960, 600)
        assert len(image.getcolors(maxcolors=1 << 24) or []) > 100, path.name


def test_where_everything_lies_is_said(tour):
    out, said = tour
    for part in (out / "papers", out / "windows", out / "demo" / "letters", out / "demo" / "liora.registry"):
        assert str(part) in said
