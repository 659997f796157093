"""A licence made otherwise in every place: the phone page takes and refuses the very same ones as the app."""

from __future__ import annotations

import json

import cbor2

from likeness.errors import LikenessError
from likeness.licence.codec_v1 import decode_licence, encode_licence
from likeness.seal.envelope import KIND, SIGNER
from tests.fakes.licences import a_licence
from tests.property.test_every_place import payloads

AT_ONCE = 2_000
HEAD = {key: cbor2.loads(encode_licence(a_licence()))[key] for key in (KIND, SIGNER)}
EVERY = 5  # one in so many: the page is asked in text, which takes longer than the reading
READ = """%s.map((hex) => {
  try { licenceOf(decodeCbor(bytesOf(hex))); return "read"; } catch (why) { return why.code ?? `${why}`; } })"""


def test_the_page_reads_what_the_app_reads(browser):
    asked = [payload for payload in payloads() if same_head(payload)][::EVERY]
    found = []
    for start in range(0, len(asked), AT_ONCE):
        found += browser.ask(READ % json.dumps([payload.hex() for payload in asked[start : start + AT_ONCE]]))
    told = [app_reads(payload) for payload in asked]
    assert told.count("read") > 150
    for payload, page, app in zip(asked, found, told, strict=True):
        assert kind(page) == kind(app), payload.hex()


def same_head(payload):
    """Kind and signer are read with the envelope, before there is a licence."""
    value = cbor2.loads(payload)
    return type(value.get(KIND)) is int and {key: value.get(key) for key in HEAD} == HEAD


def app_reads(payload):
    try:
        decode_licence(payload)
    except LikenessError as fault:
        return fault.code
    return "read"


def kind(answer):
    """A fault, whatever its name; that a newer version may know it; or none. A bug has no code, but a sentence."""
    assert " " not in answer
    return answer if answer in ("read", "made-by-newer-version") else "refused"
