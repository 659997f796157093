"""The phone page says what the app says: same answers, same steps, same words, on thousands of papers good and bad."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import cbor2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from likeness.licence.key_card import KeyCard
from likeness.licence.statements import encode_statement, open_signed, sign
from likeness.licence.status_list import StatusList, pack_states
from likeness.paper.names import instant
from likeness.paper.page.verify_page import PageFacts, verify_page
from likeness.paper.qr.qr_payload import qr_text
from likeness.paper.sheets.licence_sheet import licence_sheet
from likeness.paper.wording import elided, room
from likeness.seal.canonical import split_sequence
from likeness.seal.envelope import seal
from likeness.seal.kinds import Kind
from likeness.verifier.answer_words import answer_lines
from likeness.verifier.foreign import RULES
from likeness.verifier.roots import Roots
from likeness.verifier.verify import verify
from tests.fakes.licences import LIORA, STRANGER, TIDEWRACK, a_licence, accepted, signed
from tests.fakes.papers import read_here
from tests.golden.test_statements import FROZEN
from tests.page.comparing import AT, ROOTS, page_reads, same
from tests.page.conftest import CARD, MADE_ON
from tests.property.test_codec_round_trip import licences
from tests.unit.licence.test_codec_v1 import EVERYTHING

LANGUAGES = ("en", "fr")
TELL = """
(async () => { const found = [];
for (const hex of %s) {
  const one = await checkBytes(bytesOf(hex), "bundle", %d);
  speak("%s");
  found.push({ rows: rowsOf(one.licence), may: mayLines(one.licence), not: mayNotLines(one.licence),
    plain: summaryRuns(one.licence).map((run) => [run.text, run.strong, run.risky]),
    answer: answerLines(one), steps: one.steps.map(stepWords) });
} return found; })()
"""


def flips(data, bits=range(8)):
    for place in range(len(data)):
        for bit in bits:
            yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def frozen(name):
    return bytes.fromhex((FROZEN / f"{name}.hex").read_text())


def test_golden_papers(browser):
    names = sorted(path.stem for path in FROZEN.glob("*.hex"))
    assert "licence-everything" in names
    same(browser, [frozen(name) for name in names])


def test_golden_papers_as_text(browser):
    text = qr_text(accepted())
    broken = "\n".join(text[start : start + 60] for start in range(0, len(text), 60))
    address = qr_text(accepted(), "example.org")
    papers = [text, broken, f"  {text}\r\n", address, f"{address}\n", text + " ", text[:-1], text.lower(),
              f"hello {text}", address + "1", address.replace("HTTPS", "https"), "", "   ", "https://example.org/menu",
              "LIK1:", "LIK1:!",
              f"Look:\n{text}\n{qr_text(signed().data)}", "LIK1:::::", qr_text(b"not a licence at all")]  # fmt: skip
    same(browser, [paper.encode() for paper in papers])


FOREIGN = [
    "HC1:NCFOXN%TS3DH", "shc:/5676290952", "https://x.org/#shlink:/ey", "BCD\n002\n1\nSCT", "SPC\r\n0200",
    "bitcoin:1BoatSLRHt", "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 100", "#UT01008000", "mdoc:owBY",
    "otpauth://totp/x?secret=JBSW", "WIFI:T:WPA;S:net;P:secret;;", "BEGIN:VCARD\nVERSION:3.0", "MECARD:N:Liora;;",
    "BEGIN:VEVENT\n", "mailto:a@b.org", "a@b.org", "tel:+3312345678", "+33 1 23 45 67 89", "geo:48.8,2.3",
    "https://example.org/menu", "www.example.org", "HTTP://X.ORG", "01095011015300031", "(01)09501101530003",
    "spotify:track:1", "market://details?id=x", "Dear Liora,\nhello", "hello", "Élodie", "\ufeffhttps://x.org",
    "   wifi:x", "a\u200bb", "x" * 9000, "1234-567 890", "a@b", "€ 20",
]  # fmt: skip


def test_codes_of_others_are_named_alike(browser):
    same(browser, [text.encode() for text in FOREIGN] + [b"\xff\xfe\x00", b"%", b"\x00\x01\x02", b"\n\n"])


def test_a_bit_anywhere_altered_is_seen(browser):
    answers = {answer for answer, _ in page_reads(browser, list(flips(accepted(), bits=(0, 5))))}
    assert answers <= {"altered", "other"}
    same(browser, list(flips(accepted(), bits=(3,))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failed_step_never_says_that_it_holds(browser, language):
    data = accepted()
    for spoiled in (data[:-1] + b"\x00", data[:200] + b"\x00" + data[201:], b"\x00" + data[1:]):
        shown = f"checkBytes(bytesOf('{spoiled.hex()}'), 'bundle', 0)"
        browser.ask(f"{shown}.then((one) => {{ report = one; speak('{language}'); }})")
        found = browser.ask("report.steps.filter(({ result }) => result === 'failed').map(stepWords)")
        report = verify(spoiled, ROOTS, at=AT, read=read_here)
        assert found == [step.words(language) for step in report.steps if step.result == "failed"]
        assert found == [room(language, "check")["signature-failed"]]


def test_cuts_and_additions(browser):
    data = accepted()
    papers = [data[:end] for end in range(0, len(data), 3)] + [data + bytes([byte]) for byte in range(0, 256, 5)]
    same(browser, papers)


def test_other_pairs(browser):
    other = signed(a_licence(number="2026-0042"))
    stranger = signed(a_licence(signer=STRANGER.public.encoded), STRANGER)
    first, second = split_sequence(accepted())
    papers = [first + split_sequence(accepted(other))[1], second + first, first + first, first * 3, stranger.data,
              accepted(stranger), second, first + frozen("withdrawal"), frozen("key-card") + first]  # fmt: skip
    same(browser, papers)


def test_dates_in_the_licences_own_zone(browser):
    hours = [timedelta(hours=hours) for hours in (-14, -2, -1, 0, 1, 10, 23)]
    turns = [datetime(2026, 3, 1, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC), datetime(2036, 3, 1, tzinfo=UTC)]
    zones = ["Europe/Paris", "Pacific/Kiritimati", "America/Los_Angeles", "UTC", "Asia/Kathmandu"]
    papers = [accepted(signed(a_licence(terms_zone=zone))) for zone in zones]
    same(browser, [(paper, turn + hour) for paper in papers for turn in turns for hour in hours])


@settings(max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(licences(), min_size=12, max_size=12))
def test_random_licences_in_both_languages(browser, drawn):
    papers = [signed(licence).data for licence in drawn]
    same(browser, papers)
    for language in LANGUAGES:
        told = browser.ask(TELL % (json.dumps([paper.hex() for paper in papers]), AT.timestamp(), language))
        for paper, page in zip(papers, told, strict=True):
            words_agree(language, paper, page)


def test_de_gives_way_before_the_same_letters(browser):
    """Python and the browser fold the case of letters each in their own way, so every letter there is is asked for."""
    letters = [chr(code) for code in range(0x20, 0x20000) if not 0xD800 <= code < 0xE000]
    for after in ("", "a"):
        ours = [letter for letter in letters if elided("de {a}", {"a": letter + after}) == "d’{a}"]
        assert "İ" in ours
        names = f"{json.dumps(letters)}.filter((one) => elided('de {{a}}', {{a: one + '{after}'}}) === 'd’{{a}}')"
        assert browser.ask(f"(tongue = 'fr', {names})") == ours


def words_agree(language, paper, page):
    licence = open_signed(paper, type(a_licence()))
    sheet = licence_sheet(language, licence.says, licence.digest, None)
    assert page["rows"] == [list(row) for row in sheet.terms]
    assert page["may"] == list(sheet.may)
    assert page["not"] == list(sheet.may_not)
    assert "".join(text for text, _, _ in page["plain"]) == "".join(run.text for run in sheet.plain)
    assert {text for text, strong, _ in page["plain"] if strong} == {run.text for run in sheet.plain if run.strong}
    assert {text for text, _, risky in page["plain"] if risky} == {run.text for run in sheet.plain if run.risky}
    report = verify(paper, ROOTS, at=AT, read=read_here)
    own = room(language, "page")
    for found, step in zip(page["steps"], report.steps, strict=True):
        assert step.detail in own or found == step.words(language)
    heading, advice = answer_lines(language, report)[:2]
    code = "status-none" if report.answer == "status-old" else report.answer  # these pages have no list
    assert page["answer"][0] == own.get(f"answer-{code}", heading)
    assert page["answer"][1] == own.get(f"next-{code}", advice)


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_licences_in_words(browser, language):
    papers = [frozen(name) for name in ("licence", "licence-everything")] + [signed(a_licence(**EVERYTHING)).data]
    told = browser.ask(TELL % (json.dumps([paper.hex() for paper in papers]), AT.timestamp(), language))
    for paper, page in zip(papers, told, strict=True):
        words_agree(language, paper, page)


ZONES = ["Europe/Paris", "europe/paris", "UTC", "utc", "GMT+0", "+01:00", "EST5EDT", "right/UTC", "posix/UTC",
         "localtime", "Factory", "Asia/Kathmandu", "Etc/GMT+12", "America/Argentina/Ushuaia", "", " UTC"]  # fmt: skip
EDGES = [-62_135_596_800, -62_135_510_401, -62_135_510_400, -2_208_988_800, 0, 253_402_214_399, 253_402_214_400]


def test_zones_and_the_ends_of_the_calendar(browser):
    value = cbor2.loads(encode_statement(a_licence()))
    changes = [{21: zone} for zone in ZONES] + [{4: at} for at in EDGES] + [{40: [at, 1_439]} for at in EDGES]
    papers = [seal(cbor2.dumps(value | change, canonical=True), Kind.LICENCE, LIORA) for change in changes]
    same(browser, papers)
    assert {answer for answer, _ in page_reads(browser, papers)} == {"altered", "not-accepted"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_instants_are_told_alike_in_every_century(browser, language):
    """Browsers take the years 0 to 99 for those of the last century, unless they are told otherwise."""
    browser.ask(f"speak('{language}')")
    for at in (-61_125_000_000, -59_000_000_000, -30_000_000_000, 0, 4_000_000_000, 253_402_214_399):
        for zone in ("UTC", "Asia/Tokyo" if at > 0 else "Etc/GMT-9", "Etc/GMT+12"):
            told = instant(language, datetime.fromtimestamp(at, UTC), zone)
            assert browser.ask(f"instantName({at}, '{zone}')") == told


def test_an_appointed_signer_needs_what_the_page_does_not_have(browser, tmp_path):
    agent = KeyCard("Halden Roe Talent", "agent", STRANGER.public.encoded, date(2026, 1, 5))
    grantor = {"name": "Halden Roe Talent", "capacity": "agent", "authority": "Power of attorney"}
    paper = accepted(signed(a_licence(terms_grantor=grantor, signer=STRANGER.public.encoded), STRANGER))
    at_page(browser, tmp_path, [CARD, agent], {})
    same(browser, [paper], roots=Roots(cards=(CARD, agent)))
    assert page_reads(browser, [paper])[0][0] == "unknown-signer"


def at_page(browser, folder, cards, lists):
    file = folder / "other.html"
    file.write_text(verify_page(PageFacts("Liora Vantreight", MADE_ON, cards, lists, RULES)), encoding="utf-8")
    browser.open(file.as_uri())


@pytest.mark.parametrize("state", ["valid", "withdrawn", "suspended", "replaced"])
def test_a_status_list_on_the_page_is_read(browser, tmp_path, state):
    until = AT + timedelta(days=5)
    states = {77_777: state} if state != "valid" else {5: "withdrawn"}
    lists = sign(StatusList(3, AT - timedelta(days=1), LIORA.public.encoded, until, pack_states(states)), LIORA)
    at_page(browser, tmp_path, [CARD], {CARD.key: lists.data})
    company = KeyCard("Tidewrack Pictures Ltd", "company", TIDEWRACK.public.encoded, date(2026, 1, 5))
    papers = [(accepted(), AT), (accepted(), until), (accepted(), until - timedelta(seconds=1)), (signed().data, AT)]
    same(browser, papers, roots=Roots(cards=(CARD,), lists=(lists.says,)))
    assert page_reads(browser, [accepted()])[0][0] == state
    at_page(browser, tmp_path, [CARD, company], {CARD.key: lists.data})
    same(browser, papers, roots=Roots(cards=(CARD, company), lists=(lists.says,)))
