"""A field of a section and the button that takes what is typed in it: level with the field, below its label."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.fields.fields import Labelled
from ui.kit.look.typeface import hold
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import column, row

_LABEL, _GAP, _SMALL = 15, 6, 1  # pixels of the label, below it, and above a button that is small


def beside(field: Labelled, button: Button, wide: int, *, small: bool = False) -> QHBoxLayout:
    """Put them side by side: the field as wide as it may be (`wide`), less where there is no room for that."""
    hold(field, most_wide=wide)
    label = QWidget()
    hold(label, tall=_LABEL)
    line = row(field, column(label, _GAP + (_SMALL if small else 0), button, None), None)
    line.setStretch(0, 1)
    line.setStretch(2, 0)
    return line
