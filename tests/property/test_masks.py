"""A licence as integers loses nothing: the judge reads the same of it; terms as bits keep their order and places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from likeness.bulk.bits import bit, bits_of, terms_of
from likeness.bulk.mask import grant_from, history_from, mask_of
from likeness.licence.world import world_from
from likeness.scope.event import history_of
from likeness.scope.terms_order import ORDER, gravity, in_order
from tests.fakes.lexicon import MemoryLexicon

WORLDS = sorted((Path(__file__).parents[1] / "acceptance" / "worlds").glob("*.json"))


@pytest.mark.parametrize("path", WORLDS, ids=lambda path: path.stem)
def test_every_licence_of_the_worked_cases_comes_back(path):
    world = world_from(json.loads(path.read_text("utf-8"))["world"])
    lexicon = MemoryLexicon()
    for grant in world.grants:
        history = history_of(grant, world.events)
        mask = mask_of(grant, history, lexicon)
        assert grant_from(grant.number, mask, lexicon) == grant
        assert history_from(mask, lexicon) == history


def test_bits_weigh_as_gravity_does():
    assert sorted(ORDER, key=bit, reverse=True) == list(ORDER)
    for terms in (("date", "limit"), ("source",), ORDER):
        assert terms_of(bits_of(terms)) == in_order(terms)
        assert gravity(terms) == 2 * bits_of(terms)


def test_the_bits_that_registries_keep_are_frozen():
    """Findings are kept as bits (migration 0002): a new term needs a new place, never that of an old one."""
    kept = {"no-licence": 21, "likeness": 20, "user": 19, "not-in-force": 18, "authority": 17, "superseded": 16,
            "withdrawn": 15, "suspended": 14, "after-death": 13, "date": 12, "project": 11, "act": 10, "purpose": 9,
            "medium": 8, "territory": 7, "language": 6, "modification": 5, "age": 4, "content": 3, "length": 2,
            "limit": 1, "source": 0}  # fmt: skip
    assert {term: bit(term).bit_length() - 1 for term in ORDER} == kept
