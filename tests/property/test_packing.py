"""What is read from a payload is packed into those very bytes again, so nothing has to be packed again to be believed.

Every part is tried alone with whatever CBOR can hold, and whole payloads with values spoiled inside the grammar.
"""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.errors import LikenessError
from likeness.licence.codec_v1 import _LICENCE, decode_licence, encode_licence
from likeness.licence.record import NEEDED
from likeness.licence.statement_packing import SHAPES
from likeness.licence.statements import encode_statement
from likeness.licence.terms_packing import TERMS_PARTS
from likeness.licence.terms_read import terms_from
from likeness.licence.terms_write import terms_to
from likeness.seal.canonical import decode, encode
from likeness.seal.envelope import KIND, VERSION
from tests.fakes.licences import a_licence
from tests.fakes.words import every_kind
from tests.fuzz.mutate import spoiled_value
from tests.unit.licence.test_codec_v1 import EVERYTHING

_PARTS = {f"term {part.number} {part.name}": part.packing for part in TERMS_PARTS}
_PARTS |= {f"statement {kind.name.lower()}": shape.packing for kind, shape in SHAPES.items()}
# What a reader might mistake for another: a truth for a number, one spelling of a text or an id for another.
_TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["*", "EU", "fr", "EUR", "e\u0301", "\u212b", "2.0", "Europe/Paris", "nobody", "anyone",
                     "eidr:10.5240/7791-8534-2C23-9030-8610-5"]),
)  # fmt: skip
_NUMBERS = st.one_of(st.integers(-2, 40), st.integers(-(2**64), 2**64 - 1))
_LEAVES = st.one_of(_NUMBERS, st.booleans(), st.binary(max_size=34), _TEXTS)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.integers(0, 12), inner, max_size=4)),
)
_MADE = (a_licence(), a_licence(**EVERYTHING))


@pytest.mark.parametrize("name", _PARTS)
@given(value=_VALUES)
def test_whatever_a_part_passes_it_packs_again(name, value):
    packing = _PARTS[name]
    try:
        found = packing.unpack(value)
    except LikenessError:
        return
    assert encode(packing.pack(found)) == encode(value)


@pytest.mark.parametrize("part", TERMS_PARTS, ids=lambda part: part.name)
def test_a_part_passes_what_it_packs_and_no_default(part):
    for licence in _MADE:
        packed = _LICENCE.pack(licence)
        if part.number in packed:
            assert encode(part.packing.pack(part.packing.unpack(packed[part.number]))) == encode(packed[part.number])
        elif part.default not in (NEEDED, None):
            payload = decode(encode_licence(licence))
            assert isinstance(payload, dict)
            with pytest.raises(LikenessError):
                decode_licence(encode(payload | {part.number: part.packing.pack(part.default)}))


def test_spoiled_payloads_that_are_read_obey_every_rule_of_terms_from_json():
    """Both doors hold the same rules: what is read from bytes is read from its JSON too, as the same terms."""
    dice, pool, read = Random(7), [encode_licence(licence) for licence in _MADE], 0
    for _ in range(6_000):
        payload = spoiled_value(dice.choice(pool), dice)
        try:
            licence = decode_licence(payload)
        except LikenessError:
            continue
        read += 1
        pool.append(payload)
        assert encode_licence(licence) == payload
        assert terms_from(terms_to(licence.terms)) == licence.terms
    assert 600 < read < 3_000


@pytest.mark.parametrize("name", every_kind())
def test_a_spoiled_statement_that_is_read_packs_again(name):
    says, dice, read = every_kind()[name].says, Random(name), 0
    shape = next((shape for shape in SHAPES.values() if shape.says is type(says)), None)
    if shape is None:
        return  # the licence, above
    value = decode(encode_statement(says))
    for _ in range(1_500):
        try:
            spoiled = decode(spoiled_value(encode(value), dice))
        except LikenessError:
            continue
        if not isinstance(spoiled, dict):
            continue
        parts = {key: one for key, one in spoiled.items() if key not in (KIND, VERSION)}
        try:
            found = shape.packing.unpack(parts)
        except LikenessError:
            continue
        read += 1
        assert encode(shape.packing.pack(found)) == encode(parts)
    assert read > 50
