"""A Debian package around the finished program: below /opt, with its command, its place in the menu and its file type.

No script runs when it is installed: menu, file types and icons are seen to by what Debian has for them.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from system_libraries import LIBRARIES, X11_LIBRARIES

_PLACES = {  # where each file of share/ belongs
    "likeness.desktop": "usr/share/applications",
    "likeness.xml": "usr/share/mime/packages",
    "application-vnd.likeness.svg": "usr/share/icons/hicolor/scalable/mimetypes",
    "copyright": "usr/share/doc/likeness",
}
_CONTROL = """Package: likeness
Version: {version}
Architecture: {machine}
Maintainer: The makers of Likeness <likeness@localhost>
Installed-Size: {size}
Depends: libc6 (>= 2.36), {libraries}
Section: misc
Priority: optional
Description: registry of a performer's own digital doubles
 She records her scans and voice models, grants narrow signed licences, and
 sees every use outside them. Licences are signed papers with a code that
 anybody can check without a network.
"""


def make_deb(program: Path, share: Path, changes: Path, version: str, out: Path) -> Path:
    """Return the package of a program; `share` holds what a desktop wants, `changes` what is new."""
    root = out / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / "opt" / "likeness", symlinks=True)
    for name, place in _PLACES.items():
        _put(root / place / name, (share / name).read_bytes())
    _put(root / "usr/share/icons/hicolor/scalable/apps/likeness.svg", _icon(program))
    _put(root / "usr/share/man/man1/likeness.1.gz", gzip.compress((share / "likeness.1").read_bytes(), mtime=0))
    _put(root / "usr/share/doc/likeness/CHANGELOG.md.gz", gzip.compress(changes.read_bytes(), mtime=0))
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "likeness").symlink_to("/opt/likeness/likeness")
    _control(root, version)
    file = out / f"likeness_{version}_{_machine()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z2", "--build", str(root), str(file)], check=True,
                   capture_output=True)  # fmt: skip
    shutil.rmtree(root)
    return file


def _icon(program: Path) -> bytes:
    return next(program.rglob("resources/art/icon.svg")).read_bytes()


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _machine() -> str:
    return subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()


def _control(root: Path, version: str) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    sums = "".join(f"{hashlib.md5(one.read_bytes()).hexdigest()}  {one.relative_to(root)}\n" for one in files)  # noqa: S324
    size = sum(path.stat().st_size for path in files) // 1024
    libraries = ", ".join(package for _, package, _ in (*LIBRARIES, *X11_LIBRARIES))
    _put(root / "DEBIAN" / "md5sums", sums.encode())
    told = _CONTROL.format(version=version, machine=_machine(), size=size, libraries=libraries)
    _put(root / "DEBIAN" / "control", told.encode())
