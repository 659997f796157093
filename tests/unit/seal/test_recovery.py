import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.errors import Unreadable
from likeness.seal.keys import ORDER, SigningKey
from likeness.seal.recovery import read_recovery, recovery_text

KEYS = st.integers(1, ORDER - 1).map(lambda number: SigningKey(number.to_bytes(32, "big")))


@given(KEYS)
def test_what_is_written_down_is_read(key):
    text = recovery_text(key)
    assert read_recovery(text) == read_recovery(text.replace(" ", "\r\n ")) == key
    assert [len(group) for group in text.split()] == [5] * 16


def test_every_wrong_digit_and_every_swapped_pair_is_found():
    digits = recovery_text(SigningKey(bytes(range(1, 33)))).replace(" ", "")
    wrong = [digits[:place] + other + digits[place + 1 :] for place in range(80) for other in "0123456789"
             if other != digits[place]]  # fmt: skip
    swapped = [
        digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(79) if digits[n] != digits[n + 1]
    ]
    for text in [*wrong, *swapped]:
        with pytest.raises(Unreadable, match="bad-recovery"):
            read_recovery(text)


@pytest.mark.parametrize("text", ["", "1" * 79, "1" * 81, "x" * 80, "٣" * 80, "9" * 80])
def test_what_is_no_sheet_is_refused(text):
    with pytest.raises(Unreadable, match="bad-recovery"):
        read_recovery(text)


@pytest.mark.parametrize("number", [0, ORDER, 2**256 - 1])
def test_a_number_that_is_no_key_is_refused(number):
    with pytest.raises(Unreadable):
        read_recovery(f"{number:078d}{98 - number * 100 % 97:02d}")
