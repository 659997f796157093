"""Which families of files a kind of likeness is made of. A hint for whoever records one; nothing is refused by it."""

from __future__ import annotations

from likeness.media.sniff import MESHES, PICTURES, SOUND

_SEEN = ("face-scan", "body-scan", "photogrammetry", "volumetric-capture", "face-model", "full-double")
_HEARD = ("voice-recording", "voice-model", "singing-voice-model", "performance-recording", "full-double")
_KINDS = {
    **dict.fromkeys(SOUND, _HEARD),
    **dict.fromkeys(PICTURES, (*_SEEN, "performance-recording", "name-or-signature")),
    **dict.fromkeys(MESHES, (*_SEEN, "motion-capture")),
    "bvh": ("motion-capture", "performance-recording", "volumetric-capture", "full-double"),
    "safetensors": (*_SEEN, "voice-model", "singing-voice-model"),
}


def may_hold(form: str, kind: str) -> bool:
    """Tell whether a file of this family (`likeness.media.sniff`) may hold a likeness of this kind.

    A family that cannot be read inside may hold anything.
    """
    return kind in _KINDS.get(form, (kind,))
