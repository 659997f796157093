"""Read a file of a likeness: fingerprint it, find out what it is, and say what it holds.

- The fingerprint comes first and always; what is inside is a courtesy that may fail without harm.
- A family's reader lies in its own file, imported only when such a file comes, for each brings a heavy library.
- A reader answers with `Inside` or raises Unreadable; anything a foreign parser throws has become that before.
"""

from __future__ import annotations

from pathlib import Path

from likeness.errors import Unreadable
from likeness.media.facts import DAMAGED, FINGERPRINT_ONLY, Inside, MediaFacts
from likeness.media.fingerprint import Cancelled, Progress, fingerprint
from likeness.media.sniff import HEAD, MESHES, OTHER, PICTURES, SOUND, sniff


def read_media(path: Path | str, progress: Progress | None = None, cancelled: Cancelled | None = None) -> MediaFacts:
    """Return what is known of the file at `path`.

    `progress(done, total)` counts bytes; `cancelled()` is asked every megabyte. Raises Unreadable if the file itself
    cannot be read and Refused ("cancelled"). A file that is damaged inside is still fingerprinted: see `inside`.
    """
    path = Path(path)
    size, sha256 = fingerprint(path, progress, cancelled)
    form, found = look_inside(path, size, cancelled)
    return MediaFacts(found.kind, form, size, sha256, found.facts, found.preview, found.preview_kind, found.inside)


def look_inside(path: Path, size: int, cancelled: Cancelled | None = None) -> tuple[str, Inside]:
    """Return the family of a file of `size` bytes, and what it holds as far as we can read it."""
    form = OTHER
    try:
        with path.open("rb") as handle:
            form = sniff(handle.read(HEAD), size)
        return form, _inside(path, form, size, cancelled)
    except Unreadable as fault:
        return form, Inside(None, {}, inside=fault.code)
    except OSError:  # gone, or changed hands, since it was fingerprinted
        return form, Inside(None, {}, inside=DAMAGED)


def _inside(path: Path, form: str, size: int, cancelled: Cancelled | None) -> Inside:
    """Hand the file to its family. Each import is late because its library costs 50 to 400 ms."""
    if form in SOUND:
        from likeness.media.sound import read_sound  # noqa: PLC0415  soundfile

        return read_sound(path, form, size, cancelled)
    if form in PICTURES:
        from likeness.media.picture import read_picture  # noqa: PLC0415  Pillow

        return read_picture(path, form)
    if form in MESHES:
        from likeness.media.mesh import read_mesh  # noqa: PLC0415  trimesh

        return read_mesh(path, form, size)
    if form == "bvh":
        from likeness.media.movement import read_movement  # noqa: PLC0415  rare, like the others

        return read_movement(path)
    if form == "safetensors":
        from likeness.media.weights import read_weights  # noqa: PLC0415  rare, like the others

        return read_weights(path, size)
    return Inside(None, {}, inside=FINGERPRINT_ONLY)
