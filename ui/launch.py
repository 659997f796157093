"""The `likeness` command: words go to the command line, none opens the window. Qt is imported only for the window."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Run the command line, or open the window; returns the exit code."""
    from likeness.cli.main import main as run_words  # noqa: PLC0415  the window alone needs no command line

    if len(sys.argv) > 1 and sys.argv[1:] != ["window"]:
        return run_words(open_window=open_window)
    from likeness.cli.session import Session  # noqa: PLC0415

    return open_window(Session().registry_path)


def open_window(registry: Path, passphrase: str | None = None) -> int:
    """Open the window on a registry; with its passphrase it is unlocked at once."""
    from ui.app import run_window  # noqa: PLC0415  Qt, only now

    return run_window(registry, passphrase)


if __name__ == "__main__":
    sys.exit(main())
