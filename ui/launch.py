"""The `likeness` command: words go to the command line, none opens the window. Qt is imported only for the window."""

from __future__ import annotations

import sys
from pathlib import Path

from likeness.cli.main import main as run_words


def main() -> int:
    """Run the command line, which opens the window where no other command is given; returns the exit code."""
    return run_words(open_window=open_window)


def open_window(registry: Path, passphrase: str | None = None, files: tuple[Path, ...] = ()) -> int:
    """Open the window on a registry, unlocked at once with its passphrase; licences in `files` are checked in it.

    Raises Broken ("no-display", "no-window-library", "display-silent").
    """
    from ui.display import need_display  # noqa: PLC0415  only where a window is wanted

    need_display()
    from ui.app import run_window  # noqa: PLC0415  Qt, only now

    return run_window(registry, passphrase, files)


if __name__ == "__main__":
    sys.exit(main())
