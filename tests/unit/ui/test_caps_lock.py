"""What a key that was pressed says of Caps Lock: there is no asking it on every system."""

import pytest

from ui.kit.fields.caps_lock import caps_lock


@pytest.mark.parametrize(
    ("text", "shift", "system", "said"),
    [
        ("A", False, "linux", True),
        ("a", True, "linux", True),
        ("a", False, "linux", False),
        ("A", True, "linux", False),
        ("É", False, "win32", True),
        ("é", False, "win32", False),
        ("Ж", False, "linux", True),
        ("A", False, "darwin", True),
        ("A", True, "darwin", None),  # a Mac writes capitals with Shift whether Caps Lock is on or not
        ("a", True, "darwin", False),
        ("a", False, "darwin", False),
    ],
)
def test_a_letter_whose_case_contradicts_shift_says_that_it_is_on(text, shift, system, said):
    assert caps_lock(text, shift=shift, system=system) is said


@pytest.mark.parametrize("text", ["", "1", " ", "!", "\x01", "\r", "日", "ß1", "ab", "ª"])
def test_what_is_no_single_letter_with_a_case_says_nothing(text):
    assert caps_lock(text, shift=False, system="linux") is None
