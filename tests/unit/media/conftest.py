from __future__ import annotations

import pytest

from seeds.media import write_flac, write_portrait, write_scan, write_voice, write_walk, write_weights
from seeds.shapes import head


@pytest.fixture(scope="session")
def media(tmp_path_factory):
    """One small file of every family, by its format."""
    folder = tmp_path_factory.mktemp("media")
    bust = head(rings=14, sides=16)
    wav = write_voice(folder / "voice.wav", seconds=0.5, pitch=190, phrase=2)
    return {
        "wav": wav,
        "flac": write_flac(folder / "voice.flac", wav),
        "png": write_portrait(folder / "portrait.png", bust, ground=(60, 64, 80)),
        "jpeg": write_portrait(folder / "portrait.jpg", bust, ground=(60, 64, 80)),
        "glb": write_scan(folder / "bust.glb", bust),
        "ply": write_scan(folder / "bust.ply", bust),
        "obj": write_scan(folder / "bust.obj", bust),
        "bvh": write_walk(folder / "walk.bvh", frames=12, pace=1.0),
        "safetensors": write_weights(folder / "voice.safetensors", {"speaker": "Liora"}),
    }
