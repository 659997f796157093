"""The tree for many proofs says what the rule says, for every size and every leaf."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.seal.log import inclusion_proof, leaf_hash, root, verify_inclusion
from likeness.seal.log_tree import LogTree

LEAVES = [leaf_hash(sha256(bytes([n % 251, n // 251])).digest()) for n in range(1_100)]


@pytest.mark.parametrize("size", range(1, 70))
def test_every_small_tree_and_every_leaf(size):
    tree = LogTree(LEAVES[:size])
    assert tree.root() == root(LEAVES[:size])
    for index in range(size):
        assert tree.inclusion(index) == inclusion_proof(LEAVES[:size], index)


@given(st.integers(1, 1_100), st.data())
def test_any_tree(size, data):
    index = data.draw(st.integers(0, size - 1))
    tree = LogTree(LEAVES[:size])
    proof = tree.inclusion(index)
    assert proof == inclusion_proof(LEAVES[:size], index)
    assert verify_inclusion(LEAVES[index], index, size, proof, tree.root())


def test_what_is_not_in_it():
    with pytest.raises(IndexError):
        LogTree([])
    for index in (-1, 3):
        with pytest.raises(IndexError):
            LogTree(LEAVES[:3]).inclusion(index)
