"""The phone page itself: one file, no request, pictures, two languages, any width, heard as well as seen."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from likeness.paper.page.verify_page import SCRIPTS
from likeness.paper.qr.qr_payload import qr_text
from likeness.values.resource import resource
from tests.fakes.licences import accepted, signed
from tests.page.giving import TEXT_OF, code, digits, give


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


def test_a_browser_that_cannot_read_pictures_is_told(browser, tmp_path):
    browser.ask("unpacked = Promise.reject(new Error('none')); unpacked.catch(() => {})")
    assert "cannot read pictures here" in give(browser, tmp_path, "a.png", code())
    assert give(browser, tmp_path, "a.likeness", accepted()) == "status-old"


def test_a_slow_answer_never_takes_the_place_of_a_later_one(browser, page):
    browser.open(page.as_uri())
    browser.ask("globalThis.slow = null; globalThis.first = answer(() => new Promise((done) => { slow = done; })); 0")
    browser.ask(f"answer(() => checkText({json.dumps(qr_text(accepted()))}, 'text', now()))")
    browser.wait_for("report !== null")
    browser.ask("slow(stopped('read', 'unreadable', 'no-code')); first")
    assert browser.ask("report.answer") == "status-old"


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
