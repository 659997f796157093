import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.errors import Unreadable
from likeness.paper.qr.qr_payload import base45_decode, base45_encode, is_ours, qr_bytes, qr_text


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581"), (b"ietf!", "QED8WEX0"), (b"", "")],
)
def test_the_examples_of_rfc_9285(data, text):
    assert base45_encode(data) == text
    assert base45_decode(text) == data


@pytest.mark.parametrize("text", ["A", "AAAA", "GGW", ":::", "::", "ab", "B_8", "\u00c9B8", "BB8\n", "A" * 5_000])
def test_other_spellings_are_refused(text):
    with pytest.raises(Unreadable, match="qr-"):
        base45_decode(text)


@given(st.binary(max_size=900))
def test_both_forms_come_back(data):
    assert qr_bytes(qr_text(data)) == data
    ours = b"\xd2" + data
    text = qr_text(ours, "verify.example.org:8443")
    assert text.startswith("HTTPS://VERIFY.EXAMPLE.ORG:8443/V#")
    assert is_ours(text)
    assert qr_bytes(text) == ours


@pytest.mark.parametrize(
    "text",
    ["", "HC1:6BF", "lik1:BB8", " LIK1:BB8", "https://x/V#1", "HTTPS://X/V#01", "HTTPS://X/V#", "HTTPS://X/W#1",
     "HTTPS://X Y/V#1", "HTTPS://X/V#" + "9" * 7_300, "HTTPS://X/V#\u0661"],
)  # fmt: skip
def test_foreign_texts_are_not_ours(text):
    assert not is_ours(text)
    with pytest.raises(Unreadable, match="qr-not-ours"):
        qr_bytes(text)


def test_a_number_longer_than_any_code_is_refused():
    with pytest.raises(Unreadable, match="qr-too-long"):
        qr_bytes("HTTPS://X/V#" + "9" * 7_200)
