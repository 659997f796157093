"""What Qt and Python need from the operating system: found, installed as root on Debian, or asked for.

- Looking for a library is loading it by its soname: about 15 ms for them all, so it is done at each start.
- Nothing is installed unless this is root on a system with apt-get, and then only what is missing.
- Otherwise the one command that installs it is the message, and nothing is changed.
- Standard library only; run.py imports this before there is an environment.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

Library = tuple[str, str, str]

# soname, Debian package, Arch package; RPM systems are asked for the soname itself.
# The first eight are needed even to draw into a picture, the others by a window under X11.
LIBRARIES: tuple[Library, ...] = (
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    ("libGL.so.1", "libgl1", "libglvnd"),
    ("libEGL.so.1", "libegl1", "libglvnd"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libfreetype.so.6", "libfreetype6", "freetype2"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    ("libbrotlidec.so.1", "libbrotli1", "brotli"),
)
X11_LIBRARIES: tuple[Library, ...] = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

# What the camera stands on. Without it the window says how to do without one, and its tests are skipped.
CAMERA: Library = ("libpulse.so.0", "libpulse0", "libpulse")
# Other people's readers of PDF: program, Debian package.
PROGRAMS = (("qpdf", "qpdf"), ("pdfsig", "poppler-utils"))


class StopError(Exception):
    """Something a person must know; the text is the whole message."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def tail(text: str, lines: int = 12) -> str:
    return "\n".join("  " + line for line in text.strip().splitlines()[-lines:])


def is_root_on_debian() -> bool:
    return os.name != "nt" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> None:
    say("Installing from the system's packages: " + " ".join(packages))
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *words], env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise StopError(f"apt-get {words[0]} failed:\n{tail(done.stdout + done.stderr)}")


def need_venv(*, may_install: bool) -> None:
    """Debian keeps Python's own venv in a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return
    if not (may_install and is_root_on_debian()):
        raise StopError("Python's venv is missing. Install it with\n  sudo apt-get install python3-venv")
    apt_install(["python3-venv"])
    importlib.invalidate_caches()


def is_missing(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return True
    return False


def missing_libraries(*, window: bool) -> list[Library]:
    if not sys.platform.startswith("linux"):
        return []  # Qt's wheels bring all they need on macOS and Windows
    table = LIBRARIES + (X11_LIBRARIES if window and os.environ.get("DISPLAY") else ())
    return [row for row in table if is_missing(row[0])]


def command_for(missing: Sequence[Library]) -> str:
    """The one line that installs what is missing, in the words of this system."""
    by_soname = " ".join(f"'{soname}()(64bit)'" for soname, _, _ in missing)
    if shutil.which("apt-get"):
        return "sudo apt-get install " + " ".join(package for _, package, _ in missing)
    if shutil.which("dnf"):
        return "sudo dnf install " + by_soname
    if shutil.which("zypper"):
        return "sudo zypper install " + by_soname
    if shutil.which("pacman"):
        return "sudo pacman -S " + " ".join(sorted({package for _, _, package in missing}))
    return "(install the libraries " + ", ".join(soname for soname, _, _ in missing) + ")"


def need_libraries(*, window: bool, may_install: bool) -> None:
    missing = missing_libraries(window=window)
    if missing and may_install and is_root_on_debian():
        apt_install([package for _, package, _ in missing])
        missing = missing_libraries(window=window)
    if missing:
        raise StopError(f"Qt needs libraries of the system. Install them with\n  {command_for(missing)}")


def offer_for_tests(*, may_install: bool) -> None:
    """Bring what some tests ask for, a second opinion on our papers and the camera; without it they are skipped."""
    missing = [package for program, package in PROGRAMS if shutil.which(program) is None]
    missing += [CAMERA[1]] if sys.platform.startswith("linux") and is_missing(CAMERA[0]) else []
    if not (missing and may_install and is_root_on_debian()):
        return
    try:
        apt_install(missing)
    except StopError as problem:
        say(f"{problem}\nSome tests will be skipped.")
