"""The finished program, tried as a stranger would: in an empty environment, with nothing of this checkout in reach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_STAYS_OPEN = 8  # seconds
_ENDING = ".exe" if sys.platform == "win32" else ""


class FailedError(Exception):
    """What did not work, with what was said."""


def try_out(program: Path) -> None:
    """Build the demo, export a licence, check its papers, judge the report, open the window; raise FailedError."""
    _look_whole(program)
    with TemporaryDirectory() as folder:
        home, demo = Path(folder), Path(folder) / "demo"
        run = Run(program / f"likeness{_ENDING}", home, demo / "liora.registry")
        run.knows(run("demo", "--dir", demo, "--no-window")["passphrase"])
        papers = {Path(path).suffix: path for path in run("licence", "export", "2026-0002", "--to", home)["files"]}
        for ending in (".pdf", ".png", ".likeness"):
            answer = run("verify", papers[ending])
            if answer["answer"] != "valid" or (ending == ".pdf" and not _compared(answer)):
                raise FailedError(f"{ending}: {answer}")
        if run("use", "import", "--dry-run", demo / "reports" / "tidewrack-usage.csv")["rows"] == 0:
            raise FailedError("The report has no rows.")
        run.stays_open("window", papers[".pdf"])


def _look_whole(program: Path) -> None:
    """Look that no part of Qt misses another one: a camera or a printer that is not loaded would say nothing."""
    if not sys.platform.startswith("linux"):
        return
    parts = [str(path) for path in program.rglob("PySide6/Qt/**/*.so*") if path.is_file()]
    said = subprocess.run(["ldd", *parts], capture_output=True, text=True, check=False).stdout
    missing = {line.split()[0] for line in said.splitlines() if "not found" in line and "libQt6" in line}
    if missing:
        raise FailedError(f"Parts of Qt are missing: {', '.join(sorted(missing))}")


def _compared(answer: dict[str, Any]) -> bool:
    """Tell whether the page was made again and is the same: only with all that makes a page on board."""
    return any(step["step"] == "paper" and "its page is the one" in step["detail"] for step in answer["steps"])


class Run:
    """Runs the program with nothing in its environment but a home, and reads its JSON."""

    def __init__(self, program: Path, home: Path, registry: Path) -> None:
        self._program, self._registry = program, registry
        needed = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "PATH") if name in os.environ}
        self._env = needed | {
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def knows(self, passphrase: str) -> None:
        """Give the passphrase of the registry from now on."""
        self._env["LIKENESS_PASSPHRASE"] = passphrase

    def _line(self, words: tuple[object, ...]) -> list[str]:
        return [str(self._program), *map(str, words), "--registry", str(self._registry)]

    def __call__(self, *words: object) -> Any:
        """Return what a command answers; raise FailedError if it says no."""
        done = subprocess.run(
            [*self._line(words), "--json"], env=self._env, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise FailedError(f"{' '.join(map(str, words))}: {done.returncode}, {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def stays_open(self, *words: object) -> None:
        """Open the window and look that it is still there after a while, and had nothing to complain of."""
        with subprocess.Popen(self._line(words), env=self._env, stderr=subprocess.PIPE, text=True) as window:
            try:
                window.wait(_STAYS_OPEN)
            except subprocess.TimeoutExpired:
                window.kill()
                said = window.communicate()[1]
                if "Traceback" not in said:
                    return
            else:
                said = window.communicate()[1]
        raise FailedError(f"The window: {said}")
