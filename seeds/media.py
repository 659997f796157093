"""Small invented media in the real formats: no person, no recording, no scan; formulas only, the same bytes each time.

A voice is harmonics under a slow envelope, a head and a body are rings around an axis, a walk is sine waves,
a model's weights are a fixed stream of numbers.
"""

from __future__ import annotations

import json
import struct
import wave
from pathlib import Path

import numpy as np

from seeds.shapes import Mesh, glb_of, obj_of, ply_of

_RATE = 16_000


def write_voice(path: Path, *, seconds: float, pitch: float, phrase: int) -> Path:
    """Write a WAV: mono, 16 bit, 16 kHz. `pitch` is the lowest harmonic in hertz; `phrase` chooses the rhythm."""
    time = np.arange(int(seconds * _RATE)) / _RATE
    melody = pitch * (1 + 0.05 * np.sin(2 * np.pi * 0.7 * time + phrase) + 0.03 * np.sin(2 * np.pi * 1.9 * time))
    turn = 2 * np.pi * np.cumsum(melody) / _RATE
    voice = sum(np.sin(turn * harmonic) / harmonic**1.3 for harmonic in range(1, 12))
    syllables = np.clip(np.sin(2 * np.pi * (2.6 + 0.3 * phrase) * time) + 0.35, 0, None) ** 0.8
    breath = np.clip(np.sin(np.pi * time / seconds * (2 + phrase % 3)) ** 2 + 0.08, 0, 1)
    sound = np.asarray(voice * syllables * breath)
    samples = np.round(sound / np.abs(sound).max() * 23_000).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(_RATE)
        out.writeframes(samples.tobytes())
    return path


def write_flac(path: Path, wav: Path) -> Path:
    """Write the same samples as `wav`, packed without loss."""
    import soundfile  # noqa: PLC0415  50 ms, and only here

    samples, rate = soundfile.read(str(wav), dtype="int16")
    soundfile.write(str(path), samples, rate, format="FLAC", subtype="PCM_16")
    return path


def write_scan(path: Path, mesh: Mesh) -> Path:
    """Write a mesh as GLB, PLY or OBJ, as the name ends."""
    writers = {".glb": glb_of, ".ply": ply_of, ".obj": obj_of}
    path.write_bytes(writers[path.suffix](mesh))
    return path


def write_portrait(path: Path, mesh: Mesh, *, ground: tuple[int, int, int]) -> Path:
    """Write a picture (PNG or JPEG) of a mesh before a plain ground."""
    from io import BytesIO  # noqa: PLC0415

    from PIL import Image  # noqa: PLC0415  50 ms, and only here

    from likeness.media.turntable import draw_turntable  # noqa: PLC0415  brings Pillow

    figure = Image.open(BytesIO(draw_turntable(mesh.points, mesh.faces)))
    picture = Image.new("RGB", figure.size, ground)
    picture.paste(figure, (0, 0), figure)
    picture.save(path)
    return path


_JOINTS = (  # name, depth, offset in centimetres, swing in degrees, phase
    ("Hips", 0, (0, 92, 0), 2, 0.0),
    ("Spine", 1, (0, 24, 0), 3, 0.5),
    ("Head", 2, (0, 38, 0), 4, 1.0),
    ("LeftArm", 2, (18, 28, 0), 28, 0.0),
    ("LeftHand", 3, (0, -48, 0), 14, 0.4),
    ("RightArm", 2, (-18, 28, 0), 28, 3.1),
    ("RightHand", 3, (0, -48, 0), 14, 3.5),
    ("LeftLeg", 1, (9, -4, 0), 32, 3.1),
    ("LeftFoot", 2, (0, -44, 0), 22, 3.6),
    ("RightLeg", 1, (-9, -4, 0), 32, 0.0),
    ("RightFoot", 2, (0, -44, 0), 22, 0.5),
)


def write_walk(path: Path, *, frames: int, pace: float) -> Path:
    """Write a BVH: `frames` at 60 a second, `pace` steps a second."""
    lines = ["HIERARCHY"]
    depths = [joint[1] for joint in _JOINTS]
    for index, (name, depth, offset, _, _) in enumerate(_JOINTS):
        pad = "\t" * depth
        after = depths[index + 1] if index + 1 < len(depths) else 0
        moves = "6 Xposition Yposition Zposition " if not depth else "3 "
        lines += [f"{pad}{'JOINT' if depth else 'ROOT'} {name}", f"{pad}{{"]
        lines += [
            f"{pad}\tOFFSET {offset[0]} {offset[1]} {offset[2]}",
            f"{pad}\tCHANNELS {moves}Zrotation Xrotation Yrotation",
        ]
        if after <= depth:
            lines += [f"{pad}\tEnd Site", f"{pad}\t{{", f"{pad}\t\tOFFSET 0 -10 0", f"{pad}\t}}"]
            lines += ["\t" * level + "}" for level in range(depth, (after if index + 1 < len(depths) else 0) - 1, -1)]
    lines += ["MOTION", f"Frames: {frames}", "Frame Time: 0.0166667"]
    lines += [_pose(frame / 60, pace) for frame in range(frames)]
    path.write_text("\n".join(lines) + "\n", "ascii")
    return path


def _pose(at: float, pace: float) -> str:
    turn = 2 * np.pi * pace * at
    numbers = [0.0, 92 + 2 * float(np.sin(2 * turn)), 110 * at]
    for _, _, _, swing, phase in _JOINTS:
        numbers += [0.0, swing * float(np.sin(turn + phase)), 0.0]
    return " ".join(f"{number:.3f}" for number in numbers)


def write_weights(path: Path, about: dict[str, str]) -> Path:
    """Write a safetensors file of five small half-precision tensors."""
    shapes = {
        "encoder.embed.weight": (64, 48),
        "encoder.lstm.weight": (96, 48),
        "speaker.embedding": (1, 96),
        "decoder.mel.weight": (80, 96),
        "decoder.mel.bias": (80,),
    }
    header: dict[str, object] = {"__metadata__": about}
    body = b""
    for name, shape in shapes.items():
        count = int(np.prod(shape))
        values = np.sin(np.arange(count) * 12.9898 + len(name)) * 0.08
        data = values.astype("<f2").tobytes()
        header[name] = {"dtype": "F16", "shape": list(shape), "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)
    return path
