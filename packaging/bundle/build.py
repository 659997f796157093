"""Makes the program for people without Python: a folder, an archive of it, and on Debian a package.

`python3 run.py bundle [--to FOLDER]` comes here with the environment set up.

1. PyInstaller puts it together (`likeness.spec`), with the licence of everybody whose work is in it (`licences.py`).
2. It is tried as a stranger would, in an empty environment (`trial.py`); what fails there is not packed.
3. It is packed: `.tar.gz` (`.zip` on Windows), and `.deb` where `dpkg-deb` is (`debian.py`).

What it makes runs on the kind of system it was made on. Signing and notarising it for macOS and Windows needs keys
that only its publisher has: it is not pretended here.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from debian import make_deb
from licences import gather_licences
from trial import FailedError, try_out

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from system_libraries import say  # noqa: E402  the folder above must be known first

HOUSE = HERE.parents[1]


def main(words: list[str]) -> int:
    """Build, try and pack; returns 1 where the trial failed, 2 for wrong words."""
    if words and (len(words) != 2 or words[0] != "--to"):
        say("python3 run.py bundle [--to FOLDER]")
        return 2
    out = (Path(words[1]) if words else HOUSE / "dist").absolute()
    say("Putting the program together (about a minute)")
    program = _freeze(out)
    gather_licences(HOUSE / "packaging" / "lock.txt", HERE / "share", program / "licences")
    say("Trying it as a stranger would")
    try:
        try_out(program)
    except FailedError as why:
        say(f"It does not work, so it is not packed. {why}")
        return 1
    say("Packing it")
    for packed in _pack(program, out):
        say(f"{packed}  {packed.stat().st_size / 1e6:.0f} MB")
    return 0


def _freeze(out: Path) -> Path:
    work = out / "work"
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", str(out),
         "--workpath", str(work), str(HERE / "likeness.spec")],
        check=True,
    )  # fmt: skip
    shutil.rmtree(work)
    return out / "likeness"


def _pack(program: Path, out: Path) -> list[Path]:
    name = f"likeness-{version()}-{sys.platform}-{platform.machine().lower()}"
    kind = "zip" if sys.platform == "win32" else "gztar"
    packed = [Path(shutil.make_archive(str(out / name), kind, out, program.name))]
    if shutil.which("dpkg-deb"):
        packed.append(make_deb(program, HERE / "share", HOUSE / "CHANGELOG.md", version(), out))
    return packed


def version() -> str:
    """Return the version that pyproject.toml states."""
    return str(tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["version"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
