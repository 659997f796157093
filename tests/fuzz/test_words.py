"""Hundreds of command lines that nobody would type, the same on every run: each is answered, none is apologised for."""

from __future__ import annotations

import pytest

from tests.fuzz.words import commands, throw


def test_every_command_can_be_thrown():
    assert len(list(commands())) > 60


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_typed_is_answered(seed):
    codes, bugs = throw(400, seed)
    assert bugs == []
    assert codes.keys() <= {0, 2, 3, 4, 5}
    assert min(codes[0], codes[2], codes[4]) > 20
