"""What the files of a licence are called, whatever somebody else called the licence."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.values.text import file_stem


@pytest.mark.parametrize("number", ["2026-0001", "2026-0001@ab12cd34", "Größe 7", "v1.2", "第7号", "LR_2026"])
def test_a_number_that_is_a_name_stays(number):
    assert file_stem(number) == number.replace("@", "-")


@pytest.mark.parametrize(
    "number",
    [
        "../../evil",
        "/etc/passwd",
        "..",
        ".",
        "C:\\x",
        "a/b",
        "CON",
        "con.7",
        "Lpt1",
        '7"8:*',
        "7.",
        " 7",
        "7 ",
        "~",
        "\\\\x\\y",
    ],
)
def test_a_number_that_is_none_becomes_one(number):
    stem = file_stem(number)
    assert stem.isascii()
    assert stem.replace("-", "").isalnum()
    assert stem != file_stem(number + "x")


@given(st.text(min_size=1, max_size=40))
def test_no_number_leads_out_of_its_folder(number):
    for kind in (PurePosixPath, PureWindowsPath):
        path = kind("folder") / f"{file_stem(number)}.likeness"
        assert (path.parent, path.suffix) == (kind("folder"), ".likeness")
        assert not kind(path.name).is_absolute()
