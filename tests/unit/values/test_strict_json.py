"""JSON as FORMAT wants it: the public suite as stated, or refused on purpose with the reason."""

from __future__ import annotations

import pytest

from likeness.errors import Unreadable
from likeness.values.strict_json import Fields, read_json, whole
from tests.fakes.shared import shared_files, shared_path

CASES = shared_files("vectors/json/test_parsing/*.json")
# Sound JSON that we refuse on purpose: two readers must never read two values.
ON_PURPOSE = {
    "y_object_duplicated_key.json": "json-duplicate-key",
    "y_object_duplicated_key_and_value.json": "json-duplicate-key",
    "y_number_minus_zero.json": None,
    "y_number_negative_zero.json": None,
    "y_number_double_close_to_zero.json": "number-too-large",  # 80 characters: a number has at most 64
}


def read(data):
    try:
        return read_json(data), None
    except Unreadable as fault:
        return None, fault.code


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_public_suite(path):
    shared_path("vectors", "json")
    _, refused = read(path.read_bytes())
    if path.name.startswith("n_"):
        assert refused, path.name
    elif path.name in ON_PURPOSE:
        assert refused == ON_PURPOSE[path.name]
    elif path.name.startswith("y_"):
        assert refused is None, (path.name, refused)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1, "a": 2}', "json-duplicate-key"),
        ("[NaN]", "json-not-a-number"),
        ("[-Infinity]", "json-not-a-number"),
        ("[1000000000000000]", "number-too-large"),
        ("[1e999]", "number-too-large"),
        ("[" * 65 + "]" * 65, "json-too-deep"),
        ('["\\ud800"]', "forbidden-character"),
        (b"\xff[]", "not-utf8"),
        ("[1,]", "json-syntax"),
        ("", "json-syntax"),
    ],
)
def test_refusals(text, code):
    assert read(text)[1] == code


def test_brackets_in_text_are_no_depth():
    assert read('["' + "[" * 100 + '"]')[1] is None


def test_places():
    with pytest.raises(Unreadable) as caught:
        read_json('{\n "a": 1\n "b": 2}', file="x.json")
    assert (caught.value.file, caught.value.line) == ("x.json", 3)


def test_fields_refuse_what_nobody_asked_for():
    fields = Fields({"number": 1, "nmae": "x"}, "party")
    assert fields.need("number", whole) == 1
    assert fields.may("name", lambda value, _key: value, "none") == "none"
    with pytest.raises(Unreadable) as caught:
        fields.done()
    assert (caught.value.key, caught.value.params["suggestion"]) == ("party.nmae", "name")


@pytest.mark.parametrize("value", [True, 1.0, "1", None, -1, 10**15])
def test_whole_numbers_are_whole(value):
    with pytest.raises(Unreadable):
        whole(value, "n")
