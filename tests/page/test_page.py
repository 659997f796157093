"""The phone page itself: one file, no request, pictures and camera, two languages, any width, a host if wanted."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from likeness.acts.change_key import change_key
from likeness.acts.draft_licence import draft_licence
from likeness.acts.end_licence import withdraw_licence
from likeness.acts.export_licence import export_licence
from likeness.acts.export_page import export_page, name_host, page_host
from likeness.acts.sign_licence import sign_licence
from likeness.acts.trust_book import confirm_card, make_status_list, own_card
from likeness.errors import Unreadable
from likeness.licence.terms_read import terms_from
from likeness.paper.qr_image import make_qr
from likeness.paper.qr_payload import clean_host, qr_bytes, qr_text
from likeness.paper.qr_read import read_codes
from likeness.paper.verify_page import SCRIPTS, PageFacts, verify_page
from likeness.values.resource import resource
from tests.fakes.browser import Browser
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import a_licence, accepted, signed, terms_document
from tests.fakes.lines import Line
from tests.fakes.offices import an_office
from tests.golden.test_statements import FROZEN
from tests.page.conftest import CARD, MADE_ON

TEXT_OF = "byId('%s').textContent"


def digits(data):
    return qr_text(data, "example.org").partition("#")[2]


def code(data=None, pixels=4):
    return make_qr(data or accepted()).png(pixels)


def give(browser, folder, name, data):
    """Open a file in the page and wait for its answer."""
    path = folder / name
    path.write_bytes(data)
    browser.ask("report = null")
    browser.give_file("#file", path)
    browser.wait_for("report !== null || byId('trouble').textContent !== ''")
    return browser.ask("report ? report.answer : byId('trouble').textContent")


def test_every_script_is_in_the_page_and_none_writes_markup():
    assert set(SCRIPTS) == {path.name for path in resource("page").glob("*.js")}
    for name in SCRIPTS:
        text = resource("page", name).read_text("utf-8")
        assert text.startswith("// "), name
        assert len(text.splitlines()) <= 220, name
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function|fetch\(|import\(", text
        )


def test_one_file_that_names_no_other(page):
    text = page.read_text("utf-8")
    assert len(text) < 900_000
    head = text[: text.index("<style>")]
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', head)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(policy.replace(";", " ").split())
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
    assert not re.findall(r"\b(?:src|href|action|url)\s*[=(]", markup)
    assert "npm/" not in text
    assert "Apache License" in text
    assert "Copyright (c) 2023 Ze-Zheng Wu" in text


def test_nothing_can_be_asked_for(one_browser, page):
    one_browser.open(page.as_uri())
    asked = "fetch('https://example.org/x').then(() => 'sent', () => 'refused')"
    assert one_browser.ask(asked) == "refused"
    assert any("Content Security Policy" in one for one in one_browser.complaints())
    picture = "new Promise((done) => { const one = new Image(); one.onerror = () => done('refused');"
    picture += " one.src = 'https://example.org/x.png'; })"
    assert one_browser.ask(picture) == "refused"
    stopped = [
        event["params"].get("blockedReason")
        for event in one_browser.events
        if event["method"] == "Network.loadingFailed"
    ]
    assert set(stopped) == {"csp"}
    assert not [event for event in one_browser.events if event["method"] == "Network.responseReceived"][1:]


def test_the_address_of_a_code_opens_the_licence(browser, page):
    browser.open(f"{page.as_uri()}#{digits(accepted())}")
    browser.wait_for("report !== null")
    assert browser.ask("report.answer") == "status-old"
    assert browser.ask(TEXT_OF % "plain").startswith("Tidewrack Pictures Ltd may use the speaking voice model")
    assert browser.ask("byId('start').hidden") is True
    browser.ask("location.hash = '#12345'")
    browser.wait_for("report.answer === 'other'")
    assert browser.ask("byId('terms').hidden") is True
    browser.ask("location.hash = '#nonsense'")
    browser.wait_for("report.steps[1].detail === 'not-ours'")


def test_pasted_text(browser):
    browser.ask(f"byId('text').value = {json.dumps(qr_text(signed().data))}")
    browser.ask("byId('paste').requestSubmit()")
    browser.wait_for("report !== null")
    assert browser.ask("report.answer") == "not-accepted"
    browser.ask("byId('another').click()")
    assert browser.ask("[byId('start').hidden, byId('text').value]") == [False, ""]


def test_files_and_pictures(browser, tmp_path):
    picture = Image.open(BytesIO(code())).convert("L")
    turned = picture.rotate(17, expand=True, fillcolor=255).filter(ImageFilter.GaussianBlur(0.8))
    jpeg, far = BytesIO(), BytesIO()
    turned.save(jpeg, "JPEG", quality=60)
    small = picture.resize((picture.width * 5 // 8, picture.height * 5 // 8), Image.Resampling.BOX)
    small.filter(ImageFilter.GaussianBlur(1.0)).save(far, "PNG")
    assert give(browser, tmp_path, "a.likeness", accepted()) == "status-old"
    assert give(browser, tmp_path, "a.png", code()) == "status-old"
    assert browser.ask("report.steps[0].detail") == "read-picture"
    assert give(browser, tmp_path, "turned.jpg", jpeg.getvalue()) == "status-old"
    assert give(browser, tmp_path, "far.png", far.getvalue()) == "status-old"
    assert give(browser, tmp_path, "text.txt", qr_text(accepted()).encode()) == "status-old"
    spoiled = accepted()[:300] + bytes([accepted()[300] ^ 4]) + accepted()[301:]
    assert give(browser, tmp_path, "spoiled.png", code(spoiled)) == "altered"
    assert give(browser, tmp_path, "spoiled.likeness", spoiled) == "altered"


def test_what_is_no_licence(browser, tmp_path):
    import qrcode

    foreign, blank = BytesIO(), BytesIO()
    qrcode.make("https://example.org/menu").save(foreign)
    Image.new("L", (400, 300), 255).save(blank, "PNG")
    assert give(browser, tmp_path, "menu.png", foreign.getvalue()) == "other"
    assert give(browser, tmp_path, "blank.png", blank.getvalue()) == "unreadable"
    assert give(browser, tmp_path, "cut.png", code()[:200]) == "unreadable"
    assert give(browser, tmp_path, "letter.txt", b"Dear Liora") == "other"
    assert give(browser, tmp_path, "empty.likeness", b"") == "unreadable"
    browser.ask("showStart()")
    assert "PDF" in give(browser, tmp_path, "a.pdf", b"%PDF-1.7\n...")


@pytest.mark.shared
def test_public_photos_and_health_passes(browser, shared, tmp_path):
    """Photographs of other people's codes: none is taken for a licence, and none breaks the page."""
    root = shared("vectors", "qr-images")
    photos = sorted(path for path in root.rglob("*") if path.suffix in (".png", ".jpg", ".jpeg", ".gif", ".webp"))[::6]
    answers = [give(browser, tmp_path, f"{n}{path.suffix}", path.read_bytes()) for n, path in enumerate(photos)]
    assert len(answers) >= 12
    assert set(answers) <= {"other", "unreadable"}
    assert answers.count("other") >= len(answers) // 3


def test_two_languages(browser, page):
    browser.open(f"{page.as_uri()}#{digits(accepted())}")
    browser.wait_for("report !== null")
    browser.ask("speak('en')")
    english = browser.ask("document.body.innerText")
    browser.ask("byId('tongue').click()")
    assert browser.ask("document.documentElement.lang") == "fr"
    french = browser.ask("document.body.innerText")
    assert "Intacte, mais personne ici ne sait si elle vaut encore" in french
    assert "Intact, but nobody here knows whether it still holds" in english
    assert "En clair" in french
    assert not re.search(r"\{\w+\}|undefined|null|NaN|\*\*|~~", english + french)


@pytest.mark.parametrize("width", [320, 390, 760, 1280])
def test_it_fits_every_width(browser, page, width):
    browser.open(f"{page.as_uri()}#{digits(accepted())}")
    browser.wait_for("report !== null")
    for language in ("en", "fr"):
        browser.ask(f"speak('{language}')")
        browser.picture(width, 800, phone=width < 500, whole=False)
        assert browser.ask("document.documentElement.scrollWidth") <= width
        small = "[...document.querySelectorAll('button, .button, summary')]"
        small += ".filter((one) => one.offsetParent && one.offsetHeight < 32)"
        assert browser.ask(f"{small}.length") == 0


def test_whoever_cannot_see_it_hears_it(browser, page):
    browser.open(f"{page.as_uri()}#{digits(accepted())}")
    browser.wait_for("report !== null")
    assert browser.ask("document.activeElement.id") == "answer"
    assert browser.ask("byId('banner').getAttribute('role')") == "status"
    tree = browser.call("Accessibility.getFullAXTree")["nodes"]
    heard = [(node["role"]["value"], node["name"]["value"]) for node in tree if "name" in node and not node["ignored"]]
    assert ("heading", "Intact, but nobody here knows whether it still holds") in heard
    assert any(role == "rowheader" and name == "Performer" for role, name in heard)
    assert any(name.startswith("Does not:") for _, name in heard)
    browser.ask("showStart()")
    tree = browser.call("Accessibility.getFullAXTree")["nodes"]
    fields = {
        node["name"]["value"]
        for node in tree
        if node.get("role", {}).get("value") in ("textbox", "button") and "name" in node
    }
    assert {"Use the camera", "Or paste the text of a code", "Check"} <= fields


def film(path, picture):
    """Write a film of one frame as YUV4MPEG2, which Chromium takes for a camera."""
    frame = Image.new("L", (1280, 720), 190)
    large = picture.resize((520, 520), Image.Resampling.BOX).rotate(6, expand=True, fillcolor=235)
    frame.paste(large, ((1280 - large.width) // 2, (720 - large.height) // 2))
    grey = bytes([128]) * (640 * 360)
    one = b"FRAME\n" + frame.filter(ImageFilter.GaussianBlur(0.6)).tobytes() + grey + grey
    path.write_bytes(b"YUV4MPEG2 W1280 H720 F15:1 Ip A1:1 C420jpeg\n" + one * 3)


def test_the_camera_reads_a_code(page, tmp_path):
    film(tmp_path / "film.y4m", Image.open(BytesIO(code(pixels=8))).convert("L"))
    browser = Browser(
        "--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={tmp_path / 'film.y4m'}"
    )
    try:
        browser.open(page.as_uri())
        browser.ask("byId('camera').click()")
        browser.wait_for("report !== null || byId('trouble').textContent !== ''")
        assert browser.ask("report && report.answer") == "status-old"
        assert browser.ask("stream") is None
        assert browser.complaints() == []
    finally:
        browser.close()


def test_without_a_camera_it_says_what_to_do(browser):
    browser.ask("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('none'))")
    browser.ask("byId('camera').click()")
    browser.wait_for("byId('trouble').textContent !== ''")
    assert "Open a picture of the code instead" in browser.ask(TEXT_OF % "trouble")
    browser.ask("trouble('')")


def test_a_browser_that_cannot_read_pictures_is_told(browser, tmp_path):
    browser.ask("unpacked = Promise.reject(new Error('none')); unpacked.catch(() => {})")
    assert "cannot read pictures here" in give(browser, tmp_path, "a.png", code())
    assert give(browser, tmp_path, "a.likeness", accepted()) == "status-old"


def test_a_spoiled_list_on_the_page_says_nothing(one_browser, tmp_path):
    good = frozen_list()
    for spoiled in (good[:-1] + b"\x00", b"", signed().data, good[:200]):
        file = tmp_path / "spoiled.html"
        page = verify_page(PageFacts("Liora Vantreight", MADE_ON, [CARD], {CARD.key: spoiled}))
        file.write_text(page, encoding="utf-8")
        one_browser.open(f"{file.as_uri()}#{digits(accepted())}")
        one_browser.wait_for("report !== null")
        assert one_browser.ask("report.answer") == "status-old"
        assert one_browser.complaints() == []


def frozen_list():
    return bytes.fromhex((FROZEN / "status-list.hex").read_text())


def test_the_page_of_a_registry(tmp_path, one_browser):
    liora, company = an_office(tmp_path), an_office(tmp_path, "Tidewrack Pictures Ltd", "company")
    liora.do(confirm_card, own_card(company.desk))
    liora.do(make_status_list)
    for number, with_confirmed in enumerate((False, True)):
        file = tmp_path / f"page{number}.html"
        outcome = liora.do(export_page, file, with_confirmed=with_confirmed)
        assert outcome.value == file
        assert not outcome.changed
        one_browser.open(file.as_uri())
        names = one_browser.ask("DATA.cards.map((card) => card.name)")
        assert names == ["Liora Vantreight", "Tidewrack Pictures Ltd"][: 1 + with_confirmed]
        assert one_browser.ask("Object.keys(DATA.lists)") == [liora.owner.public_key.hex()]
        assert one_browser.ask("newestList(Object.keys(DATA.lists)[0]).then((list) => list.sequence)") == 1
        text = file.read_text("utf-8")
        assert liora.owner.signing_key.hex() not in text
    assert liora.desk.pen().secret.hex() not in text
    for office in (liora, company):
        office.close()


def test_a_page_with_a_status_list_never_calls_an_ended_licence_valid(one_browser, tmp_path):
    liora = an_office(tmp_path)
    number = liora.do(draft_licence, terms_from(terms_document(basis="consent"))).value.number
    liora.do(sign_licence, number)
    liora.do(export_licence, number, tmp_path)
    liora.do(withdraw_licence, number)
    without = page_says(one_browser, liora, tmp_path, number)
    assert without == ["status-old", "Intact, but nobody here knows whether it still holds"]
    assert page_says(one_browser, liora, tmp_path, number, with_status=True) == [
        "withdrawn",
        "Withdrawn by the performer",
    ]
    liora.close()


def page_says(browser, office, folder, number, **options):
    file = office.do(export_page, folder / "status.html", **options).value
    text = qr_text((folder / f"{number}.likeness").read_bytes(), "x.org")
    # The office's clock stands still: the page is asked as of that day, not of today.
    browser.open(file.as_uri())
    at = int(office.clock.now().timestamp())
    return browser.ask(f"checkText({json.dumps(text)}, 'text', {at}).then((one) => [one.answer, answerLines(one)[0]])")


HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>{script}"


def test_what_others_wrote_is_text_and_nothing_else(one_browser, tmp_path):
    card = replace(CARD, name=HOSTILE, contact=HOSTILE)
    file = tmp_path / "hostile.html"
    file.write_text(verify_page(PageFacts(HOSTILE, MADE_ON, [card])), encoding="utf-8")
    performer = {"id": "liora", "name": HOSTILE}
    grantor = {"name": HOSTILE, "capacity": "performer"}
    licence = a_licence(terms_performer=performer, terms_grantor=grantor, terms_description=HOSTILE)
    one_browser.open(f"{file.as_uri()}#{digits(accepted(signed(licence)))}")
    one_browser.wait_for("report !== null")
    shown = one_browser.ask("[byId('maker').textContent, byId('cards').textContent, byId('rows').textContent]")
    assert all(HOSTILE in text for text in shown)
    assert one_browser.ask("[typeof window.hit, document.images.length, document.links.length]") == ["undefined", 0, 0]
    assert one_browser.complaints() == []


def test_a_page_knows_the_keys_a_person_had_and_not_the_one_she_lost(tmp_path):
    clock = FixedClock()
    liora = an_office(tmp_path, clock=clock)
    first = liora.owner.public_key
    clock.forward(days=1)
    liora.do(change_key)
    second = liora.desk.owner().public_key
    keys = keys_on_page(liora, tmp_path)
    assert keys == {first.hex(), second.hex()}
    clock.forward(days=1)
    liora.do(change_key, lost_since=clock.now())
    assert keys_on_page(liora, tmp_path) == {first.hex(), liora.desk.owner().public_key.hex()}
    liora.close()


def keys_on_page(office, folder):
    text = office.do(export_page, folder / "keys.html").value.read_text("utf-8")
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL).group(1))
    return {card["key"] for card in data["cards"]}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("example.org", "example.org"), (" Example.ORG ", "example.org"), ("a.liora.example", "a.liora.example"),
        ("exämple.org", "xn--exmple-cua.org"), ("xn--exmple-cua.org", "xn--exmple-cua.org"), ("a-b.c1.de", "a-b.c1.de"),
    ],
)  # fmt: skip
def test_a_host_has_one_form(given, kept):
    assert clean_host(given) == kept
    assert qr_bytes(qr_text(b"\x01abc", clean_host(given))) == b"\x01abc"


@pytest.mark.parametrize(
    "given",
    ["", " ", "localhost", "https://example.org", "example.org/V", "example.org:8443", "a..b", "-a.org", "a-.org",
     "a b.org", "a_b.org", "example.org.", "x" * 64 + ".org", ".".join(["abcdefghi"] * 11), "a@b.org", "a.org#b",
     "a\nb.org", "a.org?x"],
)  # fmt: skip
def test_what_is_no_host_is_refused(given):
    with pytest.raises(Unreadable, match="bad-host"):
        clean_host(given)


def test_the_host_is_kept_and_stands_in_her_codes(tmp_path, capsys, monkeypatch, one_browser):
    with_terms = tmp_path / "terms.json"
    with_terms.write_text(json.dumps(terms_document()), encoding="utf-8")
    line = Line(tmp_path / "liora.registry", capsys, monkeypatch)
    line.asks("registry", "init", "--name", "Liora Vantreight")
    line.asks(
        "double", "add", "--id", "liora-voice-2025", "--kind", "voice-model", "--title", "Voice", "--performer", "liora"
    )
    assert line.asks("trust", "page") == {"file": None, "host": None}
    made = line.asks("trust", "page", "--to", tmp_path / "verify.html", "--host", "Likeness.Example")
    assert made == {"file": str(tmp_path / "verify.html"), "host": "likeness.example"}
    number = line.asks("licence", "draft", with_terms)["number"]
    line.asks("licence", "sign", number)
    line.asks("licence", "export", number, "--to", tmp_path)
    [text] = read_codes((tmp_path / f"{number}.png").read_bytes())
    assert text.startswith("HTTPS://LIKENESS.EXAMPLE/V#")
    assert qr_bytes(text) == (tmp_path / f"{number}.likeness").read_bytes()
    one_browser.open(f"{(tmp_path / 'verify.html').as_uri()}#{text.partition('#')[2]}")
    one_browser.wait_for("report !== null")
    assert one_browser.ask("report.licence.number") == number
    assert one_browser.ask("report.steps.find(({ step }) => step === 'signer').detail") == "signer-confirmed"
    assert line("verify", tmp_path / f"{number}.pdf").code == 3
    assert line.asks("trust", "page", "--no-host")["host"] is None
    line.asks("licence", "export", number, "--to", tmp_path)
    assert read_codes((tmp_path / f"{number}.png").read_bytes())[0].startswith("LIK1:")
    assert line("trust", "page", "--host", "https://x.org/V").code == 4
    assert line("trust", "page", "--host", "x.org", "--no-host").code == 2
    assert line("trust", "page", "--with-confirmed").code == 2
    assert line("trust", "page", "--with-status").code == 2


def test_naming_a_host_twice_changes_nothing_more(tmp_path):
    liora = an_office(tmp_path)
    assert page_host(liora.registry) is None
    assert liora.do(name_host, "example.org").value == "example.org"
    assert page_host(liora.registry) == "example.org"
    liora.do(name_host, None)
    assert page_host(liora.registry) is None
    liora.close()


STREAMS = """
globalThis.coming = []; globalThis.given = [];
navigator.mediaDevices.getUserMedia = () => new Promise((done) => coming.push(() => {
  const one = document.createElement('canvas').captureStream(); given.push(one); done(one); }));
"""
LIVE = "given.flatMap((one) => one.getTracks()).filter((track) => track.readyState === 'live').length"


def with_streams(browser, page):
    """Open the page anew, with cameras that come when they are told to."""
    browser.open(page.as_uri())
    browser.ask(STREAMS)


def test_a_camera_that_is_asked_for_twice_is_open_once(browser, page):
    with_streams(browser, page)
    browser.ask("byId('camera').click(); byId('camera').click(); coming.forEach((come) => come())")
    browser.wait_for("given.length === 2 && stream !== null")
    assert browser.ask(LIVE) == 1
    assert browser.ask("byId('camera').textContent") == "Stop the camera"
    browser.ask("speak('fr')")
    assert browser.ask("byId('camera').textContent") == "Arrêter l’appareil photo"
    browser.ask("closeCamera()")
    assert browser.ask(LIVE) == 0


def test_the_camera_is_closed_by_every_other_way(browser, page):
    looked_away = "Object.defineProperty(document, 'hidden', { value: true, configurable: true });"
    looked_away += " document.dispatchEvent(new Event('visibilitychange'))"
    for way in ("answer(() => checkText('hello', 'text', 0))", looked_away):
        with_streams(browser, page)
        browser.ask("byId('camera').click(); coming[0]()")
        browser.wait_for("stream !== null")
        browser.ask(way)
        browser.wait_for("stream === null")
        assert browser.ask(LIVE) == 0
        with_streams(browser, page)  # asked for, and not come yet
        browser.ask("byId('camera').click()")
        browser.ask(way)
        browser.ask("coming[0]()")
        browser.wait_for("given.length === 1")
        assert browser.ask(f"new Promise((done) => setTimeout(done, 50)).then(() => {LIVE})") == 0
        assert browser.ask("stream") is None


def test_a_slow_answer_never_takes_the_place_of_a_later_one(browser, page):
    browser.open(page.as_uri())
    browser.ask("globalThis.slow = null; globalThis.first = answer(() => new Promise((done) => { slow = done; })); 0")
    browser.ask(f"answer(() => checkText({json.dumps(qr_text(accepted()))}, 'text', now()))")
    browser.wait_for("report !== null")
    browser.ask("slow(stopped('read', 'unreadable', 'no-code')); first")
    assert browser.ask("report.answer") == "status-old"


WRITTEN = [
    "<img src=x onerror=document.title='hit'>",
    "</script><script>document.title='hit'</script>",
    "**strong** ~~given~~",
    "{digits} {name} {on}",
    "__proto__",
    "constructor",
    "$& $1 $'",
    "&lt;b&gt; &amp;",
    "javascript:document.title='hit'",
    "\u05d0\u05d1 100 \u05d2",
    "x" * 190,
]


@pytest.mark.parametrize("text", WRITTEN, ids=range(len(WRITTEN)))
def test_what_a_company_writes_is_text_and_nothing_else(browser, page, text):
    paper = signed(
        a_licence(
            number=text[:40], terms_performer={"id": "constructor", "name": text},
            terms_grantor={"name": text, "capacity": "guardian", "authority": text},
            terms_licensee={"id": "toString", "name": text}, terms_likenesses=["valueOf", "hasOwnProperty"],
            terms_project={"id": "prototype", "title": text, "ids": []}, terms_pass_on=["constructor", "isPrototypeOf"],
            terms_description=text, terms_union_agreement=text, terms_representation={"kind": "agent", "name": text},
            terms_annexes=[{"title": text, "sha256": "ab" * 32}], terms_notice_at=None, terms_service_at=None,
        )
    )  # fmt: skip
    browser.open(page.as_uri())
    before = browser.ask("document.querySelectorAll('img, script, iframe, a, object').length")
    for language in ("en", "fr"):
        browser.ask(f"speak('{language}')")
        browser.ask(f"answer(() => checkData(bytesOf('{paper.data.hex()}'), now()))")
        browser.wait_for("report !== null")
        assert browser.ask("report.licence.project.title") == text
        cells = browser.ask("[...document.querySelectorAll('#rows td')].map((cell) => cell.textContent)")
        assert cells.count(text) >= 2  # performer and company; a cell of the table begins with a capital
        assert text in browser.ask(TEXT_OF % "plain")
        assert browser.ask("document.title") != "hit"
        assert browser.ask("document.querySelectorAll('img, script, iframe, a, object').length") == before
        shown = browser.ask("document.body.innerText").replace(text, "")
        assert not re.search(r"undefined|\[object|NaN|function", shown)


def test_a_zone_that_the_browser_does_not_know_is_not_called_altered(browser, page):
    browser.open(page.as_uri())
    older = "const real = Intl.DateTimeFormat; Intl.DateTimeFormat = function (tag, options) {"
    older += " if (options.timeZone === 'Europe/Paris') throw new RangeError(); return new real(tag, options); }; 0"
    browser.ask(older)
    for language, words in (("en", "does not know the time zone"), ("fr", "ne connaît pas le fuseau horaire")):
        browser.ask(f"speak('{language}')")
        browser.ask(f"answer(() => checkData(bytesOf('{accepted().hex()}'), now()))")
        browser.wait_for("report !== null")
        assert browser.ask("report.answer") == "unreadable"
        assert words in browser.ask("document.body.innerText")
