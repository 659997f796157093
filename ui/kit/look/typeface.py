"""The type of the house: Inter and JetBrains Mono from resources/fonts, in the roles of UX section 4.

- One family on every system and on paper, so that pictures, tests and the PDF agree.
- Sizes are logical pixels, at the text size in use; tracking is negative only from 16 px up.
- `set_font` and `hold` are remembered by the widget, so that `refit` can follow another text size.
- Figures in tables and dates are tabular: ``font("body", figures=True)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QLabel, QWidget

from likeness.errors import Broken
from likeness.values.resource import resource
from ui.kit.look.reading_order import in_our_order
from ui.kit.look.text_size import forget_measures, grown, measured

REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf")

OURS = "Inter"
_family = [OURS]

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


def use_system_font(*, wanted: bool) -> None:
    """Take the letters of the system instead of ours from now on; codes and fingerprints keep theirs."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    _family[0] = system if wanted and system else OURS
    forget_measures()


@measured(128)
def font(role: str, *, figures: bool = False) -> QFont:
    """Return the font of a role. The answer is shared: copy it before changing it."""
    size, weight, tracking = ROLES[role]
    made = QFont("JetBrains Mono" if role == "mono" else _family[0])
    made.setPixelSize(grown(size))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, grown(size) * tracking / 1000)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def set_font(widget: QWidget, role: str, *, figures: bool = False) -> None:
    """Give a widget the font of a role, at every text size."""
    widget.setProperty("role", role)
    widget.setProperty("figures", figures)
    widget.setFont(font(role, figures=figures))


def set_role(widget: QWidget, role: str, tint: str = "text", *, figures: bool = False) -> None:
    """Give a widget the font of a role and the text colour of a token (the style sheet reads `tint`)."""
    set_font(widget, role, figures=figures)
    widget.setProperty("tint", tint)


def set_tint(widget: QWidget, tint: str) -> None:
    """Give a label other ink."""
    widget.setProperty("tint", tint)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", role: str = "body", tint: str = "text", *, wrap: bool = False) -> QLabel:
    """Return a label of plain text; words from other people never become rich text."""
    made = QLabel(in_our_order(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    set_role(made, role, tint)
    return made


_ANY = 16_777_215  # what Qt takes for no limit
_HOLDS = {
    "least_tall": QWidget.setMinimumHeight,
    "least_wide": QWidget.setMinimumWidth,
    "most_wide": QWidget.setMaximumWidth,
    "tall": QWidget.setFixedHeight,  # last: both bounds at once
    "wide": QWidget.setFixedWidth,
}


def hold(widget: QWidget, **pixels: int) -> None:
    """Hold a widget to lengths that grow with the text: `tall`, `wide`, `least_tall`, `least_wide`, `most_wide`."""
    for name, length in pixels.items():
        widget.setProperty(name, length)
        _HOLDS[name](widget, grown(length))


def let_go(widget: QWidget) -> None:
    """Let a widget that was held to a width have any."""
    widget.setProperty("wide", None)
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(_ANY)


def refit(widget: QWidget) -> None:
    """Give a widget its font and the lengths it is held to once more: the text size or the letters changed."""
    role = widget.property("role")
    if role:
        widget.setFont(font(role, figures=bool(widget.property("figures"))))
    hold(widget, **{name: length for name in _HOLDS if (length := widget.property(name))})
    widget.updateGeometry()
    widget.update()
