import pytest

from likeness.errors import Unreadable
from likeness.seal.log_key import LogKey, LogPublicKey
from tests.fakes.seeded_chance import SeededChance

P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P) % P


def _double(point):
    (x, y) = point
    t = D * x * x * y * y % P
    return (2 * x * y * pow(1 + t, P - 2, P) % P, (y * y + x * x) * pow(1 - t, P - 2, P) % P)


def _x_of(y):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    return x if x * x % P == x2 else x * pow(2, (P - 1) // 4, P) % P


def test_it_signs_as_rfc_8032_does():
    # RFC 8032 section 7.1, test 2
    key = LogKey(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    assert key.public.encoded.hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    signature = key.sign(b"\x72")
    assert signature.hex().startswith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da")
    assert key.public.verifies(signature, b"\x72")
    assert not key.public.verifies(signature, b"\x73")
    assert not key.public.verifies(signature[:-1], b"\x72")


def test_the_listed_points_are_those_of_small_order():
    from likeness.seal.log_key import _SMALL_ORDER_Y

    for y in _SMALL_ORDER_Y:
        point = (_x_of(y), y)
        for _ in range(3):
            point = _double(point)
        assert point == (0, 1)
    assert len(_SMALL_ORDER_Y) == 5


@pytest.mark.parametrize("y", [0, 1, P - 1, P, P + 1, (1 << 255) - 1])
@pytest.mark.parametrize("sign", [0, 1 << 255])
def test_weak_and_second_forms_are_refused(y, sign):
    with pytest.raises(Unreadable, match="bad-log-key"):
        LogPublicKey((y | sign).to_bytes(32, "little"))


def test_a_key_has_32_bytes_and_is_drawn_from_chance():
    with pytest.raises(Unreadable, match="bad-log-key"):
        LogKey(bytes(31))
    assert LogKey.generate(SeededChance()) == LogKey.generate(SeededChance())
