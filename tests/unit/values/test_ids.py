"""An id for a name: the one that is known for it, else a new one that no other name gets."""

from __future__ import annotations

import pytest

from likeness.values.ids import Ids
from likeness.values.text import is_id

LONG = "The Extraordinarily Grand Motion Picture Distribution Company of "


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Tidewrack Pictures Ltd", "tidewrack-pictures-ltd"),
        ("Élodie Marchand", "elodie-marchand"),
        ("20 000 !", "20-000"),
    ],
)
def test_a_name_of_plain_letters_is_its_own_id(name, made):
    assert Ids({}).of(name) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("東宝", "松竹"),
        ("Мосфильм", "Ленфильм"),
        (f"{LONG}France", f"{LONG}Germany"),
        ("!", "?"),
        ("東宝 Ltd", "松竹 Ltd"),
    ],
)
def test_two_names_never_get_one_id(one, other):
    ids = {Ids({}).of(one), Ids({}).of(other)}
    assert len(ids) == 2
    assert all(is_id(made) for made in ids)


def test_a_name_whose_id_another_has_gets_one_of_its_own():
    assert Ids({"mork": "Mork"}).of("Mörk").startswith("mork-")
    assert Ids({"mork": "Mork"}).of("Mork") == "mork"


@pytest.mark.parametrize(
    "typed", ["tidewrack  pictures LTD", " Tidewrack Pictures Ltd ", "Ｔｉｄｅｗｒａｃｋ Pictures Ltd"]
)
def test_a_known_name_is_known_however_it_is_typed(typed):
    assert Ids({"other": "Other", "tidewrack": "Tidewrack Pictures Ltd"}).of(typed) == "tidewrack"
