"""Every family is read, and nothing that is done to a file makes the reader fall."""

from __future__ import annotations

import hashlib
import random

import pytest

from likeness.errors import Refused, Unreadable
from likeness.media.facts import DAMAGED, FINGERPRINT_ONLY, READ, TOO_LARGE
from likeness.media.read import read_media

FORMS = ["wav", "flac", "png", "jpeg", "glb", "ply", "obj", "bvh", "safetensors"]
KINDS = {
    "wav": "voice-recording", "flac": "voice-recording", "png": "photogrammetry", "jpeg": "photogrammetry",
    "glb": "face-scan", "ply": "face-scan", "obj": "face-scan", "bvh": "motion-capture", "safetensors": "voice-model",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_sound_file_is_read_whatever_its_name(media, tmp_path, form):
    renamed = tmp_path / "no-ending"
    renamed.write_bytes(media[form].read_bytes())
    found = read_media(renamed)
    assert (found.format, found.inside, found.kind) == (form, READ, KINDS[form])
    assert found.sha256 == hashlib.sha256(renamed.read_bytes()).digest()
    assert found.size == renamed.stat().st_size
    assert found.facts


@pytest.mark.parametrize("form", FORMS)
def test_a_file_cut_short_is_fingerprinted_and_never_read_as_whole(media, tmp_path, form):
    data = media[form].read_bytes()
    for part in range(20):
        cut = tmp_path / f"{part}"
        cut.write_bytes(data[: len(data) * part // 20])
        found = read_media(cut)
        assert found.sha256 == hashlib.sha256(cut.read_bytes()).digest()
        if form == "obj":
            continue  # an OBJ has no length anywhere: a shorter one is another one
        assert found.inside in (DAMAGED, FINGERPRINT_ONLY), part


@pytest.mark.parametrize("form", FORMS)
def test_flipped_bytes_give_an_answer_and_no_fall(media, tmp_path, form):
    data = media[form].read_bytes()
    dice = random.Random(form)
    target = tmp_path / "flipped"
    for _ in range(150):
        bad = bytearray(data)
        for _ in range(dice.choice([1, 1, 4, 40])):
            bad[min(int(dice.expovariate(1 / (len(bad) / 6))), len(bad) - 1)] = dice.randrange(256)
        target.write_bytes(bad)
        assert read_media(target).inside in (READ, DAMAGED, TOO_LARGE, FINGERPRINT_ONLY)


@pytest.mark.parametrize(
    "magic",
    [
        b"RIFF\xff\xff\xff\xffWAVE",
        b"fLaC",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"glTF",
        b"ply\n",
        b"v 0 0 0\n",
        b"HIERARCHY\n",
        b"\x10\0\0\0\0\0\0\0{",
        b"",
        b"\0",
    ],
)
def test_garbage_after_a_known_beginning_is_fingerprinted_only(tmp_path, magic):
    dice = random.Random(magic)
    target = tmp_path / "garbage"
    for size in (0, 1, 7, 64, 5_000, 200_000):
        target.write_bytes(magic + dice.randbytes(size))
        found = read_media(target)
        assert found.inside in (DAMAGED, FINGERPRINT_ONLY, TOO_LARGE)
        assert found.preview is None


def test_what_is_not_a_file_is_said(tmp_path):
    with pytest.raises(Unreadable) as gone:
        read_media(tmp_path / "gone.wav")
    with pytest.raises(Unreadable) as folder:
        read_media(tmp_path)
    assert (gone.value.code, folder.value.code) == ("no-such-file", "not-a-file")
    assert gone.value.file == str(tmp_path / "gone.wav")


def test_a_pipe_is_not_waited_for(tmp_path):
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable) as fault:
        read_media(tmp_path / "pipe")
    assert fault.value.code == "no-ordinary-file"


def test_a_file_that_goes_away_while_it_is_read_keeps_its_fingerprint(tmp_path, monkeypatch):
    from likeness.media import read

    path = tmp_path / "gone.wav"
    path.write_bytes(b"RIFF")

    def fingerprint(path, *_):
        path.unlink()
        return 4, bytes(32)

    monkeypatch.setattr(read, "fingerprint", fingerprint)
    assert read_media(path).inside == DAMAGED


def test_progress_counts_the_bytes_and_cancel_stops_it(tmp_path):
    large = tmp_path / "large"
    large.write_bytes(b"x" * 3_500_000)
    seen = []
    read_media(large, lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == [1 << 20, 2 << 20, 3 << 20, 3_500_000]
    assert {total for _, total in seen} == {3_500_000}
    with pytest.raises(Refused) as stopped:
        read_media(large, cancelled=lambda: True)
    assert stopped.value.code == "cancelled"


@pytest.mark.parametrize(
    "name",
    [
        (
            "voice",
            "liora-sessions-en-take-004.wav",
            {"seconds": 5.0, "rate": 48_000, "channels": 1, "recorded_on": "2025-03-12"},
        ),
        ("voice", "liora-sessions-fr-take-011.wav", {"seconds": 5.0, "sort": "pcm-24"}),
        ("voice", "liora-sessions-en-take-004.flac", {"seconds": 5.0, "rate": 48_000}),
        ("head", "liora-face-still-000.png", {"width": 512, "height": 512}),
        ("head", "liora-face-depth-000.png", {"width": 320, "colours": "deep grey"}),
        ("head/turntable", "liora-face-000.jpg", {"width": 640, "notes": ["place-in-picture"]}),
        ("head", "liora-face-2025.glb", {"vertices": 13_080, "faces": 25_704}),
        ("head", "liora-face-2025.ply", {"vertices": 13_080, "faces": 25_704}),
        ("head", "liora-face-2025.obj", {"vertices": 4_270}),
        ("motion", "liora-mocap-2025-walk-01.bvh", {"frames": 240, "joints": 19, "frames_a_second": 60.0}),
        ("model", "liora-voice-2025.safetensors", {"tensors": 9, "dtypes": ["F16"]}),
    ],
)
def test_the_samples_tell_what_their_list_says(shared, name):
    folder, file, expected = name
    found = read_media(shared("samples", *folder.split("/"), file))
    assert found.inside == READ
    assert {key: found.facts[key] for key in expected} == expected


def test_a_picture_without_a_place_has_no_note(shared):
    assert "notes" not in read_media(shared("samples", "head", "turntable", "liora-face-030.jpg")).facts
