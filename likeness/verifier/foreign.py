"""What a code is that is none of ours: told by its first characters, so that a person knows what she holds.

1. A code is named and nothing more: no address is opened, no secret in it is shown, nothing of it is kept.
2. The first rule that fits names it; what fits none is an address of some program, or plain text.
3. The page for phones has the same rules: they are written so that Python and browsers read them alike: blanks and
   digits of other alphabets are none.

Sources: EU health pass (hcert specification, section 3.2), SMART Health Cards and links (their protocol, sections on
QR codes), Wi-Fi, MECARD and mail codes as ZXing lists them, vCard and iCalendar (RFC 6350, 5545), EPC069-12 (SEPA
transfer), Swiss payment standard ("SPC"), EMVCo merchant codes ("000201"), IATA resolution 792 (boarding pass),
UIC 918-3 (train ticket), ISO 18013-5 (mobile driving licence), otpauth (second step of a login), GS1.
"""

from __future__ import annotations

import re

MOST_TEXT = 8_000  # no code of any version holds more
RULES: tuple[tuple[str, str], ...] = (
    ("health-pass", r"(HC1|HC2|NZCP):"),
    ("smart-health-card", r"(?i:shc:/|shlink:/|https?://[^ \t-\r]*#shlink:/)"),
    ("payment", r"BCD\r?\n|SPC\r?\n|UPNQR\r?\n|ST0001[1-9]\||SPD\*|HRVHUB30|000201\d\d"),
    ("payment", r"(?i:(bitcoin|ethereum|litecoin|monero|lightning|upi|payto|bank|wxp)://?[^ \t-\r])"),
    ("payment", r"(?i:bitcoin:|lightning:|lnbc\d)"),
    ("boarding-pass", r"M[1-9][A-Z /.'-]{20}[E ][A-Z0-9 ]{7}[A-Z]{6}[A-Z0-9 ]{3}[0-9]{4}[A-Z0-9 ][0-9]{3}"),
    ("ticket", r"#UT0[0-9]|OTI\d|i0CV|\x01?VDV"),
    ("login-secret", r"(?i:otpauth(-migration)?://|fido:/)"),
    ("identity", r"(?i:mdoc(-openid4vp)?:|openid4vp://|openid-credential-offer://|eudi-\w+://|haip://)"),
    ("wifi", r"(?i:WIFI:)"),
    ("contact", r"(?i:BEGIN:VCARD|MECARD:|BIZCARD:)"),
    ("event", r"(?i:BEGIN:VEVENT|BEGIN:VCALENDAR)"),
    ("mail", r"(?i:mailto:|MATMSG:|SMTP:)|[^ \t-\r@:/]+@[^ \t-\r@:/]+\.[a-zA-Z]{2,}$"),
    ("phone", r"(?i:tel:|sms:|smsto:|mms:|mmsto:|facetime:)"),
    ("phone", r"\+[0-9][0-9 ().-]{6,20}$|[0-9]{2,4}[ .-][0-9][0-9 .-]{4,16}$"),
    ("place", r"(?i:geo:)"),
    ("web-address", r"(?i:https?://|www\.|MEBKM:|URLTO:|URL:)"),
    ("product", r"\x1d|01\d{14}|\(01\)\d{14}|\]d2"),
    ("program-address", r"[a-zA-Z][a-zA-Z0-9+.-]{1,30}:(//|\?)[^ \t-\r]"),
)  # fmt: skip
_BLANKS = " \t\r\n\ufeff"
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")  # control characters, which nobody pastes
_COMPILED = tuple((kind, re.compile(rule, re.ASCII)) for kind, rule in RULES)
TEXT = "text"
KINDS = (*dict.fromkeys(kind for kind, _ in RULES), TEXT)


def kind_of_code(text: str) -> str:
    """Return what a text that is no code of ours is meant for: one of `KINDS`."""
    start = text[:MOST_TEXT].strip(_BLANKS)
    return next((kind for kind, rule in _COMPILED if rule.match(start)), TEXT)


def text_of(data: bytes) -> str | None:
    """Return the text that bytes are, UTF-8 or what its mark says (Windows writes UTF-16); None where they are none."""
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    try:
        return data.decode(wide.get(data[:2], "utf-8"))
    except UnicodeDecodeError:
        return None


def kind_of_text(data: bytes) -> str | None:
    """Return what pasted bytes are meant for; None where they are no short text that people could paste."""
    if len(data) > MOST_TEXT:
        return None
    text = text_of(data)
    if text is None:
        return None
    kind = kind_of_code(text)
    return None if kind == TEXT and _NO_TEXT.search(text) else kind
