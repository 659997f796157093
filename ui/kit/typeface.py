"""The type of the house: Inter and JetBrains Mono from resources/fonts, in the roles of UX section 4.

- One family on every system and on paper, so that pictures, tests and the PDF agree.
- Sizes are logical pixels; tracking is negative only from 16 px up.
- Figures in tables and dates are tabular: ``font("body", figures=True)``.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QLabel, QWidget

from likeness.errors import Broken
from likeness.values.resource import resource
from ui.kit.reading_order import in_our_order

REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf")

# role: (pixels, weight, tracking in thousandths of an em)
ROLES: dict[str, tuple[float, QFont.Weight, int]] = {
    "figure": (30, SEMIBOLD, -22),
    "hero": (26, SEMIBOLD, -20),
    "slogan": (22, SEMIBOLD, -12),
    "page": (20, SEMIBOLD, -12),
    "section": (18, SEMIBOLD, -10),
    "pane": (16, SEMIBOLD, -6),
    "find": (16, REGULAR, -6),
    "verdict": (14, SEMIBOLD, 0),
    "lead": (14, REGULAR, 0),
    "lead-strong": (14, SEMIBOLD, 0),
    "body": (13, REGULAR, 0),
    "body-medium": (13, MEDIUM, 0),
    "body-strong": (13, SEMIBOLD, 0),
    "small": (12, REGULAR, 0),
    "small-medium": (12, MEDIUM, 0),
    "label": (12, SEMIBOLD, 0),
    "foot": (11, REGULAR, 0),
    "foot-medium": (11, MEDIUM, 0),
    "count": (11, SEMIBOLD, 0),
    "mono": (12, REGULAR, 10),
}


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; raise Broken if one is missing, for without it text is boxes."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise Broken("font-missing", file=name)


@lru_cache(maxsize=128)
def font(role: str, *, figures: bool = False) -> QFont:
    """Return the font of a role. The answer is shared: copy it before changing it."""
    size, weight, tracking = ROLES[role]
    made = QFont("JetBrains Mono" if role == "mono" else "Inter")
    made.setPixelSize(int(size))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size * tracking / 1000)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def set_role(widget: QWidget, role: str, tint: str = "text", *, figures: bool = False) -> None:
    """Give a widget the font of a role and the text colour of a token (the style sheet reads `tint`)."""
    widget.setFont(font(role, figures=figures))
    widget.setProperty("tint", tint)


def label(text: str = "", role: str = "body", tint: str = "text", *, wrap: bool = False) -> QLabel:
    """Return a label of plain text; words from other people never become rich text."""
    made = QLabel(in_our_order(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    set_role(made, role, tint)
    return made
