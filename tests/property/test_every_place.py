"""Every place of a licence and of every statement, made otherwise: what is read has one spelling, for both doors.

The same licences are put to the phone page (tests/page/test_every_place.py).
"""

from __future__ import annotations

import cbor2
import pytest

from likeness.errors import LikenessError
from likeness.licence.codec_v1 import Licence, decode_licence, encode_licence
from likeness.licence.statement_packing import SHAPES
from likeness.licence.statements import encode_statement
from likeness.licence.terms_read import terms_from
from likeness.licence.terms_write import terms_to
from likeness.seal.canonical import encode
from likeness.seal.envelope import KIND, VERSION
from tests.fakes.every_place import ODD, made_otherwise
from tests.fakes.licences import a_licence
from tests.fakes.words import every_kind
from tests.unit.licence.test_codec_v1 import EVERYTHING

STATEMENTS = [name for name, one in every_kind().items() if not isinstance(one.says, Licence)]


def payloads():
    """Yield the payloads of a licence that states everything, made otherwise, and of a plain one with more."""
    for value in made_otherwise(cbor2.loads(encode_licence(a_licence(**EVERYTHING)))):
        yield from packed(value)
    little = cbor2.loads(encode_licence(a_licence()))
    for key in set(range(3, 44)) - little.keys():
        for odd in ODD:
            yield from packed({**little, key: odd})


def packed(value):
    """Yield the bytes of a value, none where it is none of CBOR's."""
    try:
        yield encode(value)
    except TypeError:
        return


def test_a_licence_has_one_spelling_whatever_is_put_anywhere():
    tried = read = 0
    for payload in payloads():
        tried += 1
        try:
            licence = decode_licence(payload)
        except LikenessError:
            continue
        read += 1
        assert encode_licence(licence) == payload
        assert terms_from(terms_to(licence.terms)) == licence.terms
    assert tried > 25_000
    assert 800 < read < 3_000


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_has_one_spelling_whatever_is_put_anywhere(name):
    says, read = every_kind()[name].says, 0
    packing = SHAPES[next(kind for kind, shape in SHAPES.items() if shape.says is type(says))].packing
    for value in made_otherwise(cbor2.loads(encode_statement(says)), keys=(3, 6, 7, 8, 9, 10, 11, 12, 13, 63, 64)):
        parts = {key: one for key, one in value.items() if key not in (KIND, VERSION)}
        for payload in packed(parts):
            try:
                found = packing.unpack(parts)
            except LikenessError:
                continue
            read += 1
            assert encode(packing.pack(found)) == payload
    assert read > 20
