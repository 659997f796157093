"""Six likenesses of two performers, with their files made on the spot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from likeness.acts.doubles.record_double import NewDouble
from seeds.calendar import Calendar
from seeds.media import write_flac, write_portrait, write_scan, write_voice, write_walk, write_weights
from seeds.shapes import body, head


def make_doubles(folder: Path, calendar: Calendar) -> list[NewDouble]:
    """Write the files below `folder` and return what is to be recorded, sources before what derives from them."""
    folder.mkdir(parents=True, exist_ok=True)
    recorded = calendar.day("2025-03-12")
    scanned = calendar.day("2025-03-13")
    found = [
        NewDouble(
            "liora-sessions", "voice-recording", "Studio sessions, English and French",
            paths=_sessions(folder), captured_on=recorded, reason="Source of the voice model",
            delete_by=calendar.day("2035-03-14"),
        ),
        NewDouble(
            "liora-voice-2025", "voice-model", "Speaking voice, studio",
            paths=(_model(folder),), derived_from=("liora-sessions",), captured_on=calendar.day("2025-03-14"),
        ),
        NewDouble("liora-face-2025", "face-scan", "Neutral face", paths=_face(folder), captured_on=scanned),
        NewDouble("liora-body-2025", "body-scan", "Full body, standing", paths=_body(folder), captured_on=scanned),
        NewDouble("liora-mocap-2025", "motion-capture", "Walk and run, two takes", paths=_walks(folder),
                  captured_on=calendar.day("2025-03-18")),
        NewDouble(
            "odalric-sessions-2019", "voice-recording", "Reading of The Low Country", performer="odalric",
            performer_name="Odalric Penhew", paths=_reading(folder), captured_on=calendar.day("2019-06-04"),
            reason="Kept for his estate",
        ),
    ]  # fmt: skip
    return [
        one if one.performer else replace(one, performer="liora", performer_name="Liora Vantreight") for one in found
    ]


def _sessions(folder: Path) -> tuple[Path, ...]:
    english = write_voice(folder / "liora-sessions-en-take-004.wav", seconds=4.0, pitch=196, phrase=1)
    french = write_voice(folder / "liora-sessions-fr-take-011.wav", seconds=3.2, pitch=204, phrase=2)
    packed = write_flac(folder / "liora-sessions-fr-take-011.flac", french)
    french.unlink()
    return english, packed


def _model(folder: Path) -> Path:
    about = {
        "performer": "Liora Vantreight",
        "derived_from": "liora-sessions",
        "languages": "en, fr",
        "builder": "Vellowe Voice",
        "kind": "voice model",
    }
    return write_weights(folder / "liora-voice-2025.safetensors", about)


def _face(folder: Path) -> tuple[Path, ...]:
    bust = head()
    return (
        write_scan(folder / "liora-face-2025.glb", bust),
        write_portrait(folder / "liora-face-still-030.png", bust, ground=(74, 82, 96)),
        write_portrait(folder / "liora-face-still-030.jpg", bust, ground=(74, 82, 96)),
    )


def _body(folder: Path) -> tuple[Path, ...]:
    figure = body()
    return (
        write_scan(folder / "liora-body-2025.ply", figure),
        write_scan(folder / "liora-body-2025-light.obj", body(sides=12)),
    )


def _walks(folder: Path) -> tuple[Path, ...]:
    return (
        write_walk(folder / "liora-mocap-2025-walk-01.bvh", frames=180, pace=0.9),
        write_walk(folder / "liora-mocap-2025-run-02.bvh", frames=120, pace=1.7),
    )


def _reading(folder: Path) -> tuple[Path, ...]:
    return (write_voice(folder / "odalric-sessions-2019-low-country.wav", seconds=4.0, pitch=104, phrase=3),)
