"""Whether a window can be shown here, asked before Qt is: what Qt cannot do it says in its own words, and aborts.

- Only Linux is asked: elsewhere there is always a display, and Qt brings all it needs.
- Whoever names a platform (QT_QPA_PLATFORM) is taken at his word.
- Qt's part for a display is loaded as Qt itself will: the first library that is missing is the answer.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from likeness.errors import Broken

_WAYS = {"WAYLAND_DISPLAY": "libqwayland.so", "DISPLAY": "libqxcb.so"}  # in the order in which Qt tries them
_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[\w.]*)")


def need_display() -> None:
    """Return if Qt can show a window; else raise Broken ("no-display", "no-window-library")."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    ways = [part for display, part in _WAYS.items() if os.environ.get(display)]
    if not ways:
        raise Broken("no-display")
    missing = [_missing(part) for part in ways]
    if all(missing):
        raise Broken("no-window-library", wanted=missing[-1])
    if ways == ["libqxcb.so"] and not _x_answers():
        raise Broken("display-silent", wanted=os.environ["DISPLAY"])


def _missing(part: str) -> str:
    """Return the library that a part of Qt lacks; empty if it lacks none, or lies where only Qt finds it."""
    qt = find_spec("PySide6")
    file = Path(qt.origin).with_name("Qt") / "plugins" / "platforms" / part if qt and qt.origin else None
    if file is None or not file.exists():
        return ""
    try:
        ctypes.CDLL(str(file))
    except OSError as why:
        told = str(why.__cause__ or why.__context__ or why)  # a bundle puts words of its own before the system's
        named = _LIBRARY.search(told)
        return named[1] if named else told
    return ""


def _x_answers() -> bool:
    """Tell whether the X display that the environment names takes a connection."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    for call in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        call.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    silent = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not silent
