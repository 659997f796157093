import pytest

from likeness.errors import Unreadable
from likeness.seal.keys import ORDER, PublicKey, SigningKey, der_signature, raw_signature
from tests.fakes.seeded_chance import SeededChance

KEY = SigningKey(bytes([1] * 32))


def _high(signature: bytes) -> bytes:
    return signature[:32] + (ORDER - int.from_bytes(signature[32:], "big")).to_bytes(32, "big")


def test_a_signature_is_always_the_same_and_low():
    # RFC 6979 section A.2.5, message "sample", whose s is above half the order and is turned here.
    key = SigningKey(bytes.fromhex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"))
    r = "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
    s = 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8
    assert key.sign(b"sample").hex() == r + f"{ORDER - s:064x}"


def test_only_the_low_form_is_accepted():
    signature = KEY.sign(b"x")
    assert KEY.public.verifies(signature, b"x")
    assert not KEY.public.verifies(_high(signature), b"x")


@pytest.mark.parametrize(
    "signature", [b"", bytes(64), bytes(63), bytes(65), ORDER.to_bytes(32, "big") * 2, bytes(32) + b"\1" * 32]
)
def test_what_is_no_signature_fails(signature):
    assert not KEY.public.verifies(signature, b"x")


def test_another_key_or_message_fails():
    signature = KEY.sign(b"x")
    assert not KEY.public.verifies(signature, b"y")
    assert not SigningKey(bytes([2] * 32)).public.verifies(signature, b"x")


def test_thumbprint_is_that_of_rfc_9679():
    point = bytes.fromhex("0265eda5a12577c2bae829437fe338701a10aaa375e1bb5b5de108de439c08551d")
    key = PublicKey(point)
    assert key.full_thumbprint.hex() == "496bd8afadf307e5b08c64b0421bf9dc01528a344a43bda88fadd1669da253ec"
    assert (key.thumbprint, key.kid) == (key.full_thumbprint[:16], key.full_thumbprint[:8])
    assert key.fingerprint == "496bd8afadf307e5b08c64b0421bf9dc"
    assert [len(group) for group in key.digits.split(" ")] == [5] * 6


@pytest.mark.parametrize(
    "encoded",
    [b"", bytes(33), b"\x02" + b"\xff" * 32, b"\x04" + bytes(64), b"\x05" + bytes(32), b"\x00", b"\x02" + bytes(31)],
)
def test_a_bad_point_is_no_key(encoded):
    with pytest.raises(Unreadable, match="bad-public-key"):
        PublicKey(encoded)


@pytest.mark.parametrize("secret", [b"", bytes(32), ORDER.to_bytes(32, "big"), b"\xff" * 32, b"\1" * 31])
def test_a_bad_secret_is_no_key(secret):
    with pytest.raises(Unreadable, match="bad-signing-key"):
        SigningKey(secret)


def test_a_draw_out_of_range_is_thrown_again():
    class Dice:
        def __init__(self):
            self.throws = [b"\xff" * 32, bytes(32), b"\5" * 32]

        def bytes(self, count):
            return self.throws.pop(0)[:count]

    assert SigningKey.generate(Dice()).secret == b"\5" * 32
    assert SigningKey.generate(SeededChance()) == SigningKey.generate(SeededChance())


def test_a_secret_is_never_shown():
    assert "0101" not in repr(KEY)
    assert "\\x01" not in repr(KEY)


def test_der_has_one_form():
    raw = KEY.sign(b"x")
    der = der_signature(raw)
    assert raw_signature(der) == raw
    assert raw_signature(der + b"\0") is None
    assert raw_signature(der[:-1]) is None
    assert raw_signature(b"\x30\x06\x02\x01\x00\x02\x01\x01") is None
