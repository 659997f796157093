"""The program `likeness-child MODULE ...` of a bundle: runs a module of ours as `python -m MODULE ...` would."""

from __future__ import annotations

import sys
from importlib import import_module

MODULES = ("likeness.verifier.reader_child", "ui.kit.sound.sound_child", "ui.kit.sound.speech_child")


def main(words: list[str]) -> int:
    """Run a module that is known here; returns its exit code, 2 for any other."""
    if not words or words[0] not in MODULES:
        return 2
    return int(import_module(words[0]).main(words[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
