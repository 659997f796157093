"""A model's weights (safetensors): what the header says. The weights themselves are never loaded.

The form: 8 bytes little-endian length, a JSON object {name: {dtype, shape, data_offsets}} with an optional
`__metadata__` of texts, then the tensors, which cover the rest of the file without gap or overlap.
"""

from __future__ import annotations

from math import prod
from pathlib import Path
from typing import Any

from likeness.errors import Unreadable
from likeness.media.facts import Fact, Inside, damaged, plain, too_large
from likeness.values.strict_json import read_json

_LONGEST_HEADER = 16 * 1024 * 1024
_MOST_LISTED = 64
_BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8, "U16": 16, "I16": 16, "F16": 16,
    "BF16": 16, "U32": 32, "I32": 32, "F32": 32, "U64": 64, "I64": 64, "F64": 64, "C64": 64, "F4": 4,
    "F6_E2M3": 6, "F6_E3M2": 6,
}  # fmt: skip
_WORDS = (
    ("singing-voice-model", ("singing", "sung", "chant")),
    ("voice-model", ("voice", "voix", "speech", "speaker", "vocoder", "tts", "phoneme", "mel")),
    ("face-model", ("face", "flame", "visage", "head-avatar")),
)


def read_weights(path: Path, size: int) -> Inside:
    """Return number of tensors and parameters, their names, shapes and types, and what the file says about itself."""
    header = _header(path, size)
    about = header.pop("__metadata__", {})
    if not isinstance(about, dict):
        raise damaged("metadata is no object")
    spans, shapes, parameters, dtypes = [], [], 0, set()
    for name, tensor in header.items():
        dtype, shape, start, end = _tensor(tensor)
        if (end - start) * 8 != prod(shape) * _BITS[dtype]:
            raise damaged(f"{plain(name)}: shape and length differ")
        spans.append((start, end))
        shapes.append(f"{plain(name, 80)}: {'x'.join(str(side) for side in shape) or '1'} {dtype}")
        parameters += prod(shape)
        dtypes.add(dtype)
    _refuse_gaps(spans)
    facts: dict[str, Fact] = {
        "tensors": len(spans),
        "parameters": parameters,
        "dtypes": sorted(dtypes),
        "shapes": shapes[:_MOST_LISTED],
        "about": [f"{plain(key, 60)}: {plain(value)}" for key, value in about.items()][:_MOST_LISTED],
    }
    return Inside(_kind([*map(str, about), *map(str, about.values()), *header]), facts)


def _header(path: Path, size: int) -> dict[str, Any]:
    with path.open("rb") as handle:
        length = int.from_bytes(handle.read(8), "little")
        if length > _LONGEST_HEADER:
            raise too_large("header")
        text = handle.read(length)
    try:
        header = read_json(text)
    except Unreadable as fault:
        raise damaged(fault.code) from fault
    if not isinstance(header, dict):
        raise damaged("header is no object")
    ends = [
        tensor["data_offsets"][1] for name, tensor in header.items() if name != "__metadata__" and _is_tensor(tensor)
    ]
    if max(ends, default=0) != size - 8 - length:
        raise damaged("length")
    return header


def _is_tensor(value: object) -> bool:
    if not isinstance(value, dict) or not value.keys() >= {"dtype", "shape", "data_offsets"}:
        return False
    shape, offsets = value["shape"], value["data_offsets"]
    numbers = isinstance(shape, list) and isinstance(offsets, list) and len(offsets) == 2 and len(shape) <= 16
    return numbers and all(type(number) is int and number >= 0 for number in (*shape, *offsets))


def _tensor(value: Any) -> tuple[str, list[int], int, int]:
    if not _is_tensor(value) or value["dtype"] not in _BITS:
        raise damaged("tensor")
    start, end = value["data_offsets"]
    return value["dtype"], value["shape"], start, end


def _refuse_gaps(spans: list[tuple[int, int]]) -> None:
    at = 0
    for start, end in sorted(spans):
        if start != at or end < start:
            raise damaged("gap between tensors")
        at = end


def _kind(words: list[str]) -> str | None:
    """The kind of model, from the words it uses about itself; None if it uses none of ours."""
    text = " ".join(words).lower()[:100_000]
    return next((kind for kind, signs in _WORDS if any(sign in text for sign in signs)), None)
