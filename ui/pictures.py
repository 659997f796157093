"""Every screen drawn into a PNG, light and dark, English and French: for the tour without a display and for looking.

``python -m ui.pictures --out DIR`` opens LIKENESS_REGISTRY with LIKENESS_PASSPHRASE and changes nothing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from likeness.errors import Broken, LikenessError
from ui.app import Window, dress
from ui.kit.theme import Scheme, theme
from ui.kit.words import choose_language

LOOKS = (("light", "en", Scheme.LIGHT), ("dark", "en", Scheme.DARK), ("light", "fr", Scheme.LIGHT))
SCREENS = ("doubles", "licences", "uses", "verify")
_ROUNDS = 6  # a screen asks, the answer asks again for its detail; each round lets both lanes come home


def main(words: list[str]) -> int:
    """Draw the windows: `--out DIR`; 2 for wrong words, 5 if the registry does not open."""
    if len(words) != 2 or words[0] != "--out":
        sys.stderr.write("python3 -m ui.pictures --out DIR\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    ring = dress(app)
    try:
        for path in draw_windows(app, Path(os.environ.get("LIKENESS_REGISTRY", "")), Path(words[1])):
            sys.stdout.write(f"{path.name}\n")
    except LikenessError as fault:
        sys.stderr.write(f"{fault}\n")
        return 5
    ring.deleteLater()
    return 0


def draw_windows(app: QApplication, registry: Path, out: Path) -> list[Path]:
    """Draw each screen in each look; returns the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    window = Window(registry)
    office = window.open_office(os.environ.get("LIKENESS_PASSPHRASE", ""))
    drawn = []
    for look, tongue, scheme in LOOKS:
        theme().choose(scheme)
        choose_language(tongue)
        window.enter(office)
        window.show()
        for screen in (*SCREENS, "wizard"):
            _go(window, screen)
            _settle(app, window)
            path = out / f"{screen}-{look}-{tongue}.png"
            if not window.grab().save(str(path)):
                raise Broken("disk-error", file=str(path))
            drawn.append(path)
    window.close()
    return drawn


def _go(window: Window, screen: str) -> None:
    if window.shell is None:
        return
    if screen == "wizard":
        window.shell.open_wizard()
    else:
        window.shell.go(screen)


def _settle(app: QApplication, window: Window) -> None:
    """Let every piece of work come home and be painted."""
    for _ in range(_ROUNDS):
        window.jobs.rest()
        app.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
