import json
from base64 import b64decode
from hashlib import sha256

import pytest

from likeness.seal import log
from tests.fakes.shared import shared_files

# RFC 6962 has no vectors; these entries and roots are those that certificate transparency logs test with.
ENTRIES = [
    bytes.fromhex(e)
    for e in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "60616263646566676869" + "6a6b6c6d6e6f")
]
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
LEAVES = [log.leaf_hash(entry) for entry in ENTRIES]


def test_known_roots():
    for size, root in ROOTS.items():
        assert log.root(LEAVES[:size]).hex() == root
    assert log.root([]) == sha256().digest()


def test_every_leaf_of_every_size_is_proven_and_nothing_else():
    leaves = [log.leaf_hash(bytes([n])) for n in range(21)]
    for size in range(1, 21):
        root = log.root(leaves[:size])
        for index in range(size):
            proof = log.inclusion_proof(leaves[:size], index)
            assert log.verify_inclusion(leaves[index], index, size, proof, root)
            assert not log.verify_inclusion(leaves[index], index, size + 1, proof, log.root(leaves[: size + 1]))
            assert not log.verify_inclusion(leaves[index - 1], index, size, proof, root) or size == 1
            assert not log.verify_inclusion(leaves[index], index, size, [*proof, root], root)


def test_every_growth_is_proven_and_nothing_else():
    leaves = [log.leaf_hash(bytes([n])) for n in range(20)]
    roots = {size: log.root(leaves[:size]) for size in range(1, 21)}
    other = {size: log.root(leaves[1 : size + 1]) for size in range(1, 20)}
    for new in range(1, 21):
        for old in range(1, new + 1):
            proof = log.consistency_proof(leaves[:new], old)
            assert log.verify_consistency((old, roots[old]), (new, roots[new]), proof)
            if old < 20:
                assert not log.verify_consistency((old, other[old]), (new, roots[new]), proof)
            if old < new:
                assert not log.verify_consistency((old, roots[old]), (new, roots[new]), [])


def test_an_empty_tree_proves_nothing():
    empty = log.EMPTY_ROOT
    assert not log.verify_inclusion(LEAVES[0], 0, 0, [], empty)
    assert not log.verify_consistency((0, empty), (2, log.root(LEAVES[:2])), [])
    assert not log.verify_consistency((0, empty), (0, empty), [])
    with pytest.raises(IndexError):
        log.inclusion_proof([], 0)
    with pytest.raises(IndexError):
        log.consistency_proof(LEAVES, 0)


def _bytes(texts):
    return [b64decode(text) for text in texts or []]


@pytest.mark.shared
@pytest.mark.parametrize(
    "path", shared_files("vectors/merkle/inclusion/**/*.json"), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_inclusion_vectors(shared, path):
    case = json.loads(shared(path).read_text())
    (root, leaf), proof = _bytes([case["root"], case["leafHash"]]), _bytes(case["proof"])
    held = log.verify_inclusion(leaf, case["leafIdx"], case["treeSize"], proof, root)
    assert held is not case["wantErr"]


@pytest.mark.shared
@pytest.mark.parametrize(
    "path", shared_files("vectors/merkle/consistency/**/*.json"), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_consistency_vectors(shared, path):
    case = json.loads(shared(path).read_text())
    (old, new), proof = _bytes([case["root1"], case["root2"]]), _bytes(case["proof"])
    held = log.verify_consistency((case["size1"], old), (case["size2"], new), proof)
    # Allowed there, refused here on purpose: a proof about an empty tree, and "roots" that are no hashes.
    refused = case["size1"] == 0 or len(old) != 32
    assert held is (not case["wantErr"] and not refused)
