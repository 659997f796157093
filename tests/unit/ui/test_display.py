"""Where no window can be shown it is said in a sentence, before Qt says it in its own words and aborts."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys

import pytest

from likeness.errors import Broken
from tests.fakes.shared import CHECKOUT
from ui import display
from ui.display import need_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux goes without a display")
NAMES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


@pytest.fixture
def bare(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_a_platform_that_somebody_named_is_taken(bare, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    need_display()


def test_without_a_display_it_is_said(bare):
    with pytest.raises(Broken, match="no-display"):
        need_display()


def test_the_library_that_is_missing_is_named(bare, monkeypatch):
    def loading(_file):
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", loading)
    with pytest.raises(Broken, match="no-window-library") as told:
        need_display()
    assert told.value.params == {"wanted": "libxcb-cursor.so.0"}


def test_one_way_that_works_is_enough(bare, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr(display, "_missing", {"libqxcb.so": "libxcb-cursor.so.0", "libqwayland.so": ""}.get)
    need_display()


def test_a_display_that_does_not_answer_is_named(bare, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4077")
    monkeypatch.setattr(display, "_missing", lambda _part: "")
    with pytest.raises(Broken, match="display-silent") as told:
        need_display()
    assert told.value.params == {"wanted": ":4077"}


@pytest.mark.parametrize("words", [(), ("window",), ("--registry", "mine.registry"), ("window", "--lang", "fr")])
def test_the_command_says_it_and_ends_with_five(words, tmp_path):
    bare = {name: value for name, value in os.environ.items() if name not in NAMES} | {"PYTHONPATH": str(CHECKOUT)}
    said = subprocess.run([sys.executable, "-m", "ui.launch", *words], cwd=tmp_path, env=bare, capture_output=True,
                          text=True, check=False)  # fmt: skip
    assert (said.returncode, said.stdout) == (5, "")
    assert said.stderr.startswith("Il n’y a pas d’écran" if "fr" in words else "There is no display")
    assert "likeness -h" in said.stderr
    assert list(tmp_path.iterdir()) == []
