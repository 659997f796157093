"""The judge of the house and the plain one, read from FORMAT alone, say the same of every use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from likeness.scope.terms_order import ORDER
from tests.differential import plain_judge, plain_terms
from tests.differential.comparing import both
from tests.differential.long import run
from tests.differential.worlds import worlds

WORKED = sorted((Path(__file__).parents[1] / "acceptance" / "worlds").glob("*.json"))
NEVER_BROKEN = {"likeness", "user", "authority", "source"}
NEVER_MISSING = {"no-licence", "not-in-force"}


@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_the_plain_judge_passes_the_worked_worlds(path):
    case = json.loads(path.read_text("utf-8"))
    assert plain_judge.judge(case["world"]) == case["expect"]


def test_both_list_the_same_terms():
    assert tuple(plain_terms.ORDER) == ORDER


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(worlds())
def test_two_judges_agree(world):
    house, plain = both(world)
    assert house == plain


def test_two_judges_agree_on_twenty_thousand_pairs():
    tally = run(20_000, seed=2026)
    assert tally.differ is None
    assert tally.pairs >= 20_000
    expected = {"IN_SCOPE", "NEEDS_REVIEW", "OUT_OF_SCOPE"}
    expected |= {term for term in ORDER if term not in NEVER_BROKEN}
    expected |= {f"{term}?" for term in ORDER if term not in NEVER_MISSING}
    assert set(tally.answers) == expected  # every term was broken and missing somewhere, and nothing else was answered
