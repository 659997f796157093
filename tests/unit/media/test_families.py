"""What each family promises about hostile files, one rule at a time."""

from __future__ import annotations

import json
import struct
from io import BytesIO

import numpy as np
import pytest
import soundfile
from PIL import Image

from likeness.media.facts import DAMAGED, READ, TOO_LARGE
from likeness.media.read import read_media
from likeness.media.turntable import draw_turntable
from seeds.shapes import Mesh, body, glb_of, head


def glb(tree, binary=b"\0" * 400):
    text = json.dumps(tree).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def triangle_tree(**changes):
    tree = {
        "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}], "buffers": [{"byteLength": 400}],
        "bufferViews": [{"buffer": 0, "byteLength": 36}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}],
    }  # fmt: skip
    return tree | changes


TRIANGLE = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], "<f4").tobytes() + b"\0" * 364


def seen(tmp_path, data):
    path = tmp_path / "file"
    path.write_bytes(data)
    return read_media(path)


def test_a_plain_triangle_is_read(tmp_path):
    found = seen(tmp_path, glb(triangle_tree(), TRIANGLE))
    assert (found.inside, found.facts["vertices"], found.facts["faces"]) == (READ, 3, 1)


@pytest.mark.parametrize("changes", [
    {"accessors": [{"bufferView": 0, "componentType": 5126, "count": 10**12, "type": "VEC3"}]},
    {"accessors": [{"componentType": 5126, "count": 10**9, "type": "VEC3"}]},
    {"bufferViews": [{"buffer": 0, "byteLength": 10**9}]},
    {"bufferViews": [{"buffer": 0, "byteLength": 36, "byteOffset": 390}]},
    {"buffers": [{"byteLength": 400, "uri": "../../secret.bin"}]},
    {"nodes": [{"mesh": 0, "children": [1, 1]}, {"children": [0]}]},
    {"nodes": [{"mesh": 0, "children": [1]}, {"children": [0]}]},
    {"meshes": "many"},
    {"nodes": [{"mesh": 7}]},
])  # fmt: skip
def test_a_glb_that_promises_more_than_it_holds_is_damaged(tmp_path, changes):
    found = seen(tmp_path, glb(triangle_tree(**changes), TRIANGLE))
    assert (found.inside, found.preview) == (DAMAGED, None)


def test_a_tree_of_nodes_that_unfolds_without_end_is_refused(tmp_path):
    nodes = [{"children": [index + 1, index + 1]} for index in range(60)] + [{"mesh": 0}]
    assert seen(tmp_path, glb(triangle_tree(nodes=nodes), TRIANGLE)).inside == DAMAGED


def test_points_that_are_no_numbers_are_damaged(tmp_path):
    data = np.array([[0, 0, 0], [np.nan, 0, 0], [0, 1, 0]], "<f4").tobytes() + b"\0" * 364
    assert seen(tmp_path, glb(triangle_tree(), data)).inside == DAMAGED


def test_a_ply_that_counts_more_than_the_file_holds_is_damaged(tmp_path):
    text = b"ply\nformat ascii 1.0\nelement vertex 999999999\nproperty float x\nend_header\n0 0 0\n"
    assert seen(tmp_path, text).inside == DAMAGED


def test_a_ply_of_points_alone_is_drawn(tmp_path):
    points = "\n".join(f"{x} {y} {x * y}" for x in range(9) for y in range(9))
    text = "ply\nformat ascii 1.0\nelement vertex 81\nproperty float x\nproperty float y\nproperty float z\n"
    found = seen(tmp_path, f"{text}end_header\n{points}\n".encode())
    assert (found.inside, found.facts["vertices"], found.facts["faces"], found.preview_kind) == (READ, 81, 0, "picture")


def test_an_obj_opens_nothing_beside_it(tmp_path):
    (tmp_path / "secret.mtl").write_text("newmtl a\nmap_Kd secret.png\n")
    found = seen(tmp_path, b"mtllib secret.mtl\nusemtl a\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    assert (found.inside, found.facts["faces"]) == (READ, 1)


def test_an_obj_that_points_at_nothing_is_damaged(tmp_path):
    assert seen(tmp_path, b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 900\n").inside == DAMAGED


def test_a_body_stands_taller_than_a_head(tmp_path):
    assert seen(tmp_path, glb_of(body())).kind == "body-scan"
    assert seen(tmp_path, glb_of(head())).kind == "face-scan"


def test_the_small_picture_carries_no_place(tmp_path):
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 30.0, 0.0), 3: "W", 4: (20.0, 0.0, 0.0)})
    out = BytesIO()
    Image.new("RGB", (900, 300), (90, 20, 20)).save(out, "JPEG", exif=exif)
    found = seen(tmp_path, out.getvalue())
    assert found.facts["notes"] == ["place-in-picture"]
    small = Image.open(BytesIO(found.preview))
    assert small.size == (320, 107)
    assert not small.getexif()
    assert not small.info


def test_a_picture_with_broken_metadata_is_read_in_silence(tmp_path, recwarn):
    out = BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\x00\x01")
    found = seen(tmp_path, out.getvalue())
    assert (found.inside, found.facts["width"], list(recwarn)) == (READ, 40, [])


def test_a_picture_of_a_thousand_million_pixels_is_measured_and_not_unpacked(tmp_path):
    out = BytesIO()
    Image.new("1", (8, 8)).save(out, "PNG")
    data = out.getvalue()
    import zlib

    head_ = struct.pack(">IIBBBBB", 40_000, 40_000, 1, 0, 0, 0, 0)
    chunk = b"IHDR" + head_
    data = data[:12] + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:]
    found = seen(tmp_path, data)
    assert (found.inside, found.facts["width"], found.preview) == (TOO_LARGE, 40_000, None)


def test_a_wav_that_promises_more_sound_than_it_holds_is_damaged(media, tmp_path):
    data = bytearray(media["wav"].read_bytes())
    data[40:44] = struct.pack("<I", 10**8)
    assert seen(tmp_path, bytes(data)).inside == DAMAGED


def test_a_streamed_wav_without_a_length_is_read(media, tmp_path):
    data = bytearray(media["wav"].read_bytes())
    data[4:8] = data[40:44] = b"\xff\xff\xff\xff"
    assert seen(tmp_path, bytes(data)).inside == READ


@pytest.mark.parametrize("sort", ["PCM_16", "PCM_24", "FLOAT", "DOUBLE"])
def test_peaks_are_the_same_however_fine_the_samples_are(tmp_path, sort):
    """Of floats the library makes whole numbers without stretching them: all would be silence."""
    loud = np.linspace(-0.9, 0.9, 48_000)
    soundfile.write(tmp_path / "voice.wav", loud, 8_000, subtype=sort)
    peaks = np.frombuffer(read_media(tmp_path / "voice.wav").preview or b"", np.int8).reshape(480, 2)
    assert (peaks[0, 0], peaks[-1, 1]) == (-114, 114)
    assert (peaks[240] == [0, 0]).all()


def test_peaks_follow_the_sound(media):
    found = read_media(media["wav"])
    peaks = np.frombuffer(found.preview or b"", np.int8).reshape(480, 2)
    assert found.preview_kind == "peaks"
    assert (peaks[:, 0] <= peaks[:, 1]).all()
    assert peaks.max() > 60


@pytest.mark.parametrize("header", [
    {"a": {"dtype": "F16", "shape": [4], "data_offsets": [0, 9]}},
    {"a": {"dtype": "F99", "shape": [4], "data_offsets": [0, 8]}},
    {"a": {"dtype": "F16", "shape": [-4], "data_offsets": [0, 8]}},
    {"a": {"dtype": "F16", "shape": [2, 2], "data_offsets": [8, 0]}},
    {"a": {"dtype": "F16", "shape": [2], "data_offsets": [4, 8]}},
    {"a": []},
])  # fmt: skip
def test_weights_whose_header_lies_are_damaged(tmp_path, header):
    text = json.dumps(header).encode()
    assert seen(tmp_path, struct.pack("<Q", len(text)) + text + b"\0" * 8).inside == DAMAGED


def test_words_of_a_model_are_shown_harmless(tmp_path):
    text = json.dumps(
        {"__metadata__": {"voice": "a\u202eb\n"}, "a": {"dtype": "F16", "shape": [4], "data_offsets": [0, 8]}}
    ).encode()
    found = seen(tmp_path, struct.pack("<Q", len(text)) + text + b"\0" * 8)
    assert found.facts["about"] == ["voice: a\\u202eb\\u000a"]
    assert (found.kind, found.facts["parameters"]) == ("voice-model", 4)


def test_a_movement_with_a_short_line_is_damaged(media, tmp_path):
    lines = media["bvh"].read_text().splitlines()
    lines[-3] = lines[-3].rsplit(" ", 1)[0]
    assert seen(tmp_path, "\n".join(lines).encode()).inside == DAMAGED


def test_a_dense_scan_is_made_coarse_and_still_drawn():
    dense = head(rings=200, sides=240)
    picture = Image.open(BytesIO(draw_turntable(dense.points, dense.faces)))
    plain = Image.open(BytesIO(draw_turntable(head().points, head().faces)))
    ink = [np.count_nonzero(np.asarray(image)[:, :, 3]) for image in (picture, plain)]
    assert picture.size == (320, 320)
    assert abs(ink[0] - ink[1]) < 0.05 * ink[1]


def test_flat_and_tiny_shapes_are_drawn():
    flat = Mesh(np.array([[0.0, 0, 0], [1e-9, 0, 0], [0, 1e-9, 0]]), np.array([[0, 1, 2]]))
    assert Image.open(BytesIO(draw_turntable(flat.points, flat.faces))).size == (320, 320)
