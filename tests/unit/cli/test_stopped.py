"""Ctrl C: what is stopped is called stopped, and a passphrase that nobody gave leaves the registry locked."""

from __future__ import annotations

import sys

import pytest

from tests.fakes.lines import Line


class Interrupted:
    """Input at which a person presses Ctrl C."""

    @property
    def buffer(self):
        return self

    def read(self, _most):
        raise KeyboardInterrupt


@pytest.mark.parametrize(("language", "said"), [("en", "Stopped."), ("fr", "Arrêté.")])
def test_a_check_that_is_stopped_says_so(tmp_path, capsys, monkeypatch, language, said):
    """It was told that a registry is locked, which nobody had asked for."""
    monkeypatch.setattr(sys, "stdin", Interrupted())
    answer = Line(tmp_path / "none.registry", capsys, monkeypatch)("verify", "-", "--lang", language)
    assert (answer.code, answer.out, answer.err.strip()) == (5, "", said)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
def test_a_passphrase_that_is_not_given_leaves_it_locked(tmp_path, capsys, monkeypatch):
    from tests.fakes.terminal import CTRL_C, Terminal

    registry = Line(tmp_path / "own.registry", capsys, monkeypatch).begin().registry
    terminal = Terminal(registry, "licence", "list")
    terminal.waits_for("Passphrase: ")
    terminal.types(CTRL_C)
    assert terminal.ends() == 5
    assert "The registry is locked." in terminal.said
