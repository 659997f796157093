#!/usr/bin/env python3
"""Sets Likeness up and starts it: one command for people, one for tests. Standard library only.

- The environment lies in .venv beside this file. Its stamp names the locks, the project file, the Python and
  the folder it was made for; while they are the same, nothing is installed and no network is touched.
- Libraries come from packaging/lock.txt with hashes; the project itself is built without isolation, for the
  build backend stands in the same lock.
- What Qt needs from the system is looked up by name. As root on Debian it is installed; otherwise the one
  command that installs it is printed and nothing is changed.
- Every failure is one plain sentence and what to do, on stderr, with exit code 1; wrong words exit with 2.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "packaging"))

from system_libraries import (  # noqa: E402  the folder above must be known first
    StopError,
    need_libraries,
    need_venv,
    offer_for_tests,
    say,
    tail,
)

VENV = HERE / ".venv"
STAMP = VENV / "likeness-stamp.json"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCK = HERE / "packaging" / "lock.txt"
TEST_LOCK = HERE / "packaging" / "lock-test.txt"
BUNDLE_LOCK = HERE / "packaging" / "lock-bundle.txt"

HELP = """python3 run.py [--no-system] [COMMAND]

(none)    the window on an invented world; without a display the same job as pictures and papers
test      the tests (further words go to pytest)
window    the window on your own registry
demo      the invented world, built anew, and the window on it
check     format, lint, types, floors
bench     the budgets, as ratios in one run
bundle    the program for people without Python, in dist/: a folder, an archive, on Debian a package

--no-system   never install system libraries, only say which are missing
"""


def stop_if_too_old() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  this file is what tells people so
        found = ".".join(str(part) for part in sys.version_info[:3])
        raise StopError(f"Likeness needs Python 3.11 or later; this is {found}. Start run.py with a newer one.")


# ------------------------------------------------------------------------------------- the environment


def stamp_for(*, tests: bool) -> dict[str, str]:
    """What the environment was made from; the same answer means that nothing is to be done."""
    sources = [LOCK, HERE / "pyproject.toml", *([TEST_LOCK] if tests else [])]
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sources}
    return digests | {"folder": str(HERE), "python": f"{sys.version_info[0]}.{sys.version_info[1]}"}


def standing_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_current(wanted: dict[str, str]) -> bool:
    return PYTHON.exists() and wanted.items() <= standing_stamp().items()


def make_environment() -> None:
    """Make .venv, or keep one that still runs on this Python in this folder."""
    stamp = standing_stamp()
    moved = stamp.get("folder", str(HERE)) != str(HERE)
    version = [str(PYTHON), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    if PYTHON.exists() and not moved:
        answer = subprocess.run(version, capture_output=True, text=True, check=False)
        if answer.stdout.strip() == f"{sys.version_info[0]}.{sys.version_info[1]}":
            return
    if VENV.exists():
        if not (VENV / "pyvenv.cfg").exists():
            raise StopError(f"{VENV} is in the way and is no Python environment. Move it and start again.")
        say("The environment is from another Python or folder: making it anew.")
        shutil.rmtree(VENV)
    say(f"Making an environment in {VENV}")
    base = getattr(sys, "_base_executable", sys.executable) or sys.executable
    made = subprocess.run([base, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise StopError(f"The environment could not be made:\n{tail(made.stdout + made.stderr)}")


def pip(words: Sequence[str], total: int) -> None:
    """Run pip and tell how far it is; its own words are shown only when it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--progress-bar=off"]
    seen: list[str] = []
    count = 0
    with subprocess.Popen(
        [*command, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"},
        cwd=HERE,
    ) as process:
        for line in process.stdout or ():
            seen.append(line)
            if line.startswith(("Collecting", "Requirement already")) and total:
                count += 1
                if count % 10 == 0 or count == total:
                    say(f"  {count} of {total} libraries")
            elif line.startswith("Installing collected") and total:
                say("  unpacking")
    if process.returncode:
        hint = "The first start needs the network, and about 1.2 GB of room on the disk."
        raise StopError(f"The libraries could not be installed. {hint}\n{tail(''.join(seen))}")


def lines_of(lock: Path) -> int:
    """How many libraries of a lock concern this system, roughly: those without a condition."""
    return sum("==" in line and ";" not in line for line in lock.read_text("utf-8").splitlines())


def set_up(*, tests: bool, may_install: bool) -> None:
    wanted = stamp_for(tests=tests)
    if is_current(wanted):
        return
    if not PYTHON.exists():
        need_venv(may_install=may_install)
    make_environment()
    lock = TEST_LOCK if tests else LOCK
    say("Installing the libraries (once; about half a minute)")
    STAMP.unlink(missing_ok=True)
    pip(["--require-hashes", "--only-binary=:all:", "-r", str(lock)], lines_of(lock))
    pip(["--no-deps", "--no-build-isolation", "-e", str(HERE)], 0)
    STAMP.write_text(json.dumps(wanted, indent=1), "utf-8")


def has_display() -> bool:
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# -------------------------------------------------------------------------------------------- commands


def hand_over(words: Sequence[str], **env: str) -> NoReturn:
    """Become the program itself, so that nothing of this script stands between it and the terminal."""
    command = [str(PYTHON), *words]
    full = os.environ | env
    if WINDOWS:
        raise SystemExit(subprocess.call(command, env=full, cwd=HERE))
    os.chdir(HERE)
    os.execve(PYTHON, command, full)  # noqa: S606  no shell: this is the program, with its words as a list


def tests(words: Sequence[str]) -> NoReturn:
    spread = [] if any(word.startswith(("-n", "--pdb")) for word in words) else ["-n", workers()]
    hand_over(["-m", "pytest", *spread, *words], QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1")


def workers() -> str:
    """Two at most: the tests are small, and each worker loads Qt."""
    return str(min(2, os.cpu_count() or 1))


def checks() -> int:
    bin_ = PYTHON.parent
    failed = []
    for words in (["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy"], ["lint-imports"]):
        say("$ " + " ".join(words))
        if subprocess.call([str(bin_ / words[0]), *words[1:]], cwd=HERE):
            failed.append(" ".join(words))
    say("All good." if not failed else "Not good: " + ", ".join(failed))
    return 1 if failed else 0


def window_or_tour(words: Sequence[str], *, anew: bool) -> NoReturn:
    folder = HERE / "demo"
    if not has_display() and "--no-window" not in words:
        say("There is no display: doing the main job as pictures and papers instead.")
        hand_over(["-m", "seeds.tour", "--out", str(HERE / "tour")], QT_QPA_PLATFORM="offscreen")
    if anew and (folder / "likeness-demo.json").exists():  # only ever a folder that the demo itself made
        shutil.rmtree(folder)
    where = [] if "--dir" in words else ["--dir", str(folder)]
    hand_over(["-m", "ui.launch", "demo", *where, *words])


def start(command: str, words: Sequence[str], *, may_install: bool) -> int:
    window = command in {"", "window", "demo"} and has_display()
    set_up(tests=command in {"test", "check", "bench"}, may_install=may_install)
    if command != "check":
        need_libraries(window=window, may_install=may_install)
    if command == "test":
        offer_for_tests(may_install=may_install)
        tests(words)
    if command == "check":
        return checks()
    if command == "bench":
        hand_over(["-m", "tests.speed.bench", *words], QT_QPA_PLATFORM="offscreen")
    if command == "bundle":
        pip(["--require-hashes", "--only-binary=:all:", "-r", str(BUNDLE_LOCK)], 0)
        hand_over([str(HERE / "packaging" / "bundle" / "build.py"), *words])
    if command == "window":
        if not window:
            raise StopError("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).")
        hand_over(["-m", "ui.launch", *words])
    window_or_tour(words, anew=command == "demo")


def main(words: list[str]) -> int:
    may_install = "--no-system" not in words
    words = [word for word in words if word != "--no-system"]
    if words[:1] in (["-h"], ["--help"], ["help"]):
        print(HELP, end="")
        return 0
    command = words.pop(0) if words else ""
    if command not in {"", "test", "window", "demo", "check", "bench", "bundle"}:
        say(f"run.py does not know {command!r}.\n\n{HELP}")
        return 2
    try:
        stop_if_too_old()
        return start(command, words, may_install=may_install)
    except StopError as problem:
        say(str(problem))
    except OSError as problem:
        say(f"{problem.filename or 'The system'}: {problem.strerror or problem}. Nothing else was done.")
    except KeyboardInterrupt:
        say("Stopped. The next start goes on from here.")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
