"""Two bookkeepers, of the house and a plain one, say the same of every due, whatever happened before."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from likeness.licence.dues.due import KINDS
from tests.differential.histories import STEPS, make_history
from tests.differential.long_books import run, told
from tests.differential.telling import a_template

EXAMPLES = int(os.environ.get("LIKENESS_BOOKS", "40"))
THROWN = 80


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("template")
    a_template(folder)
    return folder


@st.composite
def histories(draw):
    return make_history(lambda options: draw(st.sampled_from(options)))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=histories())
def test_two_bookkeepers_agree(template, history):
    for _verb, house, plain in told(template, history):
        assert house == plain


def test_two_bookkeepers_agree_on_thrown_histories_in_which_everything_happens():
    tally = run(THROWN, seed=2026)
    assert tally.differ is None
    assert set(STEPS) <= set(tally.seen)
    for kind in KINDS:
        for state in ("due", "overdue", "received" if kind == "report" else "done" if kind == "deletion" else "paid"):
            assert tally.seen[f"{kind} {state}"], (kind, state)
    assert tally.seen["rest"]
