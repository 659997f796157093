"""A picture from anybody comes out as bare pixels, or as one of three reasons why not."""

from __future__ import annotations

import random
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from likeness.errors import Unreadable
from likeness.media import glance as room
from likeness.media.glance import SIDES, glance, seems_picture

FORMS = ("PNG", "JPEG", "WEBP", "GIF")
RED, BLUE = (200, 30, 30), (30, 30, 200)


def packed(picture, form, **more):
    out = BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def two_halves(wide=60, tall=40, mode="RGB"):
    """Red on the left, blue on the right."""
    made = Image.new("RGB", (wide, tall), BLUE)
    made.paste(RED, (0, 0, wide // 2, tall))
    return made.convert(mode)


def at(seen, x, y):
    return tuple(seen.pixels[3 * (y * seen.wide + x) :][:3])


def near(one, other):
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 12


@pytest.mark.parametrize("form", FORMS)
def test_each_family_comes_out_as_its_pixels(form):
    seen = glance(packed(two_halves(), form, quality=95), 160)
    assert (seen.wide, seen.tall, len(seen.pixels)) == (60, 40, 3 * 60 * 40)
    assert near(at(seen, 5, 5), RED)
    assert near(at(seen, 55, 35), BLUE)


def test_a_picture_without_loss_comes_out_pixel_by_pixel():
    noise = np.random.default_rng(3).integers(0, 256, (30, 50, 3), dtype=np.uint8)
    seen = glance(packed(Image.fromarray(noise), "PNG"), 160)
    assert np.array_equal(np.frombuffer(seen.pixels, np.uint8).reshape(30, 50, 3), noise)


@pytest.mark.parametrize("side", SIDES.values())
def test_a_large_one_is_made_small_and_keeps_its_shape(side):
    seen = glance(packed(two_halves(3000, 1500), "JPEG"), side)
    assert (seen.wide, seen.tall) == (side, side // 2)


def test_of_a_film_only_the_first_picture_is_seen():
    film = packed(Image.new("RGB", (20, 20), RED), "GIF", save_all=True,
                  append_images=[Image.new("RGB", (20, 20), BLUE)])  # fmt: skip
    assert near(at(glance(film, 160), 10, 10), RED)


def test_it_stands_upright_as_the_camera_says():
    turned = Image.Exif()
    turned[0x0112] = 6  # to be turned a quarter to the right
    seen = glance(packed(two_halves(), "JPEG", exif=turned, quality=95), 160)
    assert (seen.wide, seen.tall) == (40, 60)
    assert near(at(seen, 20, 5), RED)


def test_what_is_see_through_lies_on_white():
    clear = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    assert at(glance(packed(clear, "PNG"), 160), 5, 5) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16"])
def test_every_kind_of_colour_is_told_in_three_bytes(mode):
    deep = Image.fromarray(np.full((8, 8), 40_000, np.uint16)) if mode == "I;16" else two_halves(8, 8, mode)
    seen = glance(packed(deep, "JPEG" if mode == "CMYK" else "PNG"), 160)
    assert len(seen.pixels) == 3 * 64


@pytest.mark.parametrize("form", ["BMP", "TIFF", "PPM", "ICO", "TGA"])
def test_other_families_are_not_opened(form):
    with pytest.raises(Unreadable, match="not-a-picture"):
        glance(packed(two_halves(), form), 160)


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_cut_short_or_spoiled_is_damaged_or_seen_and_nothing_else(form):
    whole, dice = packed(two_halves(), form), random.Random(form)
    damaged = 0
    for number in range(300):
        bad = bytearray(whole if number % 2 else whole[: dice.randrange(len(whole))])
        for _ in range(dice.choice((1, 4, 30)) if bad else 0):
            bad[dice.randrange(len(bad))] = dice.randrange(256)
        try:
            seen = glance(bytes(bad), 160)
        except Unreadable as why:
            assert why.code in ("not-a-picture", "picture-damaged", "picture-too-large")  # noqa: PT017 - or none
            damaged += 1
        else:
            assert len(seen.pixels) == 3 * seen.wide * seen.tall
            assert max(seen.wide, seen.tall) <= 160
    assert damaged > 100


@pytest.mark.parametrize("sides", [(10_000, 6_001), (60_000, 60_000)])
def test_one_that_claims_too_many_pixels_is_never_unpacked(sides):
    head = bytearray(packed(two_halves(), "PNG"))
    head[16:24] = b"".join(side.to_bytes(4, "big") for side in sides)
    head[29:33] = _crc(bytes(head[12:29]))
    with pytest.raises(Unreadable, match="picture-too-large"):
        glance(bytes(head), 160)


def _crc(chunk):
    import zlib

    return zlib.crc32(chunk).to_bytes(4, "big")


def test_one_of_too_many_bytes_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(room, "MOST_BYTES", 100)
    with pytest.raises(Unreadable, match="picture-too-large"):
        glance(packed(two_halves(), "PNG") + bytes(100), 160)


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_is_known_by_how_it_begins_whatever_its_name(form):
    assert seems_picture(packed(two_halves(), form)[:16], "still.txt")


def test_a_name_alone_makes_a_file_worth_a_look():
    assert seems_picture(b"nothing", "STILL.PNG")
    assert not seems_picture(b"nothing", "still.pdf")
    assert not seems_picture(b"RIFF\0\0\0\0WAVE", "voice.wav")
