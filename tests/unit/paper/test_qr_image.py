from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from likeness.errors import Broken
from likeness.paper.qr import qr_image
from likeness.paper.qr.qr_image import make_qr
from likeness.paper.qr.qr_payload import qr_text
from likeness.paper.qr.qr_read import read_codes
from tests.fakes.licences import accepted, signed


def test_the_example_with_its_acceptance_fits_the_soft_limit():
    code = make_qr(accepted())
    assert (code.version, code.level) <= (20, "L")
    assert code.text == qr_text(accepted())
    assert len(code.modules) == 17 + 4 * code.version


@pytest.mark.parametrize(
    ("count", "version", "level"),
    [
        (540, 18, "M"),
        (643, 20, "M"),
        (644, 18, "L"),
        (829, 20, "L"),
        (970, 22, "L"),
        (971, 0, ""),
        (2_259, 0, ""),
        (2_260, 0, ""),
        (2_953, 0, ""),
        (9_000, 0, ""),
    ],
)
def test_the_budget_of_decision_5(count, version, level):
    code = make_qr(bytes([0xD2]) * count)
    assert (code.version, code.level) == (version, level) if version else code is None


def test_the_second_form_reads_back():
    code = make_qr(accepted(), host="example.org")
    assert read_codes(code.png(4)) == [qr_text(accepted(), "example.org")]


def test_the_picture_has_its_quiet_zone():
    code = make_qr(signed().data)
    picture = Image.open(BytesIO(code.png(5)))
    assert picture.size == (code.side * 5, code.side * 5)
    assert picture.crop((0, 0, 20, picture.height)).getextrema() == (255, 255)
    assert picture.getpixel((20, 20)) == 0


def test_picture_and_drawing_are_the_same_every_time():
    first, second = make_qr(accepted()), make_qr(accepted())
    assert (first.png(), first.svg) == (second.png(), second.svg)
    assert first.svg.count("<path") == 2


def test_a_code_that_does_not_read_back_is_never_returned(monkeypatch):
    monkeypatch.setattr(qr_image, "read_codes", lambda data: ["LIK1:ELSE"])
    with pytest.raises(Broken, match="qr-read-back"):
        make_qr(accepted())


@pytest.mark.parametrize("blur", [1.0, 1.4])
def test_a_blurred_small_picture_is_read(blur):
    code = make_qr(accepted())
    picture = Image.open(BytesIO(code.png(3))).convert("L").filter(ImageFilter.GaussianBlur(blur))
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=88)
    assert read_codes(stream.getvalue()) == [code.text]
