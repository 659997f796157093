"""Looking at evidence: seen only while it is the file that was added, and nothing of it is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from likeness.acts.uses import see_evidence as room
from likeness.acts.uses.add_evidence import CHANGED, MISSING, add_evidence
from likeness.acts.uses.see_evidence import CLOSED, NO_PICTURE, THUMB, TOO_LARGE, VIEW, Sight, see_evidence
from tests.fakes.flags import with_a_trailer
from tests.fakes.stills import DUSK, TALL, WIDE, write_still


@pytest.fixture
def office(liora):
    return with_a_trailer(liora)


def added(office, file):
    return office.do(add_evidence, "trailer", file).value.id


def sight(office, number, size=THUMB):
    return see_evidence(office.desk, "trailer", number, size)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "gif"])
def test_a_picture_is_seen_small_and_larger(office, tmp_path, ending):
    file = write_still(tmp_path / f"still.{ending}", sides=(900, 600))
    number = added(office, file)
    small, large = sight(office, number), sight(office, number, VIEW)
    assert (small.state, large.state) == ("", "")
    assert (small.picture.wide, large.picture.wide) == (160, 900)


def test_one_that_changed_or_is_gone_is_not_seen(office, tmp_path):
    files = [write_still(tmp_path / f"{name}.png", (10, 20, 30 + count)) for count, name in enumerate("abc")]
    numbers = [added(office, file) for file in files]
    data = bytearray(files[0].read_bytes())
    data[-1] ^= 1  # its picture is the same to the pixel: only the fingerprint knows
    files[0].write_bytes(data)
    files[1].write_bytes(files[1].read_bytes() + b"x")
    files[2].unlink()
    assert [sight(office, one) for one in numbers] == [Sight(CHANGED), Sight(CHANGED), Sight(MISSING)]
    files[2].mkdir()
    assert sight(office, numbers[2]) == Sight(MISSING)


def test_another_picture_in_its_place_is_not_seen(office, tmp_path):
    """The bytes that are looked at are those that were fingerprinted, never what lies there a moment later."""
    file = write_still(tmp_path / "still.bmp")
    number = added(office, file.rename(tmp_path / "still.png"))
    other = write_still(tmp_path / "other.bmp", DUSK)
    assert other.stat().st_size == (tmp_path / "still.png").stat().st_size
    other.replace(tmp_path / "still.png")
    assert sight(office, number) == Sight(CHANGED)


def test_other_files_are_told_as_such_and_not_read_through(office, tmp_path, monkeypatch):
    film, named = tmp_path / "trailer.mp4", tmp_path / "still.png"
    film.write_bytes(b"moving"), named.write_bytes(b"still")
    numbers = added(office, film), added(office, named)
    assert [sight(office, one).state for one in numbers] == [NO_PICTURE, "not-a-picture"]
    film.write_bytes(b"moving on")
    assert sight(office, numbers[0]) == Sight(CHANGED)  # its length alone tells
    monkeypatch.setattr(room, "MOST_BYTES", 4)
    assert sight(office, numbers[1]) == Sight(TOO_LARGE)
    assert sight(office, 99) == Sight(NO_PICTURE)  # taken away meanwhile
    assert see_evidence(office.desk, "nobody", numbers[0], THUMB) == Sight(NO_PICTURE)


def test_one_that_may_not_be_read_is_told_so(office, tmp_path, monkeypatch):
    number = added(office, write_still(tmp_path / "still.png"))

    def closed(_path, *_how):
        raise PermissionError

    monkeypatch.setattr(Path, "open", closed)
    assert sight(office, number) == Sight(CLOSED)


def test_nothing_of_it_is_kept(office, tmp_path):
    number = added(office, write_still(tmp_path / "still.png"))
    journal = office.registry.journal.size()
    store = next(tmp_path.glob("*.registry"))
    before = hashlib.sha256(store.read_bytes()).digest(), sorted(tmp_path.iterdir())
    assert sight(office, number).picture.pixels[:3] != b""
    assert (sight(office, number).picture.wide, sight(office, number).picture.tall) == (WIDE, TALL)
    assert office.registry.journal.size() == journal
    assert (hashlib.sha256(store.read_bytes()).digest(), sorted(tmp_path.iterdir())) == before
