import pytest

from likeness.errors import Unreadable
from likeness.seal.canonical import encode
from likeness.seal.cose import ES256, protected_header, read_sign1, to_be_signed, write_sign1
from likeness.seal.envelope import check, seal, unseal
from likeness.seal.keys import SigningKey
from likeness.seal.kinds import Kind

KEY, OTHER = SigningKey(bytes([1] * 32)), SigningKey(bytes([2] * 32))
PAYLOAD = encode({1: 1, 2: Kind.WITHDRAWAL.number, 5: KEY.public.encoded})


def _sealed(payload=PAYLOAD, protected=None, unprotected=None, signature=None) -> bytes:
    protected = protected_header(KEY.public.kid) if protected is None else protected
    signature = KEY.sign(to_be_signed(protected, Kind.WITHDRAWAL.aad, payload)) if signature is None else signature
    return b"\xd2" + encode([protected, unprotected or {}, payload, signature])


def test_what_is_sealed_is_unsealed_and_checks():
    data = seal(PAYLOAD, Kind.WITHDRAWAL, KEY)
    envelope = unseal(data, Kind.WITHDRAWAL)
    assert data == _sealed()
    assert (envelope.kind, envelope.payload, envelope.signer) == (Kind.WITHDRAWAL, PAYLOAD, KEY.public)
    assert check(envelope)
    assert check(envelope, KEY.public)
    assert not check(envelope, OTHER.public)


def test_the_payload_must_name_kind_and_key():
    with pytest.raises(ValueError, match="another kind or key"):
        seal(PAYLOAD, Kind.SUSPENSION, KEY)
    with pytest.raises(ValueError, match="another kind or key"):
        seal(PAYLOAD, Kind.WITHDRAWAL, OTHER)


def test_one_kind_cannot_pass_for_another():
    with pytest.raises(Unreadable, match="statement-of-another-kind"):
        unseal(_sealed(), Kind.SUSPENSION)
    # The same payload bytes, signed under the external data of another kind.
    protected = protected_header(KEY.public.kid)
    replayed = write_sign1(protected, PAYLOAD, KEY.sign(to_be_signed(protected, Kind.LICENCE.aad, PAYLOAD)))
    assert not check(unseal(replayed))


def test_a_wrong_key_id_fails_even_with_a_good_signature():
    protected = protected_header(OTHER.public.kid)
    assert not check(unseal(_sealed(protected=protected)))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "envelope-not-tagged"),
        (_sealed()[1:], "envelope-not-tagged"),
        (b"\xd2" + encode([b"", {}, b""]), "envelope-shape"),
        (b"\xd2" + encode({1: 2}), "envelope-shape"),
        (b"\xd2" + encode([b"", {}, "text", bytes(64)]), "cbor-forbidden-type"),
        (b"\xd2" + encode(["", {}, b"", bytes(64)]), "cbor-forbidden-type"),
        (b"\xd2" + encode([b"", b"", b"", bytes(64)]), "envelope-unprotected-header"),
        (b"\xd2\x98\x04" + encode([b"", {}, b"", bytes(64)])[1:], "envelope-shape"),
        (b"\xd2\x84\x58\x01\x00\xa0" + encode(b"") + encode(bytes(64)), "cbor-not-shortest"),
        (_sealed(payload=encode({1: 1, 2: 3, 5: KEY.public.encoded, 6: bytes(65_450)})), "cbor-too-large"),
        (_sealed()[:-1], "cbor-cut-short"),
        (_sealed()[:3], "cbor-cut-short"),
        (_sealed(unprotected={4: b"12345678"}), "envelope-unprotected-header"),
        (_sealed(signature=bytes(63)), "envelope-signature-length"),
        (_sealed(protected=b""), "envelope-protected-header"),
        (_sealed(protected=protected_header(KEY.public.kid, ES256)), "envelope-protected-header"),
        (_sealed(protected=protected_header(bytes(7), ES256)), "envelope-protected-header"),
        (_sealed(protected=protected_header(KEY.public.kid) + b"\0"), "envelope-protected-header"),
        (_sealed() + b"\0", "cbor-not-canonical"),
        (_sealed(payload=encode([1])), "statement-shape"),
        (_sealed(payload=encode({1: 1, 2: 3})), "statement-shape"),
        (_sealed(payload=encode({1: 1, 2: 99, 5: KEY.public.encoded})), "statement-of-unknown-kind"),
        (_sealed(payload=encode({1: 1, 2: True, 5: KEY.public.encoded})), "statement-of-unknown-kind"),
        (_sealed(payload=encode({1: 1, 2: 3, 5: "text"})), "statement-shape"),
        (_sealed(payload=encode({1: 1, 2: 3, 5: bytes(33)})), "bad-public-key"),
    ],
)
def test_every_other_shape_is_refused(data, code):
    with pytest.raises(Unreadable) as fault:
        unseal(data)
    assert fault.value.code == code


def test_the_algorithm_is_the_callers_choice():
    protected = protected_header(bytes(8), ES256)
    data = write_sign1(protected, b"payload", bytes(64))
    assert read_sign1(data, ES256).payload == b"payload"
    with pytest.raises(Unreadable):
        read_sign1(data)
