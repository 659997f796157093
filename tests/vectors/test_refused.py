"""The list of public cases that we refuse on purpose is whole: each has its code and its reason."""

from __future__ import annotations

import pytest

from tests.vectors.conftest import REFUSED


@pytest.mark.parametrize("name", REFUSED)
def test_every_refusal_has_its_reason(name):
    for case, entry in REFUSED[name].items():
        assert entry.keys() == {"code", "why"}, case
        assert entry["why"].endswith("."), case


@pytest.mark.shared
def test_every_set_is_there(shared):
    assert set(REFUSED) <= {path.name for path in shared("vectors").iterdir()}
