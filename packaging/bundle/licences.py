"""The licences of everybody whose work is in the program, as their packages bring them.

PySide6 brings none of its own: the texts of the GNU licences, version 3, lie in share/.
"""

from __future__ import annotations

import platform
import re
import shutil
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_GNU = ("LGPL-3.0.txt", "GPL-3.0.txt")
_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def gather_licences(lock: Path, share: Path, folder: Path) -> None:
    """Copy licence texts of the libraries in a lock below `folder`, and list what each states, in `list.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in _GNU:
        shutil.copy(share / name, folder)
    lines = [f"Python {platform.python_version()}: PSF-2.0; libraries of the system that lie beside it: as it has them"]
    for name in dict.fromkeys(re.findall(r"^([\w.-]+)==", lock.read_text("utf-8"), re.MULTILINE)):
        try:
            found = distribution(name)
        except PackageNotFoundError:  # of another system
            continue
        lines.append(f"{name} {found.version}: {_stated(found)}")
        _copy(found, folder / name)
    (folder / "list.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _stated(found: Distribution) -> str:
    said = found.metadata.json
    marks = [text.rsplit(" :: ", 1)[-1] for text in said.get("classifier", ()) if text.startswith("License ::")]
    free = str(said.get("license", "see its files")).split("\n", 1)[0]
    return str(said.get("license_expression") or ", ".join(marks) or free)


def _copy(found: Distribution, folder: Path) -> None:
    for file in found.files or ():
        text = Path(str(found.locate_file(file)))
        if _TEXT.search(file.name) and ".dist-info" in str(file) and text.is_file():
            folder.mkdir(exist_ok=True)
            shutil.copy(text, folder / file.name)
