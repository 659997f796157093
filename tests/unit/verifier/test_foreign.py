"""Codes of others are named for what they are; nothing in them is opened or shown."""

import base64
import json
from pathlib import Path

import pytest

from likeness.errors import Unreadable
from likeness.paper.qr.qr_payload import is_ours
from likeness.paper.qr.qr_read import read_codes
from likeness.paper.wording import says
from likeness.verifier.answer_words import answer_lines, not_told, rely
from likeness.verifier.finding import Stop, find, find_each
from likeness.verifier.foreign import KINDS, kind_of_code, kind_of_text
from likeness.verifier.verify import verify
from tests.fakes.papers import read_here
from tests.unit.verifier.trusted import AT

CODES = {
    "HC1:NCFOXN%TS3DHWM8YJSX4UGXU$N1A.Q": "health-pass",
    "NZCP:/1/2KCEVIQEIVVWK6JNGEASNICZAEP2KALYDZSGSZB2O5SWEOTOPJRXALTDN53": "health-pass",
    "shc:/567629095243206034602924374044603122295953265460346029254077280433": "smart-health-card",
    "https://viewer.example/#shlink:/eyJ1cmwiOiJodHRwczovL": "smart-health-card",
    "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100": "boarding-pass",
    "BCD\n002\n1\nSCT\n\nWikimedia\nDE33100205000001194700\nEUR1\n": "payment",
    "SPC\r\n0200\r\n1\r\nCH4431999123000889012": "payment",
    "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678": "payment",
    "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?amount=20.3": "payment",
    "lightning:LNBC10U1P3PJ257PP5YZTKWJCZ5FTL5LAXKAV23ZMZEKAW37ZK6KMV80PK4XAEV5": "payment",
    "SPD*1.0*ACC:CZ5855000000001265098001*AM:480.50*CC:CZK": "payment",
    "upi://pay?pa=name@bank&pn=Somebody": "payment",
    "#UT010080000010302C02141C2CB1F6": "ticket",
    "otpauth://totp/Studio:liora?secret=JBSWY3DPEHPK3PXP": "login-secret",
    "mdoc:owBjMS4wAYIB2BhYS6QBAiABIVgg": "identity",
    "WIFI:S:studio;T:WPA;P:very secret;;": "wifi",
    "wifi:T:nopass;S:guests;;": "wifi",
    "BEGIN:VCARD\nVERSION:3.0\nN:Owen;Sean\nEND:VCARD": "contact",
    "MECARD:N:Sean Owen;TEL:+12125658770;;": "contact",
    "BEGIN:VEVENT\nSUMMARY:Recording\nEND:VEVENT": "event",
    "mailto:somebody@example.org": "mail",
    "srowen@example.org": "mail",
    "tel:+33123456789": "phone",
    "917-364-2918": "phone",
    "SMSTO:+1234567890:hello": "phone",
    "geo:48.2010,16.3695": "place",
    "http://example.org/likeness": "web-address",
    "HTTPS://EXAMPLE.ORG/V": "web-address",
    "MEBKM:URL:http\\://en.example.org/wiki/Main_Page;;": "web-address",
    "01095040000591012112345678p901101234567p": "product",
    "vmess://eyJhZGQiOiJ6cHh1": "program-address",
    "THROUGH THE LOOKING-GLASS": "text",
    "1234567890": "text",
    "": "text",
}


@pytest.mark.parametrize(("text", "kind"), CODES.items(), ids=lambda value: value[:14])
def test_a_code_is_named(text, kind):
    assert kind_of_code(text) == kind


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_has_its_sentence(language):
    assert set(CODES.values()) == set(KINDS)
    assert all(says(language, "check", f"code-{kind}") for kind in KINDS)


@pytest.mark.parametrize("text", [text for text in CODES if text])
def test_a_foreign_code_is_answered_politely_and_shows_nothing_of_itself(text):
    report = verify(text.encode(), at=AT, read=read_here)
    assert report.answer == "other"
    assert report.licence is None
    said = " ".join([*answer_lines("en", report), *rely("en", report)[0], *not_told("en", report)])
    said += " ".join(step.words("en") for step in report.steps)
    assert text[6:] not in said or len(text) < 12
    assert not rely("en", report)[1]


def test_what_is_no_short_text_is_not_named():
    assert kind_of_text(b"\x00\x01\x02 binary") is None
    assert kind_of_text(b"\xff\xfd") is None
    assert kind_of_text(b"http://example.org/" + b"a" * 9_000) is None
    assert find(b"\x00\x01\x02\x03", read_here) == Stop("format", "other", "not-ours")


def test_patterns_are_quick_on_long_texts():
    for text in ("M1" + "A" * 7_990, "a" * 8_000, "+" + "1 " * 4_000, "x@" * 4_000, "0" * 8_000):
        assert kind_of_code(text) in KINDS


@pytest.mark.shared
def test_every_health_pass_of_the_corpus_is_named(shared):
    named = 0
    for path in sorted(Path(shared("vectors", "dgc")).rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        picture = document.get("2DCODE") if isinstance(document, dict) else None
        if not picture:
            continue
        try:
            each = find_each(base64.b64decode(picture), read_here)
        except (Unreadable, ValueError):
            continue
        assert not any(isinstance(one, Stop) is False for one in each)
        named += each == (Stop("format", "other", "code-health-pass"),)
    assert named >= 44


@pytest.mark.shared
def test_public_photos_hold_no_licence_and_most_are_named(shared):
    kinds = []
    for path in sorted(Path(shared("vectors", "qr-images")).rglob("*")):
        if path.suffix not in (".png", ".jpg", ".webp"):
            continue
        for text in read_codes(path.read_bytes()):
            assert not is_ours(text)
            kinds.append(kind_of_code(text))
    assert set(kinds) >= {"web-address", "contact", "text"}
    assert kinds.count("text") < len(kinds) * 0.6
