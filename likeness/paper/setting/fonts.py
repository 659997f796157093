"""The fonts a page may be set in: those we ship, and an optional pack of ours for letters that are too large to ship.

1. Fonts of the system are never used: the same text looks the same, and is the same bytes, on every computer.
2. A pack is known by its SHA-256 (`resources/fonts/packs.toml`); any other file under its name is left alone.
3. The pack is used, and named in the file, only where a text needs it: all others stay the same with and without it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from likeness.errors import Refused
from likeness.values.keep import keep_file, read_file
from likeness.values.resource import resource

SHIPPED = (
    "Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf",
    "NotoSansArabic-Regular.ttf", "NotoSansArabic-SemiBold.ttf", "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-SemiBold.ttf",
)  # fmt: skip
_FAMILIES = ("Inter", "Noto Sans Arabic", "Noto Sans Hebrew")
_HAN = r"\u2e80-\u2fff\u3000-\u303f\u31c0-\u31ef\u3200-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_KANA, _HANGUL = r"\u3040-\u30ff\u31f0-\u31ff", r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"
_PACKED = re.compile(f"[{_HAN}{_KANA}{_HANGUL}]")
_SCRIPTS = (("hangul", re.compile(f"[{_HANGUL}]")), ("kana", re.compile(f"[{_KANA}]")), ("han", _PACKED))


@dataclass(frozen=True)
class Pack:
    """A font file that a person may add: its name here, its file name, SHA-256 (64 hex digits), size and families."""

    id: str
    file: str
    sha256: str
    size: int
    scripts: str
    source: str
    families: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shelf:
    """Where the fonts of one page lie, the families in the order in which a letter is looked for, and their print."""

    folders: tuple[str, ...]
    families: tuple[str, ...]
    fingerprint: str


def packs() -> tuple[Pack, ...]:
    """Return the packs we know."""
    told = tomllib.loads(resource("fonts", "packs.toml").read_text(encoding="utf-8"))["pack"]
    return tuple(
        Pack(one["id"], one["file"], one["sha256"], one["bytes"], one["scripts"], one["source"],
             tuple(one["families"].items()))
        for one in told
    )  # fmt: skip


def install_pack(path: Path) -> Pack:
    """Keep a font file that is one of our packs where pages find it; raise Refused ("unknown-font") if it is none."""
    known = packs()
    data = read_file(path, max(pack.size for pack in known))
    print_ = sha256(data).hexdigest()
    pack = next((one for one in known if one.sha256 == print_), None)
    if pack is None:
        raise Refused("unknown-font", file=str(path), name=", ".join(one.file for one in known))
    keep_file(_place(pack) / pack.file, data)
    _installed.cache_clear()
    return pack


def installed_packs() -> tuple[Pack, ...]:
    """Return the packs that are here, whole and unchanged."""
    return tuple(pack for pack in packs() if _installed(pack))


def in_a_pack(letter: str) -> bool:
    """Tell whether a letter is of the scripts that a pack brings."""
    return _PACKED.match(letter) is not None


def lacks_pack(text: str) -> Pack | None:
    """Return the pack that would bring the letters of a text, where it is not here."""
    if not _PACKED.search(text):
        return None
    return next((pack for pack in packs() if not _installed(pack)), None)


def shelf_for(text: str) -> Shelf:
    """Return the fonts a text is set in: ours, and the pack where the text needs it and it is here."""
    shipped = str(resource("fonts"))
    pack = next(iter(installed_packs()), None) if _PACKED.search(text) else None
    if pack is None:
        return Shelf((shipped,), _FAMILIES, shipped_print())
    families = dict(pack.families)
    order = [families[name] for name, letters in _SCRIPTS if letters.search(text)]
    both = sha256((shipped_print() + pack.sha256).encode()).hexdigest()[:16]
    return Shelf((shipped, str(_place(pack))), (*_FAMILIES, *order), both)


@lru_cache(maxsize=1)
def shipped_print() -> str:
    """Return the fingerprint of the shipped fonts: 16 hex digits."""
    return sha256(b"".join(sha256(resource("fonts", name).read_bytes()).digest() for name in SHIPPED)).hexdigest()[:16]


def _place(pack: Pack) -> Path:
    return user_data_path("likeness", appauthor=False) / "fonts" / pack.id


@lru_cache(maxsize=4)
def _installed(pack: Pack) -> bool:
    """Look once a process: 19 MB are hashed. A folder with anything else in it is not ours to read."""
    folder = _place(pack)
    try:
        names = sorted(each.name for each in folder.iterdir())
        return names == [pack.file] and sha256((folder / pack.file).read_bytes()).hexdigest() == pack.sha256
    except OSError:
        return False
