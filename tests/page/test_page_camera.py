"""The phone page and the camera: a code read from it, none there, asked for twice, closed by every other way."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageFilter

from tests.fakes.browser import Browser
from tests.page.giving import TEXT_OF, code


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
