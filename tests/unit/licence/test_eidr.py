import json

import pytest

from likeness.licence.eidr import check_character, pack_public_id, unpack_public_id


def test_the_published_example_has_its_check_character():
    assert check_character("77918534" + "2C239030" + "8610") == "5"


def test_only_the_exact_form_is_packed():
    exact = "eidr:10.5240/7791-8534-2C23-9030-8610-5"
    packed = pack_public_id(exact)
    assert len(packed) == 10
    assert unpack_public_id(packed) == exact
    for other in (exact.lower(), exact[:-1] + "6", exact.replace("-", ""), "isan:0000", exact + "0", "eidr:", "\u00e9"):
        assert pack_public_id(other) == other == unpack_public_id(other)


@pytest.mark.shared
def test_public_cases(shared):
    cases = json.loads(shared("vectors", "identifiers", "identifiers.json").read_text())["eidr"]["cases"]
    for case in cases:
        doi = case["value"].removeprefix("eidr:")
        exact = case["valid"] and doi.startswith("10.5240/") and doi == doi.upper()
        assert isinstance(pack_public_id(f"eidr:{doi}"), bytes) == exact
        assert unpack_public_id(pack_public_id(f"eidr:{doi}")) == f"eidr:{doi}"
